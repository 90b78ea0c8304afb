import { describe, expect, test, vi } from 'vitest';
import type { TaskProgress } from '../../../src/client/index.js';
import {
	ApiError,
	CallbackError,
	NetworkError,
	TaskAbortedError,
	TaskFailedError,
	TaskTimeoutError,
	UnexpectedResponseError,
} from '../../../src/errors/index.js';
import {
	clientOf,
	created,
	failing,
	fakeApi,
	json,
	rejection,
	request,
	silence,
	succeeded,
	taskIn,
	text,
	type Reply,
} from '../fake-api.js';

const resume = 'resume with client.task("task-1").wait()';

describe('a wait', () => {
	test('ends with the video', async () => {
		const api = fakeApi(taskIn('QUEUED'), taskIn('IN_PROGRESS'), succeeded);
		const result = await clientOf(api.fetch).task('task-1').wait();
		expect(result).toMatchObject({ taskId: 'task-1', videoUrl: 'https://cdn.example/video.mp4' });
		expect(api.calls.map(({ url }) => url)).toEqual(Array(3).fill('https://ai.alad.com/v1/video/generations/task-1'));
	});

	test('looks at once', async () => {
		const api = fakeApi(succeeded);
		const client = clientOf(api.fetch, { polling: { interval: 600_000, maxInterval: 600_000 } });
		await client.task('task-1').wait();
		expect(api.calls).toHaveLength(1);
	});

	test('tells each change once', async () => {
		const api = fakeApi(
			taskIn('QUEUED'),
			taskIn('QUEUED'),
			taskIn('IN_PROGRESS', { progress: '50%' }),
			taskIn('IN_PROGRESS', { progress: '50%' }),
			taskIn('IN_PROGRESS', { progress: '80%' }),
			succeeded,
		);
		const seen: TaskProgress[] = [];
		await clientOf(api.fetch)
			.task('task-1')
			.wait({ onProgress: (progress) => seen.push(progress) });
		expect(seen.map(({ status, progress }) => [status, progress])).toEqual([
			['queued', 0],
			['running', 0.5],
			['running', 0.8],
			['succeeded', 1],
		]);
		expect(seen[0]).toEqual({ taskId: 'task-1', status: 'queued', progress: 0, elapsed: expect.any(Number) });
	});

	test.each<[string, Reply]>([
		['a 500', text('', 500)],
		['a 502 with a page', text('<html>Bad Gateway</html>', 502)],
		['a 503', json({ message: 'busy' }, 503)],
		['a 429', json({ message: 'slow down' }, 429)],
		['a 408', text('', 408)],
		['a reset', failing('ECONNRESET')],
		['a refused connection', failing('ECONNREFUSED')],
		['a page', text('<html>Welcome</html>')],
		['an empty answer', text('')],
		['half an answer', text('{"data":{"sta')],
		['an answer about nothing', json({ code: 'success', message: '', data: null })],
		['a status that nobody knows', taskIn('PAUSED')],
		['a success without a URL', taskIn('SUCCESS')],
	])('goes on after %s', async (_, reply) => {
		const api = fakeApi(reply, succeeded);
		await expect(clientOf(api.fetch).task('task-1').wait()).resolves.toMatchObject({ taskId: 'task-1' });
		expect(api.calls).toHaveLength(2);
	});

	test('goes on after a read that takes too long', async () => {
		const api = fakeApi(silence, succeeded);
		await clientOf(api.fetch, { requestTimeout: 5 }).task('task-1').wait();
		expect(api.calls).toHaveLength(2);
	});

	test.each([
		[401, { error: { message: 'Invalid API key', code: 'invalid_api_key' } }, 'auth'],
		[403, {}, 'auth'],
		[404, {}, 'not-found'],
		[400, { code: 'task_not_exist', message: 'task not exist' }, 'not-found'],
	])('ends with a %i that no repetition would change', async (status, body, kind) => {
		const api = fakeApi(json(body, status));
		const error = await rejection(clientOf(api.fetch).task('task-1').wait());
		expect(error).toBeInstanceOf(ApiError);
		expect(error).toMatchObject({ status, kind, taskId: 'task-1' });
		expect(api.calls).toHaveLength(1);
	});

	test('ends with a redirect, which is never followed', async () => {
		const api = fakeApi(() => new Response(null, { status: 307, headers: { location: 'https://evil.example' } }));
		const error = await rejection(clientOf(api.fetch).task('task-1').wait());
		expect(error).toBeInstanceOf(UnexpectedResponseError);
		expect(error).toMatchObject({ status: 307, taskId: 'task-1' });
		expect(api.calls).toHaveLength(1);
	});

	test('writes the id into the address as one step of it', async () => {
		const api = fakeApi(succeeded);
		await clientOf(api.fetch).task('a/b?c').wait();
		expect(api.calls[0]?.url).toBe('https://ai.alad.com/v1/video/generations/a%2Fb%3Fc');
	});
});

