import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import {
	accepted,
	createEmulator,
	failed,
	queued,
	reply,
	succeeded,
	type EmulatorOptions,
} from '../../src/testing/index.js';
import { fixture } from '../media-files/fixtures.js';
import { filesIn, here, key, testFolder } from './seedance.js';

const text = { type: 'text', text: 'A cat' };
const request = { model: 'seedance-2.0-ultra', content: [text], resolution: '720p' };

let folder: string;
let out: string;
beforeEach(() => {
	folder = testFolder();
	out = join(folder, 'a.mp4');
});

function json(content: object, name = 'request.json'): string {
	const path = join(folder, name);
	writeFileSync(path, JSON.stringify(content));
	return path;
}

function emulated(options: EmulatorOptions = {}) {
	return createEmulator({ queuedFor: 0, runningFor: 0, ...options });
}

describe('flags make the request that the library judges:', () => {
	test.each<[string, object]>([
		['--text A --resolution 720p', { content: [{ type: 'text', text: 'A' }], resolution: '720p' }],
		[
			'--text A --resolution 2k --ratio 9:16 --duration 8 --no-generate-audio --watermark --return-last-frame --web-search',
			{
				content: [{ type: 'text', text: 'A' }],
				resolution: '2k',
				ratio: '9:16',
				duration: 8,
				generate_audio: false,
				watermark: true,
				return_last_frame: true,
				tools: [{ type: 'web_search' }],
			},
		],
		[
			'--last-frame https://example.com/b.png --first-frame https://example.com/a.png --resolution 720p --generate-audio --no-watermark',
			{
				content: [
					{ type: 'image_url', image_url: { url: 'https://example.com/a.png' }, role: 'first_frame' },
					{ type: 'image_url', image_url: { url: 'https://example.com/b.png' }, role: 'last_frame' },
				],
				resolution: '720p',
				generate_audio: true,
				watermark: false,
			},
		],
		[
			'--audio https://example.com/a.mp3 --video asset://v --image asset://1 --image https://example.com/2.png --resolution 720p',
			{
				content: [
					{ type: 'image_url', image_url: { url: 'asset://1' }, role: 'reference_image' },
					{ type: 'image_url', image_url: { url: 'https://example.com/2.png' }, role: 'reference_image' },
					{ type: 'video_url', video_url: { url: 'asset://v' }, role: 'reference_video' },
					{ type: 'audio_url', audio_url: { url: 'https://example.com/a.mp3' }, role: 'reference_audio' },
				],
				resolution: '720p',
			},
		],
	])('%s', async (line, fields) => {
		const { code, stdout } = await here(['generate', ...line.split(' '), '--dry-run'], { env: {} });
		expect(code).toBe(0);
		expect(JSON.parse(stdout)).toStrictEqual({ model: 'seedance-2.0-ultra', ...fields });
	});

	test('the prompt and the request may come from the standard input', async () => {
		const prompt = await here(['generate', '--text', '-', '--resolution', '720p', '--dry-run'], { input: 'A cat\n' });
		expect(JSON.parse(prompt.stdout)).toStrictEqual(request);
		const whole = await here(['generate', '-', '--dry-run'], { input: `\ufeff${JSON.stringify(request)}` });
		expect(JSON.parse(whole.stdout)).toStrictEqual(request);
	});

	test('options replace those of a file', async () => {
		const { stdout } = await here([
			'generate',
			json({ ...request, duration: 15 }),
			'--duration',
			'4',
			'--ratio',
			'1:1',
			'--dry-run',
		]);
		expect(JSON.parse(stdout)).toStrictEqual({ ...request, duration: 4, ratio: '1:1' });
	});

	test('an issue names its flag', async () => {
		const flags = [
			'--text',
			'@image2',
			'--first-frame',
			'https://example.com/a.png',
			'--video',
			'clip.mp4',
			'--duration',
			'3',
		];
		const { code, stderr } = await here(['generate', ...flags, '--dry-run']);
		expect(code).toBe(1);
		expect(stderr.split('\n')).toStrictEqual([
			'seedance: the request breaks 5 rules:',
			'- --resolution: a resolution is required: set resolution to 720p, 1080p or 2k [resolution]',
			'- --duration: duration 3 is invalid: choose a whole number of seconds from 4 to 15 [duration]',
			'- --video (1st video): frames and references cannot be combined: use the roles first_frame and last_frame, or reference roles [exclusive-modes]',
			'- --text: @image2 refers to a missing image: attach it or correct the number [dangling-placeholder]',
			'- --video (1st video): clip.mp4: the API cannot read a local file or a blob: upload it and pass its URL, or pass an image or audio as base64 [source]',
			'',
		]);
	});
});

