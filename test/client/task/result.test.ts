import { describe, expect, test, vi } from 'vitest';
import { openRange } from '../../../src/client/download/open-range.js';
import type { VideoResult } from '../../../src/client/index.js';
import { DownloadError, TaskAbortedError } from '../../../src/errors/index.js';
import { clientOf, failing, fakeApi, rejection, silence, succeeded, taskIn, text } from '../fake-api.js';

describe('a result', () => {
	test('is frozen plain data that JSON keeps whole', async () => {
		const api = fakeApi(
			taskIn('SUCCESS', {
				result_url: 'https://cdn.example/video.mp4',
				finish_time: 1_700_000_000,
				data: {
					content: { last_frame_url: 'https://cdn.example/last.png' },
					ratio: '16:9',
					duration: 11,
					resolution: '1080p',
					usage: { total_tokens: 108_900 },
				},
			}),
		);
		const result = await clientOf(api.fetch).task('task-1').wait();
		const { raw, ...rest } = result;
		expect(rest).toEqual({
			taskId: 'task-1',
			videoUrl: 'https://cdn.example/video.mp4',
			lastFrameUrl: 'https://cdn.example/last.png',
			expiresAt: '2023-11-15T22:13:20.000Z',
			ratio: '16:9',
			duration: 11,
			resolution: '1080p',
			usage: { totalTokens: 108_900 },
		});
		expect(raw).toMatchObject({ code: 'success' });
		expect(Object.isFrozen(result)).toBe(true);
		expect(JSON.parse(JSON.stringify(result))).toEqual(result);
	});

	test('has only what the API gave', async () => {
		const result = await clientOf(fakeApi(succeeded).fetch).task('task-1').wait();
		expect(Object.keys(result)).toEqual(['taskId', 'videoUrl', 'expiresAt', 'raw']);
	});

	test('expires a day from now where nothing tells when the task was finished', async () => {
		vi.useFakeTimers({ now: 1_700_000_000_000, toFake: ['Date'] });
		const result = await clientOf(fakeApi(succeeded).fetch)
			.task('task-1')
			.wait()
			.finally(() => vi.useRealTimers());
		expect(result.expiresAt).toBe('2023-11-15T22:13:20.000Z');
	});
});

describe('openRange', () => {
	const revived: VideoResult = {
		taskId: 'task-1',
		videoUrl: 'https://cdn.example/video.mp4',
		expiresAt: '2023-11-15T22:13:20.000Z',
		raw: null,
	};

	test("goes through the fetch of the result's client", async () => {
		const api = fakeApi(succeeded, text('video'));
		const { extent, body } = await openRange(await clientOf(api.fetch).task('task-1').wait());
		expect([extent.start, await new Response(body).text()]).toEqual([0, 'video']);
	});

	test('goes through the global fetch where the result comes from JSON, and asks for a range', async () => {
		const api = fakeApi(() => new Response('deo', { status: 206, headers: { 'content-range': 'bytes 2-4/5' } }));
		vi.stubGlobal('fetch', api.fetch);
		const { extent } = await openRange(revived, { position: 2 }).finally(() => vi.unstubAllGlobals());
		expect(extent).toMatchObject({ start: 2, total: 5 });
		expect(api.calls[0]).toMatchObject({ url: revived.videoUrl, init: { headers: { range: 'bytes=2-' } } });
	});

	test.each([
		['a 403', text('<Error>', 403), 'its URL, which is valid until', 403],
		['a reset', failing('ECONNRESET'), 'read ECONNRESET', undefined],
	])('ends in a DownloadError after %s', async (_, reply, reason, status) => {
		const api = fakeApi(succeeded, reply);
		const error = await rejection(openRange(await clientOf(api.fetch).task('task-1').wait()));
		expect(error).toBeInstanceOf(DownloadError);
		expect(error).toMatchObject({ taskId: 'task-1', status });
		expect((error as Error).message).toContain(reason);
		expect((error as Error).message).toContain('resume with client.task("task-1").wait()');
	});

	test('settles at once when it is aborted', async () => {
		const api = fakeApi(succeeded, silence);
		const result = await clientOf(api.fetch).task('task-1').wait();
		const controller = new AbortController();
		const opening = rejection(openRange(result, { signal: controller.signal }));
		controller.abort();
		expect(await opening).toBeInstanceOf(TaskAbortedError);
	});
});