describe('the pause after a failed read', () => {
	test.each([
		['keeps to Retry-After', json({}, 429, { 'retry-after': '4' }), 4_000],
		['is the usual one without it', json({}, 429), 1_000],
		['is the usual one after a drop', failing('ECONNRESET'), 1_000],
		['keeps to a Retry-After in parts of a second', json({}, 503, { 'retry-after': '3.5' }), 4_000],
		['keeps to a long Retry-After for a minute only', json({}, 429, { 'retry-after': '3600' }), 60_000],
	])('%s', async (_, reply, pause) => {
		vi.useFakeTimers();
		const began = performance.now();
		const wait = clientOf(fakeApi(reply, succeeded).fetch, { polling: { interval: 1_000, maxInterval: 1_000 } })
			.task('task-1')
			.wait();
		await vi.runAllTimersAsync();
		await wait;
		expect(performance.now() - began).toBe(pause);
		vi.useRealTimers();
	});
});

describe('a task that ends without a video is a TaskFailedError', () => {
	test.each([
		['FAILURE', 'failed', 'task "task-1" failed: OutputVideoSensitiveContentDetected: too wild; submit again'],
		['cancelled', 'cancelled', 'task "task-1" was cancelled: OutputVideoSensitiveContentDetected: too wild;'],
		['EXPIRED', 'expired', 'task "task-1" expired: OutputVideoSensitiveContentDetected: too wild;'],
	])('with the status %s', async (rawStatus, status, message) => {
		const reason = JSON.stringify({ error: { code: 'OutputVideoSensitiveContentDetected', message: 'too wild' } });
		const api = fakeApi(taskIn(rawStatus, { fail_reason: reason }));
		const error = await rejection(clientOf(api.fetch).task('task-1').wait());
		expect(error).toBeInstanceOf(TaskFailedError);
		expect(error).toMatchObject({
			taskId: 'task-1',
			status,
			kind: 'output-moderation',
			code: 'OutputVideoSensitiveContentDetected',
			reason: 'too wild',
			retryable: true,
		});
		expect((error as Error).message).toContain(message);
		expect(api.calls).toHaveLength(1);
	});
});

describe('the deadline', () => {
	test('ends a wait with the last status and the way back', async () => {
		const api = fakeApi(taskIn('PAUSED'));
		const error = await rejection(clientOf(api.fetch).task('task-1').wait({ deadline: 5 }));
		expect(error).toBeInstanceOf(TaskTimeoutError);
		expect(error).toMatchObject({ taskId: 'task-1', deadline: 5, lastStatus: 'unknown', rawStatus: 'PAUSED' });
		expect((error as Error).message).toBe(
			`task "task-1" didn't finish within 5 ms (last status: unknown, "PAUSED"): ${resume}`,
		);
	});

	test('has the last failed read for a cause', async () => {
		const api = fakeApi(failing('ECONNRESET'));
		const error = (await rejection(clientOf(api.fetch).task('task-1').wait({ deadline: 5 }))) as TaskTimeoutError;
		expect(error.cause).toBeInstanceOf(NetworkError);
		expect(error.lastStatus).toBeUndefined();
	});

	test('that is no time is refused', async () => {
		const api = fakeApi(succeeded);
		await expect(clientOf(api.fetch).task('task-1').wait({ deadline: -1 })).rejects.toThrow(
			'deadline -1 is out of range',
		);
		expect(api.calls).toEqual([]);
	});
});