test.each([
	[
		'--image example.com/cat.png',
		'--image (1st image): example.com/cat.png does not exist: check the path, which begins at the working directory unless it is absolute; a URL begins with https:// [source]',
	],
	[
		'--image http://localhost/cat.png',
		'--image (1st image): the API cannot reach localhost: pass a public URL, or set --base-url to an API in the private network [source]',
	],
	[
		'--image HTTPS://example.com/cat.png',
		'--image (1st image): the beginning of a source is in lower case: write http://, https://, asset:// or data: [source]',
	],
	['--image file://[', expect.stringMatching(/^--image \(1st image\): the API cannot read a local file/) as string],
])('a source that is none is refused: %s', async (flag, says) => {
	const emulator = emulated();
	const { code, stderr } = await here(['generate', ...flag.split(' '), '--resolution', '720p', '--out', out], {
		emulator,
	});
	expect(code).toBe(1);
	expect(
		stderr
			.split('\n')
			.find((line) => line.startsWith('- '))
			?.slice(2),
	).toStrictEqual(says);
	expect(emulator.creates).toBe(0);
});

describe('local files', () => {
	beforeEach(() => {
		mkdirSync(join(folder, 'media'));
		copyFileSync(fixture('image.png'), join(folder, 'media', 'hero.png'));
		copyFileSync(fixture('sound.wav'), join(folder, 'media', 'voice.wav'));
		copyFileSync(fixture('video.mp4'), join(folder, 'media', 'clip.mp4'));
	});

	const hero = `data:image/png;base64,${readFileSync(fixture('image.png')).toString('base64')}`;
	const voice = `data:audio/wav;base64,${readFileSync(fixture('sound.wav')).toString('base64')}`;

	const local = {
		...request,
		content: [
			{ type: 'text', text: '@image1 says @audio1' },
			{ type: 'image_url', image_url: { url: 'media/hero.png' }, role: 'reference_image' },
			{ type: 'audio_url', audio_url: { url: './media/voice.wav' }, role: 'reference_audio' },
		],
	};

	test('in a file of JSON begin at its folder, and are sent as base64', async () => {
		const emulator = emulated();
		const { code, stderr } = await here(['generate', json(local), '--out', out], { emulator });
		expect(code).toBe(0);
		expect(stderr).not.toContain('warning');
		expect(emulator.requests[0]!.content.slice(1)).toMatchObject([
			{ image_url: { url: hero } },
			{ audio_url: { url: voice } },
		]);
	});

	test('on the command line begin at the working folder, or are file: URLs', async () => {
		const path = relative('.', join(folder, 'media', 'hero.png'));
		for (const source of [path, join(folder, 'media', 'hero.png'), `file://${join(folder, 'media', 'hero.png')}`]) {
			// oxlint-disable-next-line no-await-in-loop -- three runs.
			const { stdout } = await here(['generate', '--first-frame', source, '--resolution', '720p', '--dry-run']);
			expect(JSON.parse(stdout)).toMatchObject({ content: [{ image_url: { url: hero } }] });
		}
	});

	test('that cannot be used are issues, beside those of the rules', async () => {
		const item = (url: string): object => ({ type: 'image_url', image_url: { url }, role: 'reference_image' });
		const content = [
			text,
			item('media/none.png'),
			item('media'),
			item('media/voice.wav'),
			{ ...item('media/hero.png'), role: 'first_frame' },
		];
		const { code, stdout } = await here(['validate', json({ ...request, content, duration: 99 }), '--json']);
		expect(code).toBe(1);
		const { issues } = JSON.parse(stdout) as {
			issues: { path: unknown[]; message: string; place?: { what: string } }[];
		};
		expect(
			issues.map(({ path, message, place }) => [path.join('.'), place?.what, message.replaceAll(folder, 'FOLDER')]),
		).toStrictEqual([
			['duration', undefined, 'duration 99 is invalid: choose a whole number of seconds from 4 to 15'],
			[
				'content.4',
				'4th image',
				'frames and references cannot be combined: use the roles first_frame and last_frame, or reference roles',
			],
			[
				'content.1.image_url.url',
				'1st image',
				expect.stringMatching(/^FOLDER\/media\/none\.png does not exist: check the path/),
			],
			[
				'content.2.image_url.url',
				'2nd image',
				expect.stringMatching(/^FOLDER\/media is a directory: pass the path of a file/),
			],
			['content.3.image_url.url', '3rd image', 'FOLDER/media/voice.wav is audio: pass an image'],
		]);
	});

	test('keep their paths when the request is fixed', async () => {
		const content = [{ type: 'text', text: '@image1 says @audio1 --dur 6' }, ...local.content.slice(1)];
		const path = json({ ...local, content });
		const { code, stdout } = await here(['lint', path, '--write']);
		expect({ code, stdout }).toStrictEqual({ code: 0, stdout: `${path}: 1 fixed\n` });
		expect(JSON.parse(readFileSync(path, 'utf8'))).toStrictEqual({ ...local, duration: 6 });
	});
});

