import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createClient } from '../../src/client/index.js';
import { fingerprintOf } from '../../src/client/submit/fingerprint.js';
import { createSteps, StoreError } from '../../src/durable/index.js';
import {
	ApiError,
	ConfigurationError,
	InvalidRequestError,
	SubmitUncertainError,
	TaskAbortedError,
	TaskFailedError,
} from '../../src/errors/index.js';
import { apiKey, created, failing, fakeApi, json, rejection, request, type Reply } from '../client/fake-api.js';
import { entriesOf, inTime, testStore } from './fixtures.js';

const fingerprint = await fingerprintOf(request);
const requestTimeout = 60_000;
const timeLimit = requestTimeout + 10_000;

// The fingerprint of a request is made outside of JavaScript, in real time.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] }));
afterEach(() => void vi.useRealTimers());

describe('a request', () => {
	test('is in the journal before it is sent, and its task after', async () => {
		const { store, steps, api } = setUp(() => {
			expect(entriesOf(store)).toEqual({ 'order:1': sendingEntry });
			return created();
		});
		await expect(steps.submit('order', request)).resolves.toEqual({ taskId: 'task-1' });
		expect(entriesOf(store)).toMatchObject({ 'order:1': { state: 'submitted', fingerprint, taskId: 'task-1' } });
		expect(api.calls).toHaveLength(1);
	});

	test('is sent once, however many runs begin at the same time', async () => {
		const { steps, api } = setUp(created);
		const runs = Array.from({ length: 20 }, () => steps.submit('order', request));
		const tasks = await inTime(Promise.all(runs));
		expect(tasks).toEqual(Array.from({ length: 20 }, () => ({ taskId: 'task-1' })));
		expect(api.calls).toHaveLength(1);
	});

	test('under another key is another video', async () => {
		const { steps, api } = setUp(created);
		await steps.submit('one', request);
		await steps.submit('two', request);
		expect(api.calls).toHaveLength(2);
	});

	test('that differs from the one under its key is refused', async () => {
		const { steps, api } = setUp(created);
		await steps.submit('order', request);
		const error = await rejection(steps.submit('order', { ...request, resolution: '1080p' }));
		expect(error).toBeInstanceOf(ConfigurationError);
		expect(String(error)).toContain('key "order" belongs to another request: use another key');
		expect(api.calls).toHaveLength(1);
	});

	test('that breaks a rule leaves no entry', async () => {
		const { steps, store } = setUp(created);
		const error = await rejection(steps.submit('order', { ...request, content: [] }));
		expect(error).toBeInstanceOf(InvalidRequestError);
		expect(store.values.size).toBe(0);
	});
});

describe('a refusal', () => {
	test.each<[string, Reply, object]>([
		['HTTP 429', json({}, 429), { name: 'ApiError', status: 429 }],
		['HTTP 401', json({}, 401), { name: 'ApiError', status: 401 }],
		['a refused connection', failing('ECONNREFUSED'), { name: 'NetworkError' }],
	])('of %s is recorded, sent once, and begun again by the next call', async (_, reply, expected) => {
		const { steps, store, api } = setUp(reply, created);
		expect(await rejection(steps.submit('order', request))).toMatchObject(expected);
		expect(entriesOf(store)).toMatchObject({ 'order:1': { state: 'refused' } });
		expect(api.calls).toHaveLength(1);
		await expect(steps.submit('order', request)).resolves.toEqual({ taskId: 'task-1' });
		expect(entriesOf(store)).toMatchObject({ 'order:1': { state: 'refused' }, 'order:2': { state: 'submitted' } });
	});

	test('is begun again by one run alone', async () => {
		const { steps, api } = setUp(json({}, 429), created);
		await rejection(steps.submit('order', request));
		const runs = Array.from({ length: 10 }, () => steps.submit('order', request));
		expect(await inTime(Promise.all(runs))).toEqual(Array.from({ length: 10 }, () => ({ taskId: 'task-1' })));
		expect(api.calls).toHaveLength(2);
	});

	test('is what a signal makes of a request that was not sent yet', async () => {
		const { steps, store, api } = setUp(created);
		const error = await rejection(steps.submit('order', request, { signal: AbortSignal.abort('stop') }));
		expect(error).toBeInstanceOf(TaskAbortedError);
		expect(api.calls).toHaveLength(0);
		expect(store.values.size).toBe(0);
	});
});

