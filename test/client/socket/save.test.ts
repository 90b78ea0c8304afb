import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect } from 'vitest';
import { createClient, type VideoResult } from '../../../src/client/index.js';
import type { DownloadError } from '../../../src/errors/index.js';
import { saveVideo, type SaveOptions } from '../../../src/node/index.js';
import { apiKey } from '../fake-api.js';
import { box, mp4 } from '../mp4.js';
import { file, raw, reset, succeeded, task, text, video, type Answer } from './answers.js';
import { suite, type Row, type World } from './harness.js';

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'save-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A save, what it left, and where. */
interface Saved {
	readonly taskId?: string;
	readonly path: string;
	readonly folder: string;
}

const folders = new WeakMap<World, string>();

/** Saves the video of task-1 in a folder of its own. */
function save(options: SaveOptions = {}, prepare?: (folder: string) => unknown) {
	return async (world: World, row = world): Promise<Saved> => {
		const own = await mkdtemp(join(folder, 'row-'));
		folders.set(row, own);
		await prepare?.(own);
		const result = await world.client.task('task-1').wait();
		const path = await saveVideo(result, join(own, 'a.mp4'), options);
		return { taskId: result.taskId, path, folder: own };
	};
}

/** Checks what is in the folder of a row. */
const leaves =
	(...names: readonly string[]): NonNullable<Row['check']> =>
	async (_, world) =>
		expect(await readdir(folders.get(world)!)).toEqual(names);

const whole =
	(bytes: Buffer): NonNullable<Row['check']> =>
	async (outcome, world) => {
		await leaves('a.mp4')(outcome, world);
		expect((await readFile((outcome as Saved).path)).equals(bytes)).toBe(true);
	};

const base = { creates: 0, reads: 1, taskId: 'task-1' } as const;
const saved = { ...base, outcome: 'saved', check: whole(video) } as const;
const refused = { ...base, outcome: 'DownloadError', check: leaves() } as const;
const unverified: Omit<Row, 'video'> = {
	...base,
	outcome: 'DownloadError',
	videos: 1,
	says: 'a.mp4.unverified',
	facts: { code: 'NOT_MP4' },
	async check(error, world) {
		await leaves('a.mp4.unverified')(error, world);
		expect((error as DownloadError).unverifiedPath).toBe(join(folders.get(world)!, 'a.mp4.unverified'));
	},
};

const half = video.subarray(0, video.byteLength / 2);
const gzipped = gzipSync(Buffer.concat([mp4(''), box('free', randomBytes(50_000))]));
const head = (fields: string): string => `200 OK\r\nContent-Type: video/mp4\r\n${fields}`;
const mp4Head = (fields: Record<string, string | number>): string =>
	head(
		Object.entries(fields)
			.map(([name, value]) => `${name}: ${value}`)
			.join('\r\n'),
	);
const fresh = (call: Parameters<Answer>[0]): unknown => succeeded('/fresh.mp4')(call);

