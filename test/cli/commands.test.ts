import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveEmulator, type ServedEmulator } from '../../src/cli/commands/emulate/serve.js';
import { queued, running, succeeded } from '../../src/testing/index.js';
import { fixture } from '../media-files/fixtures.js';
import { filesIn, inTerminal, piped, shown, testFolder, type Ended } from './seedance.js';

const request = { model: 'seedance-2.0-ultra', content: [{ type: 'text', text: 'A cat' }], resolution: '720p' };
const wrong = { ...request, duration: 20, content: [{ type: 'text', text: '@image1' }] };

let server: ServedEmulator;
beforeAll(async () => {
	server = await serveEmulator(0, { task: [queued(), running(50), succeeded()] });
});
afterAll(() => server.close());

/** A folder with the files that the commands below name. */
function workFolder(): string {
	const folder = testFolder();
	writeFileSync(join(folder, 'request.json'), `${JSON.stringify(request, null, 2)}\n`);
	writeFileSync(join(folder, 'wrong.json'), JSON.stringify(wrong));
	writeFileSync(
		join(folder, 'request.sh'),
		`curl https://ai.alad.com/v1/video/generations -d '${JSON.stringify(request)}'`,
	);
	for (const name of ['image.png', 'sound.wav', 'video.mp4']) copyFileSync(fixture(name), join(folder, name));
	return folder;
}

/** Runs a command line in a folder; `URL` stands for the emulator's base URL. A word may have spaces between quotes. */
interface Run {
	(folder: string, line: string): Promise<Ended>;
}