describe('an uncertain outcome', () => {
	test('is recorded, and thrown by every later call', async () => {
		const { steps, store, api } = setUp(failing('ECONNRESET'), created);
		const first = await rejection(steps.submit('order', request));
		const second = await rejection(steps.submit('order', request));
		expect(first).toBeInstanceOf(SubmitUncertainError);
		expect(second).toMatchObject({ name: 'SubmitUncertainError', sentAt: (first as SubmitUncertainError).sentAt });
		expect(entriesOf(store)).toMatchObject({ 'order:1': { state: 'uncertain', fingerprint } });
		expect(api.calls).toHaveLength(1);
	});

	test('keeps the id that arrived', async () => {
		const { steps } = setUp(json({ task_id: 'task-9', message: 'unavailable' }, 502));
		await rejection(steps.submit('order', request));
		expect(await rejection(steps.submit('order', request))).toMatchObject({ taskId: 'task-9' });
	});

	test('is not written over the id that was settled while the run was stopped', async () => {
		const settled = { state: 'submitted', fingerprint, taskId: 'settled', at: '' };
		const { steps, store } = setUp(() => {
			store.values.set('order:1', JSON.stringify(settled));
			return failing('ECONNRESET')();
		});
		expect(await rejection(steps.submit('order', request))).toBeInstanceOf(SubmitUncertainError);
		expect(entriesOf(store)).toEqual({ 'order:1': settled });
		await expect(steps.submit('order', request)).resolves.toEqual({ taskId: 'settled' });
	});

	test('is what an error of another client means', async () => {
		const store = testStore();
		const { api, client } = setUp(created);
		const broken = {
			...client,
			submit: async (...given: Parameters<typeof client.submit>) => {
				await client.submit(...given);
				throw new Error('tracing failed');
			},
		};
		const steps = createSteps(broken, store);
		expect(await rejection(steps.submit('order', request))).toBeInstanceOf(SubmitUncertainError);
		expect(await rejection(steps.submit('order', request))).toBeInstanceOf(SubmitUncertainError);
		expect(api.calls).toHaveLength(1);
	});
});

describe('a request that another run is sending', () => {
	test('is waited for, and its task is returned', async () => {
		const { steps, store, api } = setUpSending();
		const get = vi.spyOn(store, 'get');
		const taskId = steps.submit('order', request);
		await vi.waitFor(() => expect(get.mock.calls.length).toBeGreaterThan(1));
		store.values.set('order:1', JSON.stringify({ state: 'submitted', fingerprint, taskId: 'other', at: '' }));
		expect(await inTime(taskId)).toEqual({ taskId: 'other' });
		expect(api.calls).toHaveLength(0);
	});

	test('is sent after it was refused to the other run', async () => {
		const { steps, store, api } = setUpSending();
		const get = vi.spyOn(store, 'get');
		const taskId = steps.submit('order', request);
		await vi.waitFor(() => expect(get.mock.calls.length).toBeGreaterThan(1));
		store.values.set('order:1', JSON.stringify({ state: 'refused', fingerprint, reason: 'HTTP 429' }));
		expect(await inTime(taskId)).toEqual({ taskId: 'task-1' });
		expect(api.calls).toHaveLength(1);
	});

	test.each([
		['now', 0],
		['ten seconds ago', -10_000],
		['long ago', -3_600_000],
		['in the future of another clock', 3_600_000],
	])('since %s is uncertain once the time has passed', async (_, offset) => {
		const { steps, store, api } = setUpSending(offset);
		expect(await inTime(rejection(steps.submit('order', request)))).toMatchObject({
			name: 'SubmitUncertainError',
			message: expect.stringContaining(`has recorded no answer within ${timeLimit} ms`) as string,
		});
		expect(api.calls).toHaveLength(0);
		expect(entriesOf(store)).toMatchObject({ 'order:1': { state: 'sending' } });
	});

	test('is uncertain when the signal ends the wait', async () => {
		const { steps, store } = setUpSending();
		const get = vi.spyOn(store, 'get');
		const stop = new AbortController();
		const error = rejection(steps.submit('order', request, { signal: stop.signal }));
		// It reads the entry again once a pause has passed.
		await vi.waitFor(async () => {
			await vi.advanceTimersByTimeAsync(100);
			expect(get.mock.calls.length).toBeGreaterThan(2);
		});
		stop.abort('stop');
		expect(await error).toMatchObject({ name: 'SubmitUncertainError', cause: 'stop' });
	});
});