const rows: Record<string, Row> = {
	'a whole video': saved,
	'a whole video without a length': { video: raw(head('Connection: close'), video, 'close'), ...saved },
	'a whole video in chunks': { video: ({ response }) => response.writeHead(200).end(video), ...saved },
	'a whole video in gzip, although identity was asked for': {
		video: text(200, gzipSync(video) as never, { 'content-encoding': 'gzip', 'content-type': 'video/mp4' }),
		...saved,
	},
	'identity is asked for': {
		video: ({ incoming, response }) =>
			incoming.headers['accept-encoding'] === 'identity' ? response.end(video) : response.writeHead(500).end(),
		...saved,
		videos: 1,
	},

	// 18. Only the whole video is saved.
	'a gzip cut in half': {
		video: raw(
			head('Content-Encoding: gzip\r\nConnection: close'),
			gzipped.subarray(0, gzipped.byteLength / 2),
			'close',
		),
		...refused,
		videos: 5,
	},
	'a gzip cut in half, with its length': {
		video: raw(
			mp4Head({ 'Content-Encoding': 'gzip', 'Content-Length': Math.floor(gzipped.byteLength / 2) }),
			gzipped.subarray(0, gzipped.byteLength / 2),
			'close',
		),
		...refused,
		videos: 5,
	},
	'a gzip cut in half, once': {
		video: [raw(head('Content-Encoding: gzip\r\nConnection: close'), gzipped.subarray(0, 1_000), 'close'), file(video)],
		...saved,
		videos: 2,
	},
	'a connection closed half-way without a length': {
		video: raw(head('Connection: close'), half, 'close'),
		...refused,
		videos: 5,
		says: 'it is not a whole MP4: it ends after',
	},
	'a connection closed behind a box without a length, once': {
		video: [raw(head('Connection: close'), box('ftyp', Buffer.from('isom')), 'close'), file(video)],
		...saved,
		videos: 2,
	},
	'a connection closed half-way without a length, once': {
		video: [raw(head('Connection: close'), half, 'close'), file(video)],
		...saved,
		videos: 2,
	},
	'a connection reset half-way': {
		video: raw(mp4Head({ 'Content-Length': video.byteLength }), half),
		...refused,
		videos: 5,
	},
	'a length that is too short': {
		video: raw(mp4Head({ 'Content-Length': half.byteLength }), video, 'close'),
		...unverified,
	},
	'a length that is too long': {
		video: raw(mp4Head({ 'Content-Length': video.byteLength + 1 }), video, 'close'),
		...refused,
		videos: 5,
	},
	'an HTML page labelled video/mp4': {
		video: file(Buffer.from('<html>Log in</html>')),
		...refused,
		videos: 1,
		says: 'text and not a video',
	},
	'an HTML page behind white space': { video: file(Buffer.from(`${' \n'.repeat(9)}<html>`)), ...refused, videos: 1 },
	'an HTML page behind a byte order mark': { video: file(Buffer.from('\uFEFF<!doctype html>')), ...refused, videos: 1 },
	'a JSON error labelled video/mp4': {
		video: file(Buffer.from('{"error":"expired"}')),
		...refused,
		videos: 1,
		says: 'text and not a video',
	},
	'a short JSON error labelled video/mp4': { video: file(Buffer.from('{}')), ...refused, videos: 1 },
	'an HTML page without a length': {
		video: raw(head('Connection: close'), '<html>Log in</html>', 'close'),
		...refused,
		videos: 1,
	},
	'an HTML page that says so': { video: text(200, '<html>', { 'content-type': 'text/html' }), ...refused },
	'an empty file': { video: file(Buffer.alloc(0)), ...refused, videos: 5, says: 'it was empty' },
	'a picture': { video: file(Buffer.from('\x89PNG\r\n\x1a\n-and-so-on', 'latin1')), ...unverified },
	'an MP4 without moov': { video: file(Buffer.concat([box('ftyp', 'isom'), box('mdat', 'x')])), ...unverified },
	'an MP4 without mdat': { video: file(Buffer.concat([box('ftyp', 'isom'), box('moov', 'x')])), ...unverified },
	'an MP4 that does not begin with ftyp': { video: file(Buffer.concat([box('moov', ''), mp4('x')])), ...unverified },
	'an MP4 whose last box is cut': { video: file(mp4('x'.repeat(100)).subarray(0, -1)), ...unverified },
	'an MP4 with rubbish behind it': { video: file(Buffer.concat([mp4('x'), Buffer.from([1, 2, 3])])), ...unverified },
	'an MP4 with zeros behind it': { video: file(Buffer.concat([mp4('x'), Buffer.alloc(64)])), ...unverified },
	'an odd MP4 where there is an unverified one': {
		video: file(Buffer.concat([box('ftyp', ''), box('moov', '')])),
		run: save({}, (own) => writeFile(join(own, 'a.mp4.unverified'), 'old')),
		...base,
		outcome: 'DownloadError',
		async check(error, world) {
			const own = folders.get(world)!;
			expect(await readdir(own)).toHaveLength(2);
			expect(await readFile(join(own, 'a.mp4.unverified'), 'utf8')).toBe('old');
			expect(await stat((error as DownloadError).unverifiedPath!)).toMatchObject({ size: 16 });
		},
	},
	'an MP4 that lacks a box, without a length, may have broken off': {
		video: raw(head('Connection: close'), Buffer.concat([box('ftyp', ''), box('moov', '')]), 'close'),
		...refused,
		videos: 5,
	},
	'an odd MP4 without a length is not kept': {
		video: raw(head('Connection: close'), Buffer.concat([video, Buffer.alloc(16)]), 'close'),
		...refused,
		videos: 1,
	},
	'a box of 64 bits': { video: file(large()), ...base, outcome: 'saved', check: whole(large()) },
	'a changed validator': {
		video: [
			raw(mp4Head({ 'Content-Length': video.byteLength, ETag: '"1"' }), half),
			part(206, '"2"'),
			file(video, { etag: '"2"' }),
		],
		...saved,
		videos: 3,
	},
	'a changed validator, told with 200': {
		video: [
			raw(mp4Head({ 'Content-Length': video.byteLength, ETag: '"1"' }), half),
			file(mp4('other'), { etag: '"2"' }),
		],
		...base,
		outcome: 'saved',
		videos: 2,
		check: whole(mp4('other')),
	},
	'a weak validator': {
		video: [
			raw(mp4Head({ 'Content-Length': video.byteLength, ETag: 'W/"1"' }), half),
			({ incoming, response }) =>
				incoming.headers.range === undefined ? response.end(video) : response.writeHead(500).end(),
		],
		...saved,
		videos: 2,
	},
	'a validator that becomes weak': {
		video: [
			raw(mp4Head({ 'Content-Length': video.byteLength, ETag: '"1"' }), half),
			part(206, 'W/"2"', 'x'),
			file(video),
		],
		...saved,
		videos: 3,
	},
	'a part that is compressed': {
		video: [
			raw(mp4Head({ 'Content-Length': video.byteLength, ETag: '"1"' }), half),
			({ response }) =>
				response
					.writeHead(206, {
						'content-range': `bytes ${half.byteLength}-${video.byteLength - 1}/${video.byteLength}`,
						'content-encoding': 'gzip',
						etag: '"1"',
					})
					.end(gzipSync(Buffer.alloc(half.byteLength, 'x'))),
			file(video),
		],
		...saved,
		videos: 3,
	},
	'a time of change that changed': {
		video: [
			raw(mp4Head({ 'Content-Length': video.byteLength, 'Last-Modified': 'Wed, 01 Jan 2025 00:00:00 GMT' }), half),
			part(206, undefined, 'x', 'Thu, 02 Jan 2025 00:00:00 GMT'),
			file(video),
		],
		...saved,
		videos: 3,
	},
	'a part that continues': {
		video: [raw(mp4Head({ 'Content-Length': video.byteLength, ETag: '"1"' }), half), part(206, '"1"')],
		...saved,
		videos: 2,
	},

	// 19. Bounds, redirects, expired URLs.
	'a server that drips': {
		video: ({ response }) => {
			response.writeHead(200, { 'content-length': video.byteLength });
			const timer = setInterval(() => response.write('\0'), 5);
			response.on('close', () => clearInterval(timer));
		},
		run: save({ deadline: 150 }),
		...refused,
		videos: 1,
		says: 'it did not finish within 150 ms',
		facts: { code: 'DEADLINE' },
	},
	'a server that is silent': {
		video: () => undefined,
		run: save({ deadline: 150 }),
		...refused,
		videos: 1,
		facts: { code: 'DEADLINE' },
	},
	'onProgress that never settles': {
		run: save({ deadline: 150, onProgress: () => new Promise(() => {}) }),
		...refused,
		videos: 1,
		facts: { code: 'DEADLINE' },
	},
	'onProgress that throws': {
		run: save({
			onProgress() {
				throw new Error('a bug');
			},
		}),
		...base,
		outcome: 'CallbackError',
		check: leaves(),
	},
	'a file of more than maxBytes': {
		run: save({ maxBytes: 1_000 }),
		...refused,
		videos: 1,
		facts: { code: 'TOO_LARGE' },
	},
	'a file without a length, of more than maxBytes': {
		video: ({ response }) => {
			response.write(Buffer.concat([mp4('').subarray(0, -8), Buffer.from('\0\0\0\0mdat')]));
			const timer = setInterval(() => response.write(Buffer.alloc(100_000)), 1);
			response.on('close', () => clearInterval(timer));
		},
		run: save({ maxBytes: 1_000_000 }),
		...refused,
		videos: 1,
		facts: { code: 'TOO_LARGE' },
	},
	'a file of just maxBytes': { run: save({ maxBytes: video.byteLength }), ...saved },
	'a deadline that is none': {
		run: save({ deadline: 5n as never }),
		...none('ConfigurationError'),
		reads: 1,
		says: 'deadline',
	},
	'a maxBytes that is none': {
		run: save({ maxBytes: Number.NaN }),
		...none('ConfigurationError'),
		reads: 1,
		says: 'maxBytes',
	},
	'a redirect within the network of the API': {
		video: ({ incoming, response }) =>
			incoming.url === '/video.mp4' ? response.writeHead(302, { location: '/other.mp4' }).end() : response.end(video),
		...saved,
		videos: 2,
	},
	...Object.fromEntries(
		[
			'https://127.0.0.1/a.mp4',
			'https://localhost/a.mp4',
			'https://[::1]/a.mp4',
			'https://[::ffff:7f00:1]/a.mp4',
			'https://10.1.2.3/a.mp4',
			'https://172.20.0.1/a.mp4',
			'https://192.168.0.1/a.mp4',
			'https://169.254.169.254/latest/meta-data',
			'https://0x7f.1/a.mp4',
			'https://2130706433/a.mp4',
			'https://[fd00::1]/a.mp4',
			'https://printer.local/a.mp4',
			'https://a.localhost./a.mp4',
			'http://cdn.example/a.mp4',
			'ftp://cdn.example/a.mp4',
			'file:///etc/passwd',
			'data:video/mp4;base64,AAAA',
			'https://',
			'https://user:password@cdn.example/a.mp4',
			'https://cdn.example:6000/a.mp4',
		].map((location) => [
			`a redirect to ${location}`,
			{ ...redirected(location), ...refused, videos: 1, says: 'redirects' },
		]),
	),
	'a URL whose port fetch refuses': {
		read: task('SUCCESS', { result_url: 'http://127.0.0.1:6000/video.mp4' }),
		...refused,
		videos: 0,
		says: 'its URL has the port 6000, which fetch refuses',
		facts: { code: 'INVALID_URL' },
	},
	'a redirect to a public host': { ...redirected('https://other.example/a.mp4'), ...saved, videos: 2 },
	'redirects for ever': {
		video: ({ response }) => response.writeHead(302, { location: '/video.mp4' }).end(),
		...refused,
		videos: 6,
		says: 'redirects more than 5 times',
	},
	...Object.fromEntries(
		[
			[403, '<Error><Code>AccessDenied</Code></Error>'],
			[404, ''],
			[410, ''],
			[400, '<?xml version="1.0"?><Error><Code>ExpiredToken</Code><Message>…</Message></Error>'],
			[400, '{"Code":"ExpiredToken","Message":"…"}'],
			[400, '{"error":{"code":"ExpiredToken"}}'],
		].map(([status, body]) => [
			`an expired URL: ${status} ${body}`,
			{
				read: [succeeded(), fresh],
				video: [
					text(status as number, body as string, {
						'content-type': String(body).startsWith('{') ? 'application/json' : 'application/xml',
					}),
					file(video),
				],
				...saved,
				reads: 2,
				videos: 2,
			},
		]),
	),
	'an expired URL in a body of 300 MB': {
		read: [succeeded(), fresh],
		video: [
			({ response }) => void response.writeHead(403, { 'content-length': 3e8 }).write(Buffer.alloc(1e6)),
			file(video),
		],
		options: { requestTimeout: 300 },
		...saved,
		reads: 2,
		videos: 2,
	},
	'an expired URL whose task has no other': {
		video: text(403, ''),
		...refused,
		reads: 2,
		videos: 1,
		facts: { status: 403 },
	},
	'an expired URL, twice': { read: [succeeded(), fresh], video: text(403, ''), ...refused, reads: 2, videos: 2 },
	'400 with another code': { video: text(400, '<Error><Code>InvalidArgument</Code></Error>'), ...refused, videos: 1 },
	'500 for ever': { video: text(500, ''), ...refused, videos: 5 },
	'a reset for ever': { video: reset, ...refused, videos: 5 },
	'a broken URL': { run: ofUrl('https://exa mple/a.mp4'), ...refused, reads: 0, says: 'is not an http(s) URL' },
	'a URL of another scheme': { run: ofUrl('file:///etc/passwd'), ...refused, reads: 0 },
	'a URL that is no text': { run: ofUrl(5 as never), ...refused, reads: 0 },
	'a URL with a password': brokenUrl('https://user:password@cdn.example/a.mp4'),
	'a host that nobody knows': brokenUrl('https://host.invalid/a.mp4'),
	'an existing file': {
		run: save({}, (own) => writeFile(join(own, 'a.mp4'), 'old')),
		...base,
		outcome: 'SaveError',
		videos: 0,
		facts: { code: 'EEXIST' },
	},
	'an existing file, with overwrite, keeps its mode': {
		run: save({ overwrite: true }, (own) => writeFile(join(own, 'a.mp4'), 'old', { mode: 0o640 })),
		...saved,
		async check(outcome, world) {
			await whole(video)(outcome, world);
			expect((await stat((outcome as Saved).path)).mode & 0o777).toBe(0o640);
		},
	},
	'a link, with overwrite': {
		run: save({ overwrite: true }, async (own) => {
			await writeFile(join(own, 'b.mp4'), 'old');
			await symlink(join(own, 'b.mp4'), join(own, 'a.mp4'));
		}),
		...base,
		outcome: 'SaveError',
		videos: 0,
		says: 'it is not a regular file',
		async check(_, world) {
			expect(await readFile(join(folders.get(world)!, 'b.mp4'), 'utf8')).toBe('old');
		},
	},
	'a directory, with overwrite': {
		run: save({ overwrite: true }, (own) => mkdir(join(own, 'a.mp4'))),
		...base,
		outcome: 'SaveError',
		videos: 0,
		says: 'it is a directory',
	},
	'a path that is none': {
		run: async (world) => saveVideo(await world.client.task('task-1').wait(), 5 as never),
		...base,
		outcome: 'SaveError',
		videos: 0,
	},
	'a path with a zero byte': {
		run: async (world) => saveVideo(await world.client.task('task-1').wait(), 'a\0b'),
		...base,
		outcome: 'SaveError',
		videos: 0,
	},
	'a signal that is none': { run: save({ signal: 5 as never }), ...none('ConfigurationError'), reads: 1 },
	'an abort half-way': {
		video: raw(mp4Head({ 'Content-Length': video.byteLength }), half, 'keep'),
		run: (world) => save({ signal: AbortSignal.timeout(200) })(world),
		...base,
		outcome: 'AbortError',
		videos: 1,
		check: leaves(),
	},
	'a result whose URL quotes the key': {
		run: ofUrl(`https://host.invalid/${apiKey}`),
		...refused,
		reads: 0,
	},
};