const ways: readonly { readonly way: string; readonly run: Run; readonly progress: RegExp }[] = [
	{
		way: 'with pipes',
		progress: /: queued, 0 %\ntask \w+: running, 50 %\ntask \w+: succeeded, 100 %\ntask \w+: saving\n\/.*\n$/,
		run: (cwd, line) => piped(words(line), { cwd }).ended,
	},
	{
		way: 'on a terminal',
		progress: /\[Krunning {3}\[#{10}-{10}\] {2}50 % {2}0:0/,
		run: (cwd, line) => inTerminal(words(line), { cwd }).ended,
	},
];

describe.each(ways)('$way,', ({ way, run, progress }) => {
	const isPiped = way === 'with pipes';

	/** The lines of the result: the standard output, or the last lines of a terminal. */
	const linesOf = ({ stdout }: Ended): string[] => shown(stdout).trimEnd().split('\n');

	test.concurrent('generate saves the mp4 of a file of JSON, and its path is the last line', async () => {
		const folder = workFolder();
		const ended = await run(
			folder,
			'generate request.json --resolution 1080p --out a.mp4 --base-url URL --interval 0.1',
		);
		expect(ended.code).toBe(0);
		expect(linesOf(ended).at(-1)).toBe(join(folder, 'a.mp4'));
		expect(sizeOf(readFileSync(join(folder, 'a.mp4')))).toStrictEqual([1920, 1080]);
		expect(filesIn(folder)).toHaveLength(7);
		expect(shown(ended.stderr + ended.stdout)).toMatch(
			/^to 127\.0\.0\.1:\d+: text-to-video, 1080p, adaptive, 5 s\ntask asyntask_\d+: submitted\n/,
		);
		expect(ended.stderr + ended.stdout).toMatch(progress);
	});

	test.concurrent('generate refuses an invalid request with code 1, and sends nothing', async () => {
		const ended = await run(workFolder(), 'generate wrong.json --out a.mp4 --base-url URL');
		expect(ended.code).toBe(1);
		expect(shown(ended.stdout + ended.stderr)).toBe(
			'seedance: the request breaks 2 rules:\n' +
				'- duration: duration 20 is invalid: choose a whole number of seconds from 4 to 15 [duration]\n' +
				'- content[0].text: @image1 refers to a missing image: attach it or correct the number [dangling-placeholder]\n',
		);
	});

	test.concurrent('generate sends local images and audio clips', async () => {
		const folder = workFolder();
		const media = '--image image.png --audio sound.wav';
		const ended = await run(
			folder,
			`generate --text "@image1 says @audio1" ${media} --resolution 720p --ratio 1:1 --out a.mp4 --base-url URL --interval 0`,
		);
		expect(ended.code).toBe(0);
		expect(shown(ended.stdout + ended.stderr)).toMatch(/multimodal-reference, 720p, 1:1, 5 s, about [\d,]+ tokens/);
		expect(sizeOf(readFileSync(join(folder, 'a.mp4')))).toStrictEqual([960, 960]);
	});

	test.concurrent('status, download and wait read a task', async () => {
		const folder = workFolder();
		const { code, stdout } = await piped(
			words('generate request.json --out a.mp4 --base-url URL --interval 0 --json'),
			{ cwd: folder },
		).ended;
		expect(code).toBe(0);
		const { taskId } = JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as { taskId: string };

		const status = await run(folder, `status ${taskId} --base-url URL`);
		expect(status.code).toBe(0);
		expect(linesOf(status)).toStrictEqual([
			`task ${taskId}: succeeded, 100 %`,
			expect.stringMatching(/^video: http:\/\/127\.0\.0\.1:\d+\/results\//),
			expect.stringMatching(/^valid until: \d{4}-/),
		]);

		for (const command of ['download', 'wait']) {
			// oxlint-disable-next-line no-await-in-loop -- they save the same file.
			const saved = await run(folder, `${command} ${taskId} --out b.mp4 --overwrite --base-url URL`);
			expect(saved.code).toBe(0);
			expect(linesOf(saved).at(-1)).toBe(join(folder, 'b.mp4'));
			expect(readFileSync(join(folder, 'b.mp4')).equals(readFileSync(join(folder, 'a.mp4')))).toBe(true);
		}
	});

	test.concurrent.each(['status asyntask_9', 'download asyntask_9 --out a.mp4', 'wait asyntask_9 --out a.mp4'])(
		'a task that does not exist is named: %s',
		async (line) => {
			const ended = await run(workFolder(), `${line} --base-url URL`);
			expect(ended.code).toBe(1);
			expect(shown(ended.stdout + ended.stderr)).toMatch(
				/^seedance: the API answered a read of task "asyntask_9" with HTTP 400 task_not_exist: .*; check the task id and the base URL; .*\n$/,
			);
		},
	);

	test.concurrent('validate lists every issue with its path, its item and its sentence', async () => {
		const folder = workFolder();
		expect(await run(folder, 'validate request.json')).toMatchObject({
			code: 0,
			stdout: expect.stringMatching(/^valid: text-to-video, 720p\r?\n$/),
		});
		const ended = await run(folder, 'validate wrong.json');
		expect(ended.code).toBe(1);
		expect(linesOf(ended)).toStrictEqual([
			'duration: duration 20 is invalid: choose a whole number of seconds from 4 to 15 [duration]',
			'content[0].text: @image1 refers to a missing image: attach it or correct the number [dangling-placeholder]',
			'invalid: 2 issues',
		]);
	});

	test.concurrent('lint gives advice, and fixes what a program can fix', async () => {
		const folder = workFolder();
		const path = join(folder, 'request.json');
		expect(await run(folder, 'lint request.json')).toMatchObject({
			code: 0,
			stdout: expect.stringMatching(/^no advice\r?\n$/),
		});
		writeFileSync(path, JSON.stringify({ ...request, content: [{ type: 'text', text: 'A cat --dur 6' }] }, null, 2));
		const advised = await run(folder, 'lint request.json');
		expect(advised.code).toBe(1);
		expect(linesOf(advised)).toStrictEqual([
			expect.stringMatching(/^content\[0\]\.text: .*--dur 6.* \[[\w-]+\] \(--fix\)$/),
		]);
		const fixed = await run(folder, 'lint request.json --write');
		expect(fixed.code).toBe(0);
		expect(linesOf(fixed)).toStrictEqual(['request.json: 1 fixed']);
		expect(readFileSync(path, 'utf8')).toBe(
			`${JSON.stringify({ ...request, content: [{ type: 'text', text: 'A cat' }], duration: 6 }, null, 2)}\n`,
		);
		const invalid = await run(folder, 'lint wrong.json');
		expect(invalid.code).toBe(1);
		expect(shown(invalid.stdout + invalid.stderr)).toContain('seedance: the request breaks 2 rules:');
	});

	test.concurrent('code writes JSON and curl as a chain, and JSON as curl', async () => {
		const folder = workFolder();
		const chain = [
			"import { video } from 'seedance-builder';",
			'',
			'export const request = video()',
			expect.any(String),
			expect.any(String),
			expect.any(String),
		];
		for (const file of ['request.json', 'request.sh']) {
			// oxlint-disable-next-line no-await-in-loop -- two runs.
			const written = await run(folder, `code ${file}`);
			expect(written.code).toBe(0);
			expect(linesOf(written)).toStrictEqual(chain);
		}
		const curl = await run(folder, 'code request.json --curl --base-url URL');
		expect(curl.code).toBe(0);
		expect(linesOf(curl)[0]).toBe(`curl ${server.url}/v1/video/generations \\`);
		const refused = await run(folder, 'code wrong.json');
		expect(refused.code).toBe(1);
	});

	test.concurrent('emulate serves until it is stopped, and ends with code 0', async () => {
		const start = isPiped ? piped : inTerminal;
		const folder = workFolder();
		const emulator = start(['emulate', '--port', '0', '--queued', '0', '--running', '0']);
		await emulator.shows(/http:\S+\r?\n/);
		const [, url] = /(http:\S+)\r?\n/.exec(emulator.output())!;
		const generated = await run(folder, `generate request.json --out a.mp4 --base-url ${url}`);
		expect(generated.code).toBe(0);
		const busy = await run(folder, `emulate --port ${new URL(url!).port}`);
		expect(busy.code).toBe(2);
		expect(shown(busy.stdout + busy.stderr)).toContain(
			'is in use by another program: choose another port, or 0 for a free one',
		);
		if (isPiped) process.kill(emulator.pid, 'SIGINT');
		else emulator.write('\x03');
		expect((await emulator.ended).code).toBe(0);
	});

	test.concurrent('demo saves an mp4 without a key and a network', async () => {
		const folder = workFolder();
		const ended = await run(folder, 'demo --resolution 2k --ratio 9:16 --out demo.mp4');
		expect(ended.code).toBe(0);
		expect(shown(ended.stdout)).toContain(".ratio('9:16')");
		expect(linesOf(ended).at(-1)).toBe(join(folder, 'demo.mp4'));
		expect(sizeOf(readFileSync(join(folder, 'demo.mp4')))).toStrictEqual([1440, 2560]);
	});

	test.concurrent('a wrong use is one sentence and a hint', async () => {
		const ended = await run(workFolder(), 'generate --resoluton 2k');
		expect(ended.code).toBe(2);
		expect(shown(ended.stdout + ended.stderr)).toBe(
			"seedance: unknown option '--resoluton': did you mean --resolution?\n\nHelp: npx seedance-builder generate --help\n",
		);
	});
});

function words(line: string): string[] {
	return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word!.replace(/^URL$/, server.url));
}

/** Reads width and height from the mp4's track header. */
function sizeOf(mp4: Buffer): number[] {
	const tkhd = mp4.indexOf('tkhd');
	return [80, 84].map((offset) => mp4.readUInt32BE(tkhd + offset) / 0x10000);
}