describe('money:', () => {
	test('a request whose fate is unknown is sent once, and ends with code 3 and the next step', async () => {
		const emulator = emulated({ create: [accepted({ answer: reply.dropped() })] });
		const { code, stdout, stderr } = await here(['generate', json(request), '--out', out], { emulator });
		expect({ code, stdout }).toStrictEqual({ code: 3, stdout: '' });
		expect(emulator.creates).toBe(1);
		expect(stderr).toContain("a task may exist and be billed; check the account's usage log before you submit again");
		expect(stderr).toContain(`\n  npx seedance-builder wait TASK_ID --out ${out}\n`);
	});

	test('a refused request ends with code 1', async () => {
		const { code, stderr } = await here(['generate', json(request), '--out', out], {
			emulator: emulated({ create: [reply.error(401)] }),
		});
		expect(code).toBe(1);
		expect(stderr).toMatch(
			/seedance: the API answered the request with HTTP 401 .*; check the API key and the permissions of its account\n$/,
		);
	});

	test('a task that fails ends with code 1, because the vendor refunds it', async () => {
		const { code, stdout } = await here(['generate', json(request), '--out', out, '--json'], {
			emulator: emulated({ task: [failed({ code: 'OutputVideoSensitiveContentDetected', message: 'No.' })] }),
		});
		expect(code).toBe(1);
		expect(JSON.parse(stdout.trimEnd().split('\n').at(-1)!)).toMatchObject({
			event: 'error',
			exitCode: 1,
			name: 'TaskFailedError',
			taskId: 'asyntask_00000001',
			kind: 'output-moderation',
			retryable: true,
		});
		expect(stdout).not.toContain('"command"');
	});

	test.each([
		['a task that takes too long', { task: [queued()] }, ['--deadline', '0']],
		['a video that cannot be downloaded', { task: [succeeded()], download: [reply.error(404)] }, []],
		['a video that is none', { task: [succeeded()], download: [reply.html()] }, []],
	] as const)('%s ends with code 4 and a command that finishes the job', async (_, options, flags) => {
		const { code, stdout, stderr } = await here(['generate', json(request), '--out', out, ...flags], {
			emulator: emulated(options),
		});
		expect({ code, stdout }).toStrictEqual({ code: 4, stdout: '' });
		expect(stderr).toContain('task asyntask_00000001: submitted\n');
		expect(stderr).toContain('finish with the command below\n');
		expect(stderr.endsWith(`\n  npx seedance-builder wait asyntask_00000001 --out ${out}\n`)).toBe(true);
		expect(filesIn(folder)).toStrictEqual(['request.json']);
	});

	test('the command that finishes the job repeats the flags', async () => {
		const url = 'http://gateway.internal:8080';
		writeFileSync(out, 'old');
		const file = join(folder, 'a key');
		writeFileSync(file, key, { mode: 0o600 });
		const flags = [
			'--overwrite',
			'--base-url',
			`${url}/v1`,
			'--allow-insecure',
			url,
			'--key-file',
			file,
			'--interval',
			'0.5',
		];
		const emulator = emulated({ origin: url, task: [queued()] });
		const { code, stderr } = await here(['generate', json(request), '--out', out, ...flags, '--deadline', '0'], {
			emulator,
		});
		expect(code).toBe(4);
		expect(stderr.trimEnd().split('\n').at(-1)).toBe(
			`  npx seedance-builder wait asyntask_00000001 --out ${out} --overwrite --base-url ${url}/v1 --allow-insecure ${url} --key-file '${file}' --interval 0.5`,
		);
		expect(readFileSync(out, 'utf8')).toBe('old');
	});

	test('a file that appears meanwhile is kept', async () => {
		const emulator = emulated({ create: [accepted()], task: [succeeded()] });
		const fetch: typeof globalThis.fetch = async (input, init) => {
			if (new Request(input).url.endsWith('.mp4')) writeFileSync(out, 'mine');
			return emulator.fetch(input, init);
		};
		const { code, stderr } = await here(['generate', json(request), '--out', out], { fetch });
		expect(code).toBe(4);
		expect(stderr).toContain('the file exists; choose another path, or pass --overwrite to replace it');
		expect(readFileSync(out, 'utf8')).toBe('mine');
		expect(filesIn(folder)).toStrictEqual(['a.mp4', 'request.json']);
	});

	test('download does not wait', async () => {
		const emulator = emulated({ task: [queued()] });
		const { code, stderr } = await here(['generate', json(request), '--out', out, '--deadline', '0'], { emulator });
		expect(code).toBe(4);
		expect(stderr).toContain("didn't finish within 0 ms");
		const downloaded = await here(['download', 'asyntask_00000001', '--out', out], { emulator });
		expect(downloaded.code).toBe(4);
		expect(downloaded.stderr).toBe(
			`seedance: task "asyntask_00000001" has not ended (status: queued): wait for it; finish with the command below\n\n  npx seedance-builder wait asyntask_00000001 --out ${out}\n`,
		);
	});

	test('reads that fail are told, once for each reason', async () => {
		const emulator = emulated({ task: [reply.error(502), reply.error(502), reply.dropped(), succeeded()] });
		const { code, stderr } = await here(['generate', json(request), '--out', out, '--interval', '0'], { emulator });
		expect(code).toBe(0);
		expect(stderr.match(/^warning: .*$/gm)).toStrictEqual([
			'warning: a read of the task failed (HTTP 502): it is tried again until the deadline',
			'warning: a read of the task failed (ECONNRESET): it is tried again until the deadline',
		]);
	});

	test('the address of the last frame is printed', async () => {
		const { stderr } = await here(['generate', json({ ...request, return_last_frame: true }), '--out', out]);
		expect(stderr).toMatch(/\nlast frame: https:\/\/\S+\n$/);
	});
});