describe('a failed task', () => {
	const done = (kind: string) => ({
		state: 'done',
		fingerprint: '',
		taskId: 'task-0',
		failure: { status: 'failed', kind, reason: 'no' },
	});

	test('is submitted again if that may help', async () => {
		const { steps, store } = setUp(created);
		store.values.set('order:1', JSON.stringify({ ...done('capacity'), fingerprint }));
		await expect(steps.submit('order', request)).resolves.toEqual({ taskId: 'task-1' });
	});

	test('is thrown if it would fail again', async () => {
		const { steps, store, api } = setUp(created);
		store.values.set('order:1', JSON.stringify({ ...done('input-moderation'), fingerprint }));
		expect(await rejection(steps.submit('order', request))).toBeInstanceOf(TaskFailedError);
		expect(api.calls).toHaveLength(0);
	});
});

describe('a store', () => {
	test.each<['claim' | 'get']>([['claim'], ['get']])(
		'whose %s fails keeps the request from being sent',
		async (method) => {
			const { steps, store, api } = setUp(created);
			vi.spyOn(store, method).mockRejectedValue(new Error('ECONNREFUSED'));
			const error = await rejection(steps.submit('order', request));
			expect(error).toMatchObject({ name: 'StoreError', operation: method, key: 'order:1' });
			expect(String(error)).toContain('run the step again once the store works: nothing is submitted twice');
			expect(api.calls).toHaveLength(0);
		},
	);

	test('that cannot record the task gives its id in the error, after three tries', async () => {
		const { steps, store } = setUp(created);
		const set = vi.fn(() => Promise.reject(new Error('ECONNREFUSED')));
		store.set = set;
		const error = await inTime(rejection(steps.submit('order', request)));
		expect(set).toHaveBeenCalledTimes(3);
		expect(error).toMatchObject({ name: 'StoreError', operation: 'set', taskId: 'task-1' });
		expect(String(error)).toContain('resume with client.task("task-1").wait()');
	});

	test('that claimed an entry and lost its own answer does not keep the run from sending', async () => {
		const { steps, store, api } = setUp(created);
		const { claim } = store;
		store.claim = async (key, value) => {
			await claim(key, value);
			return claim(key, value);
		};
		await expect(steps.submit('order', request)).resolves.toEqual({ taskId: 'task-1' });
		expect(api.calls).toHaveLength(1);
	});

	test.each<[string, () => unknown]>([
		['fails', () => Promise.reject(new Error('ECONNRESET'))],
		['answers with another value', () => 'OK'],
	])('that claims an entry and then %s gives the attempt up, and the next call sends', async (_, answer) => {
		const { steps, store, api } = setUp(created);
		const { claim } = store;
		store.claim = async (key, value) => {
			await claim(key, value);
			store.claim = claim;
			return (await answer()) as boolean;
		};
		expect(await rejection(steps.submit('order', request))).toMatchObject({ name: 'StoreError', operation: 'claim' });
		expect(entriesOf(store)).toMatchObject({ 'order:1': { state: 'refused' } });
		await expect(steps.submit('order', request)).resolves.toEqual({ taskId: 'task-1' });
		expect(api.calls).toHaveLength(1);
	});

	test('that takes more than ten seconds to claim keeps the request from being sent, because the others wait no longer', async () => {
		const { steps, store, api } = setUp(created);
		const { claim } = store;
		store.claim = async (key, value) => {
			await new Promise((resolve) => void setTimeout(resolve, 10_001));
			return claim(key, value);
		};
		expect(String(await inTime(rejection(steps.submit('order', request))))).toContain('took too long');
		expect(entriesOf(store)).toMatchObject({ 'order:1': { state: 'refused' } });
		expect(api.calls).toHaveLength(0);
	});

	test('that is too slow keeps the request from being sent, and the attempt is given up', async () => {
		const { steps, store, api } = setUp(created);
		const { claim } = store;
		store.claim = async (key, value) => {
			await new Promise((resolve) => void setTimeout(resolve, requestTimeout + 1));
			return claim(key, value);
		};
		expect(await inTime(rejection(steps.submit('order', request)))).toMatchObject({ name: 'StoreError' });
		await vi.advanceTimersByTimeAsync(requestTimeout);
		await vi.waitFor(() => expect(entriesOf(store)).toMatchObject({ 'order:1': { state: 'refused' } }));
		expect(api.calls).toHaveLength(0);
	});

	test('that returns the same entry for every key is not read for ever', async () => {
		const { steps, store, api } = setUp(created);
		const entry = JSON.stringify({ state: 'refused', fingerprint, reason: 'HTTP 429' });
		store.get = () => Promise.resolve(entry);
		expect(String(await rejection(steps.submit('order', request)))).toContain('get() may ignore its key');
		expect(api.calls).toHaveLength(0);
	});

	test.each([
		['not JSON'],
		['{"state":"paid"}'],
		['{"state":"submitted"}'],
		['7'],
		['{"state":"done","fingerprint":"","taskId":""}'],
	])('with the value %s is not written over', async (value) => {
		const { steps, store, api } = setUp(created);
		store.values.set('order:1', value);
		expect(await rejection(steps.submit('order', request))).toBeInstanceOf(StoreError);
		expect(store.values.get('order:1')).toBe(value);
		expect(api.calls).toHaveLength(0);
	});
});

