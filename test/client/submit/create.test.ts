import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { systemClock } from '../../../src/client/clock.js';
import { createTransport } from '../../../src/client/http/transport.js';
import { resolveOptions } from '../../../src/client/options.js';
import { createTask } from '../../../src/client/submit/create.js';
import { SubmitUncertainError, TaskAbortedError } from '../../../src/errors/index.js';
import { apiKey, created, failing, fakeApi, json, rejection, request, text, type Reply } from '../fake-api.js';

// The fingerprint of a request is made outside of JavaScript, in real time.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] }));
afterEach(() => void vi.useRealTimers());

const notReady = json({ code: 'asset_copy_not_ready', message: 'not yet' }, 503);

describe('a create that certainly was not taken is sent again', () => {
	test.each<[string, Reply, readonly number[]]>([
		['after a refused connection', failing('ECONNREFUSED'), [5_000, 7_500]],
		['after a 429', json({}, 429), [5_000, 7_500]],
		['after a 429 that names seconds', json({}, 429, { 'retry-after': '20' }), [20_000, 20_000]],
		['after a 429 that names an hour, in a minute', json({}, 429, { 'retry-after': '3600' }), [60_000, 60_000]],
		['after a 503 of an asset that has yet to settle', notReady, [5_000, 7_500]],
	])('%s', async (_, reply, expected) => {
		const { pauses, create } = setUp(reply, reply, created);
		await expect(create()).resolves.toBe('task-1');
		expect(pauses).toEqual(expected);
	});

	test('after a 429 that names a date', async () => {
		const date = new Date(Date.now() + 30_000).toUTCString();
		const { pauses, create } = setUp(json({}, 429, { 'retry-after': date }), created);
		await create();
		expect(pauses[0]).toBeGreaterThan(25_000);
		expect(pauses[0]).toBeLessThanOrEqual(30_000);
	});

	test('three times in all', async () => {
		const { api, create } = setUp(json({}, 429));
		expect(await rejection(create())).toMatchObject({ name: 'ApiError', status: 429 });
		expect(api.calls).toHaveLength(3);
	});

	test('and no more once it may have been taken', async () => {
		const { api, create } = setUp(json({}, 429), failing('ECONNRESET'), created);
		expect(await rejection(create())).toBeInstanceOf(SubmitUncertainError);
		expect(api.calls).toHaveLength(2);
	});
});

test.each<[string, Reply]>([
	['a 429 that is about money', json({ code: 'SetLimitExceeded' }, 429)],
	['a name that nobody knows', failing('ENOTFOUND')],
	['a gateway timeout that quotes an asset', json({ code: 'asset_copy_not_ready' }, 504)],
])('%s is not sent again', async (_, reply) => {
	const { api, create } = setUp(reply);
	await rejection(create());
	expect(api.calls).toHaveLength(1);
});

describe('JSON that a wrong length cuts off proves nothing', () => {
	test.each<[string, Reply]>([
		['a 503 of an asset', text('{"code":"asset_copy_not_ready","mess', 503)],
		['a 503 of a model', text('{"code":"model_not_found","mess', 503)],
		['a 200 with an error', text('{"code":"InvalidParameter","mess')],
		['a 429', text('{"code":"RateLimitExceeded","mess', 429)],
	])('%s is uncertain', async (_, reply) => {
		const { api, create } = setUp(reply);
		expect(await rejection(create())).toBeInstanceOf(SubmitUncertainError);
		expect(api.calls).toHaveLength(1);
	});

	test('a number in "data.id" may be the row of a database, and is told in the error', async () => {
		const { create } = setUp(text('{"data":{"id":17,"task'));
		expect(await rejection(create())).toMatchObject({ name: 'SubmitUncertainError', taskId: '17' });
	});

	test('another id is the id of the task', async () => {
		await expect(setUp(text('{"id":"task-1","task')).create()).resolves.toBe('task-1');
		await expect(setUp(text('{"data":{"task_id":17,"x')).create()).resolves.toBe('17');
		await expect(setUp(text('{"id":17,"x')).create()).resolves.toBe('17');
	});
});

test('an abort in the pause settles at once, and says that no task exists', async () => {
	const controller = new AbortController();
	const { api, createTask } = setUp(json({}, 429, { 'retry-after': '60' }));
	const creating = rejection(createTask(controller.signal));
	while (api.calls.length === 0) await nextTick();
	await vi.advanceTimersByTimeAsync(10);
	controller.abort('enough');
	const error = await creating;
	expect(error).toBeInstanceOf(TaskAbortedError);
	expect(error).toMatchObject({
		message: 'aborted before the API accepted a request: no task exists',
		cause: 'enough',
	});
	expect(api.calls).toHaveLength(1);
});

const nextTick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** An API, what creates a task at it while time is made to pass, and the pauses between the calls. */
function setUp(...replies: readonly Reply[]) {
	const api = fakeApi(...replies);
	const pauses: number[] = [];
	let last: number | undefined;
	const fetch: typeof api.fetch = (...call) => {
		if (last !== undefined) pauses.push(performance.now() - last);
		last = performance.now();
		return api.fetch(...call);
	};
	const settings = resolveOptions({ apiKey, fetch });
	const clock = { ...systemClock, random: () => 0 };
	const context = {
		transport: createTransport(settings),
		fetch,
		polling: settings.polling,
		requestTimeout: 1_000,
		apiHost: 'ai.alad.com',
		readTimeout: 1_000,
		clock,
	};
	const create = (signal?: AbortSignal): Promise<string> => createTask(context, request, { timeout: 1_000, signal });
	return {
		api,
		pauses,
		createTask: create,
		create: async (): Promise<string> => {
			const creating = create();
			const isSettled = creating.then(
				() => true,
				() => true,
			);
			while (!(await Promise.race([isSettled, nextTick()]))) await vi.runAllTimersAsync();
			return creating;
		},
	};
}