suite('save', 'saved', save(), rows);

/** A video at a public host, which redirects once. The server of the test stands for all public hosts. */
function redirected(location: string): Omit<Row, 'outcome' | 'creates'> {
	return {
		read: task('SUCCESS', { result_url: 'https://cdn.example/video.mp4' }),
		video: [({ response }) => response.writeHead(302, { location }).end(), file(video)],
		async run(world) {
			const asked: string[] = [];
			const client = createClient({
				apiKey,
				baseUrl: 'https://api.example',
				async fetch(to, init) {
					const { host, pathname } = new URL(to);
					asked.push(host);
					return fetch(world.url + pathname, init);
				},
			});
			return save()({ ...world, client }, world).finally(() =>
				expect(asked.filter((host) => !host.endsWith('.example'))).toEqual([]),
			);
		},
	};
}

/** Saves a result that was read from JSON. */
function ofUrl(videoUrl: string) {
	return async (world: World): Promise<Saved> => {
		const own = await mkdtemp(join(folder, 'row-'));
		folders.set(world, own);
		const result: VideoResult = { taskId: 'task-1', videoUrl, expiresAt: '2030-01-01T00:00:00.000Z', raw: null };
		const path = await saveVideo(result, join(own, 'a.mp4'), { deadline: 20_000 });
		return { taskId: 'task-1', path, folder: own };
	};
}