describe('an abort', () => {
	test('between two looks settles at once, and no look follows', async () => {
		const api = fakeApi(taskIn('IN_PROGRESS'));
		const client = clientOf(api.fetch, { polling: { interval: 20, maxInterval: 20 } });
		const controller = new AbortController();
		const wait = rejection(
			client
				.task('task-1')
				.wait({ signal: controller.signal, onProgress: () => setTimeout(() => controller.abort('enough'), 2) }),
		);
		const error = await wait;
		expect(error).toBeInstanceOf(TaskAbortedError);
		expect(error).toMatchObject({ name: 'AbortError', taskId: 'task-1', lastStatus: 'running', cause: 'enough' });
		expect((error as Error).message).toBe(`aborted: task "task-1" (last status: running) isn't affected; ${resume}`);
		await new Promise((resolve) => setTimeout(resolve, 40));
		expect(api.calls).toHaveLength(1);
	});

	test("during a look settles at once, though the fetch doesn't listen", async () => {
		const api = fakeApi(silence);
		const controller = new AbortController();
		const wait = rejection(clientOf(api.fetch).task('task-1').wait({ signal: controller.signal }));
		await vi.waitFor(() => expect(api.calls).toHaveLength(1), { interval: 1 });
		controller.abort();
		expect(await wait).toBeInstanceOf(TaskAbortedError);
	});

	test('keeps a late answer from being told', async () => {
		let answer: (response: Response) => void = () => {};
		const api = fakeApi(() => new Promise((resolve) => (answer = resolve)));
		const controller = new AbortController();
		const onProgress = vi.fn();
		const wait = rejection(clientOf(api.fetch).task('task-1').wait({ signal: controller.signal, onProgress }));
		await vi.waitFor(() => expect(api.calls).toHaveLength(1), { interval: 1 });
		controller.abort();
		await wait;
		answer(await taskIn('IN_PROGRESS')());
		await new Promise((resolve) => setTimeout(resolve, 5));
		expect(onProgress).not.toHaveBeenCalled();
	});

	test('ends many waits that share its signal, and Node warns of nothing', async () => {
		const warn = vi.spyOn(process, 'emitWarning');
		const { fetch } = fakeApi(taskIn('IN_PROGRESS'));
		const client = clientOf(fetch, { polling: { interval: 20 } });
		const controller = new AbortController();
		const { signal } = controller;
		const waits = Array.from({ length: 20 }, (_, index) => rejection(client.task(`task-${index}`).wait({ signal })));
		await new Promise((resolve) => setTimeout(resolve, 5));
		controller.abort();
		for (const error of await Promise.all(waits)) expect(error).toBeInstanceOf(TaskAbortedError);
		expect(warn).not.toHaveBeenCalled();
	});

	test('before the wait makes no call', async () => {
		const api = fakeApi(succeeded);
		const error = await rejection(clientOf(api.fetch).task('task-1').wait({ signal: AbortSignal.abort() }));
		expect(error).toBeInstanceOf(TaskAbortedError);
		expect(api.calls).toEqual([]);
	});
});

describe('onProgress', () => {
	test('that throws a proxy that was revoked ends the wait with the task id', async () => {
		const { proxy, revoke } = Proxy.revocable({}, {});
		revoke();
		const wait = clientOf(fakeApi(succeeded).fetch)
			.task('task-1')
			.wait({ onProgress: () => Promise.reject(proxy) });
		expect(await rejection(wait)).toMatchObject({ name: 'CallbackError', taskId: 'task-1' });
	});

	test.each([
		[
			'throws',
			() => {
				throw new Error('a bug');
			},
		],
		[
			'is rejected',
			async () => {
				throw new Error('a bug');
			},
		],
	])('that %s ends the wait with the task id', async (_, onProgress) => {
		const api = fakeApi(taskIn('IN_PROGRESS'));
		const error = await rejection(clientOf(api.fetch).task('task-1').wait({ onProgress }));
		expect(error).toBeInstanceOf(CallbackError);
		expect(error).toMatchObject({ callback: 'onProgress', taskId: 'task-1', cause: new Error('a bug') });
		expect((error as Error).message).toBe(`onProgress threw "a bug"; task "task-1" isn't affected: ${resume}`);
	});
});

