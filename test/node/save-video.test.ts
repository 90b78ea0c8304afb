import { mkdtemp, readdir, readFile, rm, symlink, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { VideoResult } from '../../src/client/index.js';
import { CallbackError, DownloadError, SaveError, TaskAbortedError } from '../../src/errors/index.js';
import { saveVideo, type SaveProgress } from '../../src/node/index.js';
import {
	clientOf,
	failing,
	fakeApi,
	rejection,
	request,
	succeeded,
	taskIn,
	text,
	type FakeApi,
	type Reply,
} from '../client/fake-api.js';
import { mp4 } from '../client/mp4.js';
import { createEmulator } from '../../src/testing/index.js';

const video = mp4Text('video');

/** The first twenty bytes of a video, and then a reset. */
function broken(headers: Record<string, string>): Reply {
	return () => {
		let pulled = false;
		const body = new ReadableStream({
			pull(stream) {
				if (pulled) return stream.error(new Error('reset'));
				pulled = true;
				stream.enqueue(bytes(video.slice(0, 20)));
			},
		});
		return new Response(body, { headers });
	};
}

/** The first twenty bytes of a video, and then nothing for ever. */
const stalled: Reply = () =>
	new Response(new ReadableStream({ start: (stream) => stream.enqueue(bytes(video.slice(0, 20))) }));

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'save-video-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a video', () => {
	test('is saved whole, and the absolute path is told', async () => {
		const path = await saveVideo(await resultOf(text(video)), relative(process.cwd(), join(folder, 'a.mp4')));
		expect(path).toBe(join(folder, 'a.mp4'));
		expect(await readFile(path, 'utf8')).toBe(video);
		expect(await readdir(folder)).toEqual(['a.mp4']);
	});

	test('is told piece by piece', async () => {
		const seen: SaveProgress[] = [];
		const result = await resultOf(pieces([video.slice(0, 3), video.slice(3)], { 'content-length': '37' }));
		await saveVideo(result, join(folder, 'a.mp4'), { onProgress: (progress) => seen.push(progress) });
		expect(seen).toEqual([
			{ taskId: 'task-1', bytes: 3, total: 37 },
			{ taskId: 'task-1', bytes: 37, total: 37 },
		]);
	});

	test('is told without a total where the server gives none, or that of a compressed body', async () => {
		for (const headers of [{}, { 'content-encoding': 'gzip', 'content-length': '3' }]) {
			const seen: SaveProgress[] = [];
			const options = { overwrite: true, onProgress: (progress: SaveProgress) => seen.push(progress) };
			await saveVideo(await resultOf(pieces([video], headers)), join(folder, 'a.mp4'), options);
			expect(seen).toEqual([{ taskId: 'task-1', bytes: 37 }]);
		}
	});

	test('of the emulator is an mp4', async () => {
		const { fetch } = createEmulator({ queuedFor: 0, runningFor: 0 });
		const path = await saveVideo(await clientOf(fetch).generate(request), join(folder, 'a.mp4'));
		expect((await readFile(path)).toString('latin1', 4, 8)).toBe('ftyp');
	});
});

