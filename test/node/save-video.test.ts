import { mkdtemp, readdir, readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { VideoResult } from '../../src/client/index.js';
import { CallbackError, DownloadError, SaveError, TaskAbortedError } from '../../src/errors/index.js';
import { saveVideo, type SaveProgress } from '../../src/node/index.js';
import { clientOf, failing, fakeApi, rejection, request, succeeded, text, type Reply } from '../client/fake-api.js';
import { createEmulator } from '../../src/testing/index.js';

const broken: Reply = () => {
	let pulled = false;
	return new Response(
		new ReadableStream({
			pull(stream) {
				if (pulled) return stream.error(new Error('reset'));
				pulled = true;
				stream.enqueue(bytes('vid'));
			},
		}),
	);
};

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'save-video-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a video', () => {
	test('is saved whole, and the absolute path is told', async () => {
		const path = await saveVideo(await resultOf(text('video')), relative(process.cwd(), join(folder, 'a.mp4')));
		expect(path).toBe(join(folder, 'a.mp4'));
		expect(await readFile(path, 'utf8')).toBe('video');
		expect(await readdir(folder)).toEqual(['a.mp4']);
	});

	test('is told piece by piece', async () => {
		const seen: SaveProgress[] = [];
		const result = await resultOf(pieces(['vid', 'eo'], { 'content-length': '5' }));
		await saveVideo(result, join(folder, 'a.mp4'), { onProgress: (progress) => seen.push(progress) });
		expect(seen).toEqual([
			{ taskId: 'task-1', bytes: 3, total: 5 },
			{ taskId: 'task-1', bytes: 5, total: 5 },
		]);
	});

	test('is told without a total where the server gives none, or that of a compressed body', async () => {
		for (const headers of [{}, { 'content-encoding': 'gzip', 'content-length': '3' }]) {
			const seen: SaveProgress[] = [];
			const options = { overwrite: true, onProgress: (progress: SaveProgress) => seen.push(progress) };
			await saveVideo(await resultOf(pieces(['video'], headers)), join(folder, 'a.mp4'), options);
			expect(seen).toEqual([{ taskId: 'task-1', bytes: 5 }]);
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
		const api = fakeApi(succeeded, text('video'));
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
		const error = await rejection(saveVideo(await resultOf(text('video')), join(folder, 'a.mp4'), { onProgress }));
		expect(error).toMatchObject({ name: 'SaveError', code: 'EEXIST' });
		expect(await readFile(join(folder, 'a.mp4'), 'utf8')).toBe('other');
		expect(await readdir(folder)).toEqual(['a.mp4']);
	});

	test('is replaced with overwrite', async () => {
		await writeFile(join(folder, 'a.mp4'), 'old');
		await saveVideo(await resultOf(text('video')), join(folder, 'a.mp4'), { overwrite: true });
		expect(await readFile(join(folder, 'a.mp4'), 'utf8')).toBe('video');
	});

	test('stays as it was where the new one fails', async () => {
		await writeFile(join(folder, 'a.mp4'), 'old');
		await rejection(saveVideo(await resultOf(broken), join(folder, 'a.mp4'), { overwrite: true }));
		expect(await readFile(join(folder, 'a.mp4'), 'utf8')).toBe('old');
		expect(await readdir(folder)).toEqual(['a.mp4']);
	});

	test('is not replaced where it is a directory', async () => {
		await mkdir(join(folder, 'a.mp4'));
		const error = await rejection(saveVideo(await resultOf(text('video')), join(folder, 'a.mp4'), { overwrite: true }));
		expect(error).toMatchObject({ name: 'SaveError', code: 'EISDIR' });
	});
});

test('a directory that is not there is told before anything is downloaded', async () => {
	const api = fakeApi(succeeded, text('video'));
	const result = await clientOf(api.fetch).task('task-1').wait();
	const error = await rejection(saveVideo(result, join(folder, 'none', 'a.mp4')));
	expect(error).toBeInstanceOf(SaveError);
	expect(error).toMatchObject({ code: 'ENOENT', cause: { syscall: 'open' } });
	expect(api.calls).toHaveLength(1);
});

test('a directory that is a file is told as the file system tells it', async () => {
	await writeFile(join(folder, 'file'), '');
	const error = await rejection(saveVideo(await resultOf(text('video')), join(folder, 'file', 'a.mp4')));
	expect(error).toMatchObject({ name: 'SaveError', code: 'ENOTDIR' });
});

describe('nothing is left of a download', () => {
	test.each<[string, Reply, string]>([
		['that is refused', text('<Error>', 403), 'answered 403'],
		['that finds nobody', failing('ECONNREFUSED'), 'ECONNREFUSED'],
		['that breaks', broken, 'the connection broke after 3 bytes: reset'],
		['that ends early', pieces(['vid'], { 'content-length': '5' }), 'it ended after 3 of 5 bytes'],
		['that goes on for too long', pieces(['video!'], { 'content-length': '5' }), 'it ended after 6 of 5 bytes'],
	])('%s', async (_, reply, reason) => {
		const error = await rejection(saveVideo(await resultOf(reply), join(folder, 'a.mp4')));
		expect(error).toBeInstanceOf(DownloadError);
		expect((error as Error).message).toContain(reason);
		expect(await readdir(folder)).toEqual([]);
	});

	test('that is aborted, and it settles at once', async () => {
		const stalled: Reply = () => new Response(new ReadableStream({ start: (stream) => stream.enqueue(bytes('vid')) }));
		const controller = new AbortController();
		const onProgress = (): void => void setTimeout(() => controller.abort('enough'), 1);
		const { signal } = controller;
		const error = await rejection(saveVideo(await resultOf(stalled), join(folder, 'a.mp4'), { signal, onProgress }));
		expect(error).toBeInstanceOf(TaskAbortedError);
		expect(error).toMatchObject({ taskId: 'task-1', cause: 'enough' });
		expect(await readdir(folder)).toEqual([]);
	});

	test('whose onProgress throws', async () => {
		const onProgress = vi.fn().mockRejectedValue(new Error('a bug'));
		const error = await rejection(saveVideo(await resultOf(text('video')), join(folder, 'a.mp4'), { onProgress }));
		expect(error).toBeInstanceOf(CallbackError);
		expect(await readdir(folder)).toEqual([]);
	});
});

test('a long video is never held in memory', async () => {
	let sent = 0;
	const piece = new Uint8Array(1 << 20);
	const long: Reply = () =>
		new Response(
			new ReadableStream({
				pull(stream) {
					sent += 1;
					if (sent > 64) stream.close();
					else stream.enqueue(piece.slice());
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
	return clientOf(fakeApi(succeeded, reply).fetch).task('task-1').wait();
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