/** A URL that fails each time: it is asked for once. */
function brokenUrl(videoUrl: string): Row {
	let tries = 0;
	return {
		read: task('SUCCESS', { result_url: videoUrl }),
		options: {
			fetch: async (to, init) => {
				if (to.startsWith('http://127.0.0.1')) return fetch(to, init);
				tries += 1;
				return fetch(to, init);
			},
		},
		...refused,
		async check(error, world) {
			await leaves()(error, world);
			expect(tries).toBeLessThanOrEqual(1);
		},
	};
}

function none(outcome: string): Row {
	return { outcome, creates: 0, check: leaves() };
}

/** The second half of the video, or a part of its length. */
function part(status: number, etag?: string, fill?: string, changed?: string): Answer {
	return ({ incoming, response }) => {
		expect(incoming.headers.range).toBe(`bytes=${half.byteLength}-`);
		const bytes =
			fill === undefined ? video.subarray(half.byteLength) : Buffer.alloc(video.byteLength - half.byteLength, fill);
		response
			.writeHead(status, {
				'content-range': `bytes ${half.byteLength}-${video.byteLength - 1}/${video.byteLength}`,
				...(etag !== undefined && { etag }),
				...(changed !== undefined && { 'last-modified': changed }),
			})
			.end(bytes);
	};
}

/** An MP4 whose last box has its size in 64 bits. */
function large(): Buffer {
	const size = Buffer.from('\0\0\0\x01mdat\0\0\0\0\0\0\0\x14data', 'latin1');
	return Buffer.concat([mp4('').subarray(0, -8), size]);
}

function randomBytes(length: number): Buffer {
	let state = 1;
	return Buffer.from(Array.from({ length }, () => (state = (state * 48271) % 2147483647) & 255));
}