describe('a file that stands there', () => {
	test('is not replaced, and nothing is downloaded', async () => {
		await writeFile(join(folder, 'a.mp4'), 'old');
		const api = fakeApi(succeeded, text(video));
		const result = await clientOf(api.fetch).task('task-1').wait();
		const error = await rejection(saveVideo(result, join(folder, 'a.mp4')));
		expect(error).toBeInstanceOf(SaveError);
		expect(error).toMatchObject({ code: 'EEXIST', path: join(folder, 'a.mp4'), taskId: 'task-1' });
		expect((error as Error).message).toContain('pass overwrite: true to replace it');
		expect(await readFile(join(folder, 'a.mp4'), 'utf8')).toBe('old');
		expect(api.calls).toHaveLength(1);
	});

	test('is not replaced where it came during the download', async () => {
		const onProgress = (): Promise<void> => writeFile(join(folder, 'a.mp4'), 'other');
		const error = await rejection(saveVideo(await resultOf(text(video)), join(folder, 'a.mp4'), { onProgress }));
		expect(error).toMatchObject({ name: 'SaveError', code: 'EEXIST' });
		expect(await readFile(join(folder, 'a.mp4'), 'utf8')).toBe('other');
		expect(await readdir(folder)).toEqual(['a.mp4']);
	});

	test('is replaced with overwrite', async () => {
		await writeFile(join(folder, 'a.mp4'), 'old');
		await saveVideo(await resultOf(text(video)), join(folder, 'a.mp4'), { overwrite: true });
		expect(await readFile(join(folder, 'a.mp4'), 'utf8')).toBe(video);
	});

	test('stays as it was where the new one fails', async () => {
		await writeFile(join(folder, 'a.mp4'), 'old');
		await rejection(saveVideo(await resultOf(broken({})), join(folder, 'a.mp4'), { overwrite: true }));
		expect(await readFile(join(folder, 'a.mp4'), 'utf8')).toBe('old');
		expect(await readdir(folder)).toEqual(['a.mp4']);
	});

	test('is not replaced where two downloads end at once', async () => {
		const saves = await Promise.allSettled(
			Array.from({ length: 8 }, async () => saveVideo(await resultOf(text(video)), join(folder, 'a.mp4'))),
		);
		expect(saves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect(await readdir(folder)).toEqual(['a.mp4']);
	});

	test('is not replaced where it is a link to nothing', async () => {
		await symlink(join(folder, 'nowhere'), join(folder, 'a.mp4'));
		const error = await rejection(saveVideo(await resultOf(text(video)), join(folder, 'a.mp4')));
		expect(error).toMatchObject({ name: 'SaveError', code: 'EEXIST' });
		expect(await readdir(folder)).toEqual(['a.mp4']);
	});

	test('is not replaced where it is a directory', async () => {
		await mkdir(join(folder, 'a.mp4'));
		const error = await rejection(saveVideo(await resultOf(text(video)), join(folder, 'a.mp4'), { overwrite: true }));
		expect(error).toMatchObject({ name: 'SaveError', code: 'EISDIR' });
	});
});

test('a directory that is not there is told before anything is downloaded', async () => {
	const api = fakeApi(succeeded, text(video));
	const result = await clientOf(api.fetch).task('task-1').wait();
	const error = await rejection(saveVideo(result, join(folder, 'none', 'a.mp4')));
	expect(error).toBeInstanceOf(SaveError);
	expect(error).toMatchObject({ code: 'ENOENT', cause: { syscall: 'open' } });
	expect(api.calls).toHaveLength(1);
});

test('a directory that is a file is told as the file system tells it', async () => {
	await writeFile(join(folder, 'file'), '');
	const error = await rejection(saveVideo(await resultOf(text(video)), join(folder, 'file', 'a.mp4')));
	expect(error).toMatchObject({ name: 'SaveError', code: 'ENOTDIR' });
});

test('a name that the file system refuses is told before anything is downloaded, with what to do', async () => {
	const [api, result] = await apiOf(text(video));
	const error = await rejection(saveVideo(result, join(folder, `${'a'.repeat(300)}.mp4`)));
	expect(error).toMatchObject({
		name: 'SaveError',
		code: 'ENAMETOOLONG',
		message: expect.stringContaining('choose another path'),
	});
	expect(api.calls).toHaveLength(1);
});

describe('what is no video is not saved', () => {
	test.each<[string, Reply]>([
		['a page', answer('<html>Log in</html>', 200, { 'content-type': 'text/html; charset=utf-8' })],
		['an error in JSON', answer('{"error":"gone"}', 200, { 'content-type': 'application/json' })],
	])('%s', async (_, reply) => {
		const error = await rejection(saveVideo(await resultOf(reply), join(folder, 'a.mp4')));
		expect(error).toMatchObject({ name: 'DownloadError', message: expect.stringContaining('which is not a video') });
		expect(await readdir(folder)).toEqual([]);
	});

	test('nothing at all', async () => {
		const error = await rejection(saveVideo(await resultOf(text('')), join(folder, 'a.mp4')));
		expect(error).toMatchObject({ name: 'DownloadError', message: expect.stringContaining('it was empty') });
		expect(await readdir(folder)).toEqual([]);
	});

	test('less than was announced before it broke', async () => {
		const [, result] = await apiOf(broken({ 'content-length': '37' }), pieces([video.slice(0, 20)]));
		const error = await rejection(saveVideo(result, join(folder, 'a.mp4')));
		expect(error).toMatchObject({
			name: 'DownloadError',
			message: expect.stringContaining('it ended after 20 of 37 bytes'),
		});
	});
});

describe('nothing is left of a download', () => {
	test.each<[string, Reply, string]>([
		['that is refused', text('<Error>', 403), 'answered 403'],
		['that finds nobody', failing('ECONNREFUSED'), 'ECONNREFUSED'],
		['that breaks', broken({}), 'the connection broke after 20 bytes: reset'],
		['that ends early', pieces([video.slice(0, 3)], { 'content-length': '37' }), 'it ended after 3 of 37 bytes'],
		['that goes on for too long', pieces([`${video}!`], { 'content-length': '37' }), 'it ended after 38 of 37 bytes'],
	])('%s', async (_, reply, reason) => {
		const error = await rejection(saveVideo(await resultOf(reply), join(folder, 'a.mp4')));
		expect(error).toBeInstanceOf(DownloadError);
		expect((error as Error).message).toContain(reason);
		expect(await readdir(folder)).toEqual([]);
	});

	test('that is aborted, and it settles at once', async () => {
		const controller = new AbortController();
		const onProgress = (): void => void setTimeout(() => controller.abort('enough'), 1);
		const { signal } = controller;
		const error = await rejection(saveVideo(await resultOf(stalled), join(folder, 'a.mp4'), { signal, onProgress }));
		expect(error).toBeInstanceOf(TaskAbortedError);
		expect(error).toMatchObject({ taskId: 'task-1', cause: 'enough' });
		expect(await readdir(folder)).toEqual([]);
	});

	test('that is aborted while onProgress is still at it', async () => {
		const controller = new AbortController();
		const onProgress = (): Promise<never> => {
			controller.abort();
			return new Promise(() => {});
		};
		const { signal } = controller;
		const error = await rejection(
			saveVideo(await resultOf(text(video)), join(folder, 'a.mp4'), { onProgress, signal }),
		);
		expect(error).toBeInstanceOf(TaskAbortedError);
		expect(await readdir(folder)).toEqual([]);
	});

	test('whose onProgress throws', async () => {
		const onProgress = vi.fn().mockRejectedValue(new Error('a bug'));
		const error = await rejection(saveVideo(await resultOf(text(video)), join(folder, 'a.mp4'), { onProgress }));
		expect(error).toBeInstanceOf(CallbackError);
		expect(await readdir(folder)).toEqual([]);
	});
});

describe('a download that breaks', () => {
	test.each([
		['a text', 'a text'],
		['an object', { toString: (): string => 'an object' }],
		['undefined', undefined],
	])('because fetch throws %s is a DownloadError', async (_, thrown) => {
		const throwing: Reply = () => {
			throw thrown;
		};
		const error = await rejection(saveVideo(await resultOf(throwing), join(folder, 'a.mp4')));
		expect(error).toMatchObject({ name: 'DownloadError', taskId: 'task-1' });
		expect((error as Error).message).toContain(String(thrown));
	});

	test('goes on where it was, by the version that it had', async () => {
		const [api, result] = await apiOf(broken({ etag: '"1"' }), part(20, { etag: '"1"' }));
		const seen: number[] = [];
		const path = await saveVideo(result, join(folder, 'a.mp4'), { onProgress: ({ bytes }) => seen.push(bytes) });
		expect(await readFile(path, 'utf8')).toBe(video);
		expect(api.calls.at(-1)?.init.headers).toEqual({
			'accept-encoding': 'identity',
			range: 'bytes=20-',
			'if-range': '"1"',
		});
		expect(seen).toEqual([20, 37]);
	});

	test('goes on after a silence in the middle of it', async () => {
		const api = fakeApi(succeeded, stalled, pieces([video]));
		const result = await clientOf(api.fetch, { requestTimeout: 20 }).task('task-1').wait();
		expect(await readFile(await saveVideo(result, join(folder, 'a.mp4')), 'utf8')).toBe(video);
	});

	test('is left alone for as long as its server asks', async () => {
		const sentAt: number[] = [];
		const api = fakeApi(succeeded, answer('', 429, { 'retry-after': '1' }), text(video));
		const fetch: typeof api.fetch = (...call) => {
			sentAt.push(performance.now());
			return api.fetch(...call);
		};
		await saveVideo(await clientOf(fetch).task('task-1').wait(), join(folder, 'a.mp4'));
		expect(sentAt[2]! - sentAt[1]!).toBeGreaterThanOrEqual(999);
	});

	test('starts again with a weak validator', async () => {
		const [api, result] = await apiOf(broken({ etag: 'W/"1"' }), text(video));
		expect(await readFile(await saveVideo(result, join(folder, 'a.mp4')), 'utf8')).toBe(video);
		expect(api.calls.at(-1)?.init.headers).toEqual({ 'accept-encoding': 'identity' });
	});

	test('starts anew where the server knows no ranges, or has another version', async () => {
		const other = mp4Text('a');
		const [, result] = await apiOf(broken({}), text(other));
		expect(await readFile(await saveVideo(result, join(folder, 'a.mp4')), 'utf8')).toBe(other);
	});

	test('starts anew where what came was compressed', async () => {
		const [api, result] = await apiOf(broken({ 'content-encoding': 'gzip' }), text(video));
		expect(await readFile(await saveVideo(result, join(folder, 'a.mp4')), 'utf8')).toBe(video);
		expect(api.calls.at(-1)?.init.headers).toEqual({ 'accept-encoding': 'identity' });
	});

	test('starts anew where the range is out of the file', async () => {
		const [api, result] = await apiOf(broken({}), text('', 416), text(video));
		expect(await readFile(await saveVideo(result, join(folder, 'a.mp4')), 'utf8')).toBe(video);
		expect(api.calls).toHaveLength(4);
	});

	test.each<[string, Reply]>([
		['that begins elsewhere', part(2)],
		['that ends early', answer(video.slice(20, 30), 206, { 'content-range': 'bytes 20-29/37' })],
		['of another length', answer(`${video.slice(20)}!`, 206, { 'content-range': 'bytes 20-37/38' })],
		['of another version', part(20, { etag: '"2"' })],
		['that says nothing of itself', answer(video.slice(20), 206, {})],
	])('starts again after a part %s', async (_, reply) => {
		const [api, result] = await apiOf(broken({ etag: '"1"', 'content-length': '37' }), reply, text(video));
		expect(await readFile(await saveVideo(result, join(folder, 'a.mp4')), 'utf8')).toBe(video);
		expect(api.calls).toHaveLength(4);
		expect(api.calls.at(-1)?.init.headers).toEqual({ 'accept-encoding': 'identity' });
	});

	test('is given up after the fifth try', async () => {
		const [api, result] = await apiOf(broken({}));
		expect(await rejection(saveVideo(result, join(folder, 'a.mp4')))).toBeInstanceOf(DownloadError);
		expect(api.calls).toHaveLength(6);
	});

	function part(start: number, headers: Record<string, string> = {}): Reply {
		return answer(video.slice(start), 206, { 'content-range': `bytes ${start}-36/37`, ...headers });
	}
});

describe('a URL that has expired', () => {
	const elsewhere = taskIn('SUCCESS', { result_url: 'https://cdn.example/fresh.mp4' });

	test.each([403, 404, 410])('with a %i is read from the task again', async (status) => {
		const [api, result] = await apiOf(text('', status), elsewhere, text(video));
		expect(await readFile(await saveVideo(result, join(folder, 'a.mp4')), 'utf8')).toBe(video);
		expect(api.calls.at(-1)?.url).toBe('https://cdn.example/fresh.mp4');
	});

	test('is read once only', async () => {
		const [api, result] = await apiOf(text('', 403), elsewhere, text('', 403));
		expect(await rejection(saveVideo(result, join(folder, 'a.mp4')))).toMatchObject({
			name: 'DownloadError',
			status: 403,
			taskId: 'task-1',
		});
		expect(api.calls).toHaveLength(4);
	});

	test('ends the download where the task gives the same, or nothing', async () => {
		for (const reply of [succeeded, text('', 500), taskIn('FAILURE')]) {
			const [api, result] = await apiOf(text('', 403), reply);
			expect(await rejection(saveVideo(result, join(folder, 'a.mp4')))).toBeInstanceOf(DownloadError);
			expect(api.calls).toHaveLength(3);
		}
	});
});

test('a long video is never held in memory', async () => {
	let sent = 0;
	const piece = new Uint8Array(1 << 20);
	const head = piece.slice();
	// A last box without a size reaches to the end of the file.
	head.set(bytes(`${mp4Text('').slice(0, 24)}\0\0\0\0mdat`));
	const long: Reply = () =>
		new Response(
			new ReadableStream({
				pull(stream) {
					sent += 1;
					if (sent > 64) stream.close();
					else stream.enqueue(sent === 1 ? head : piece.slice());
				},
			}),
		);
	let ahead = 0;
	let written = 0;
	const onProgress = ({ bytes: received }: SaveProgress): void => {
		ahead = Math.max(ahead, sent - written);
		written = received >> 20;
	};
	await saveVideo(await resultOf(long), join(folder, 'a.mp4'), { onProgress });
	expect(written).toBe(64);
	expect(ahead).toBeLessThan(4);
});

async function resultOf(reply: Reply): Promise<VideoResult> {
	return (await apiOf(reply))[1];
}

/** A result, and the API that answers to what is done with it. */
async function apiOf(...replies: readonly Reply[]): Promise<[FakeApi, VideoResult]> {
	const api = fakeApi(succeeded, ...replies);
	return [api, await clientOf(api.fetch).task('task-1').wait()];
}

function answer(body: string, status: number, headers: Record<string, string>): Reply {
	return () => new Response(body, { status, headers });
}

function pieces(parts: readonly string[], headers: Record<string, string> = {}): Reply {
	return () =>
		new Response(
			new ReadableStream({
				start(stream) {
					for (const part of parts) stream.enqueue(bytes(part));
					stream.close();
				},
			}),
			{ headers },
		);
}

function bytes(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}

/** A small MP4 as text: its bytes are all ASCII. */
function mp4Text(payload: string): string {
	return mp4(payload).toString('latin1');
}