describe('the key', () => {
	test('may come from a file, and then counts', async () => {
		const file = join(folder, 'key');
		writeFileSync(file, 'sk-of-the-file\n', { mode: 0o600 });
		const keys: (string | null)[] = [];
		const emulator = emulated();
		const fetch: typeof globalThis.fetch = (input, init) => {
			keys.push(new Request(input, init).headers.get('authorization'));
			return emulator.fetch(input, init);
		};
		const { code, stderr } = await here(['generate', json(request), '--out', out, '--key-file', file], { fetch });
		expect(code).toBe(0);
		expect(keys).toStrictEqual(['Bearer sk-of-the-file', 'Bearer sk-of-the-file', null]);
		expect(stderr).not.toContain('sk-of-the-file');
		expect(stderr).not.toContain('warning');
	});

	test('in a file that others can read is used with a warning', async () => {
		const file = join(folder, 'key');
		writeFileSync(file, key);
		chmodSync(file, 0o644);
		const { code, stderr } = await here(['generate', json(request), '--out', out, '--key-file', file], { env: {} });
		expect(code).toBe(0);
		expect(stderr).toContain(`warning: other users of this machine can read ${file}: run chmod 600 on it\n`);
	});

	test('is not sent without encryption, unless the origin is allowed', async () => {
		const url = 'http://gateway.internal:8080';
		const { fetch } = emulated({ origin: url });
		const line = ['generate', json(request), '--out', out, '--base-url', url];
		expect(await here(line, { fetch })).toMatchObject({ code: 2 });
		expect(await here([...line, '--allow-insecure', url], { fetch })).toMatchObject({ code: 0 });
	});

	test('that a header cannot carry is refused', async () => {
		const { code, stderr } = await here(['status', 'asyntask_1'], { env: { SEEDANCE_API_KEY: 'sk\n1' } });
		expect(code).toBe(2);
		expect(stderr).toContain('seedance: the API key has characters that a header cannot carry: copy it again\n');
	});
});