test.each([[''], [undefined], [7]])('the key %j is refused', async (key) => {
	const { steps } = setUp(created);
	expect(await rejection(steps.submit(key as string, request))).toBeInstanceOf(ConfigurationError);
});

test('no entry has the API key, whatever the answer quotes', async () => {
	const { steps, store } = setUp(json({ message: `wrong key ${apiKey}` }, 401));
	expect(await rejection(steps.submit('order', request))).toBeInstanceOf(ApiError);
	expect([...store.values.values()].join()).not.toContain(apiKey);
});

const sendingEntry = {
	state: 'sending',
	fingerprint,
	run: expect.any(String) as string,
	at: expect.any(String) as string,
	timeout: requestTimeout,
};

function setUp(...replies: readonly Reply[]) {
	const api = fakeApi(...replies);
	const client = createClient({ apiKey, fetch: api.fetch, requestTimeout });
	const store = testStore();
	return { api, client, store, steps: createSteps(client, store) };
}

/** A journal in which another run began to send the request, some milliseconds from now. */
function setUpSending(offset = 0) {
	const found = setUp(created);
	const entry = { ...sendingEntry, run: 'another', at: new Date(Date.now() + offset).toISOString() };
	found.store.values.set('order:1', JSON.stringify(entry));
	return found;
}