describe('status()', () => {
	test('reads once', async () => {
		const api = fakeApi(taskIn('IN_PROGRESS', { progress: '50%' }));
		const snapshot = await clientOf(api.fetch).task('task-1').status();
		expect(snapshot).toEqual({
			taskId: 'task-1',
			status: 'running',
			rawStatus: 'IN_PROGRESS',
			progress: 0.5,
			raw: expect.any(Object),
		});
		expect(Object.isFrozen(snapshot)).toBe(true);
	});

	test('has the result of a task that has succeeded', async () => {
		const snapshot = await clientOf(fakeApi(succeeded).fetch).task('task-1').status();
		expect(snapshot).toMatchObject({ status: 'succeeded', result: { videoUrl: 'https://cdn.example/video.mp4' } });
	});

	test('answers with a failure rather than throwing it', async () => {
		const snapshot = await clientOf(fakeApi(taskIn('FAILURE', { fail_reason: 'no' })).fetch)
			.task('task-1')
			.status();
		expect(snapshot).toMatchObject({ status: 'failed', failure: { status: 'failed', kind: 'unknown', reason: 'no' } });
	});

	test.each([
		[json({}, 500), ApiError],
		[failing('ECONNRESET'), NetworkError],
		[text('<html>'), UnexpectedResponseError],
	])('throws where the read fails, with the task id', async (reply, Kind) => {
		const api = fakeApi(reply);
		const error = await rejection(clientOf(api.fetch).task('task-1').status());
		expect(error).toBeInstanceOf(Kind);
		expect(error).toMatchObject({ taskId: 'task-1' });
		expect((error as Error).message).toContain(resume);
		expect(api.calls).toHaveLength(1);
	});

	test('settles at once when it is aborted', async () => {
		const controller = new AbortController();
		const status = rejection(clientOf(fakeApi(silence).fetch).task('task-1').status({ signal: controller.signal }));
		controller.abort();
		expect(await status).toMatchObject({ name: 'AbortError', taskId: 'task-1' });
	});
});

describe('generate()', () => {
	test('submits once and waits', async () => {
		const api = fakeApi(created, taskIn('QUEUED'), succeeded);
		await expect(clientOf(api.fetch).generate(request)).resolves.toMatchObject({ taskId: 'task-1' });
		expect(api.calls.map(({ init }) => init.method)).toEqual(['POST', 'GET', 'GET']);
	});

	test('tells the task before it waits for it', async () => {
		const api = fakeApi(created, succeeded);
		const onSubmitted = vi.fn(async () => expect(api.calls).toHaveLength(1));
		await clientOf(api.fetch).generate(request, { onSubmitted });
		expect(onSubmitted).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'task-1' }));
	});

	test('keeps the task id where onSubmitted throws', async () => {
		const api = fakeApi(created, succeeded);
		const onSubmitted = async (): Promise<never> => {
			throw new Error('the database is down');
		};
		const error = await rejection(clientOf(api.fetch).generate(request, { onSubmitted }));
		expect(error).toBeInstanceOf(CallbackError);
		expect(error).toMatchObject({ callback: 'onSubmitted', taskId: 'task-1' });
	});

	test('tells the task even where the signal aborts as it comes to be', async () => {
		const controller = new AbortController();
		const api = fakeApi(created, succeeded);
		const onSubmitted = vi.fn(() => controller.abort());
		const error = await rejection(clientOf(api.fetch).generate(request, { onSubmitted, signal: controller.signal }));
		expect(onSubmitted).toHaveBeenCalledOnce();
		expect(error).toMatchObject({ name: 'AbortError', taskId: 'task-1' });
		expect(api.calls).toHaveLength(1);
	});
});

describe('generate() with a deadline that is no time', () => {
	test.each([Infinity, -1, Number.NaN, '60000' as never])(
		'%j is refused before anything is paid for',
		async (deadline) => {
			const api = fakeApi(created, succeeded);
			const error = await rejection(clientOf(api.fetch).generate(request, { deadline }));
			expect(error).toMatchObject({ name: 'ConfigurationError', option: 'deadline' });
			expect(api.calls).toEqual([]);
		},
	);
});

test('an abort ends generate() while onSubmitted is still at it', async () => {
	const controller = new AbortController();
	const onSubmitted = (): Promise<never> => {
		controller.abort();
		return new Promise(() => {});
	};
	const client = clientOf(fakeApi(created, succeeded).fetch);
	const error = await rejection(client.generate(request, { onSubmitted, signal: controller.signal }));
	expect(error).toMatchObject({ name: 'AbortError', taskId: 'task-1' });
});

describe('a task', () => {
	test('is its id in JSON, and nothing was asked for it', () => {
		const api = fakeApi(created);
		expect(JSON.stringify(clientOf(api.fetch).task('task-1'))).toBe('{"id":"task-1"}');
		expect(api.calls).toEqual([]);
	});

	test.each([[''], [' '], ['..'], [undefined]])('is not made of %j', (id) => {
		expect(() => clientOf(fakeApi(created).fetch).task(id as string)).toThrow('is not a task id');
	});
});
