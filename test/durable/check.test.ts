import { describe, expect, test } from 'vitest';
import { createClient } from '../../src/client/index.js';
import { createSteps } from '../../src/durable/index.js';
import { TaskFailedError } from '../../src/errors/index.js';
import { apiKey, failing, fakeApi, json, rejection, succeeded, taskIn, type Reply } from '../client/fake-api.js';
import { entriesOf, testStore } from './fixtures.js';

const fingerprint = 'f'.repeat(64);
const at = '2026-11-26T12:00:00.000Z';
const submitted = { state: 'submitted', fingerprint, taskId: 'task-1', at };
const uncertain = { state: 'uncertain', fingerprint, sentAt: at, reason: 'reset' };

describe('a task', () => {
	test('that has not ended is to be checked again', async () => {
		const { steps } = setUp(submitted, taskIn('IN_PROGRESS', { progress: '50%' }));
		await expect(steps.check('order')).resolves.toEqual({
			done: false,
			taskId: 'task-1',
			submittedAt: at,
			status: 'running',
			progress: 0.5,
			checkAgainAfter: 15_000,
		});
	});

	test('that has ended is read once', async () => {
		const { steps, api, store } = setUp(submitted, succeeded);
		const first = await steps.check('order');
		expect(first).toMatchObject({
			done: true,
			taskId: 'task-1',
			result: { videoUrl: 'https://cdn.example/video.mp4' },
		});
		await expect(steps.check('order')).resolves.toEqual(first);
		expect(api.calls).toHaveLength(1);
		expect(entriesOf(store)).toMatchObject({ 'order:1': { state: 'done', taskId: 'task-1' } });
	});

	test('that has failed throws the same error each time, and is read once', async () => {
		const { steps, api } = setUp(submitted, taskIn('FAILURE', { fail_reason: 'OutputVideoSensitiveContentDetected' }));
		const first = await rejection(steps.check('order'));
		const second = await rejection(steps.check('order'));
		expect(first).toBeInstanceOf(TaskFailedError);
		expect(String(second)).toBe(String(first));
		expect(api.calls).toHaveLength(1);
	});

	test('whose read fails is left as it is', async () => {
		const { steps, store } = setUp(submitted, json({}, 502));
		expect(await rejection(steps.check('order'))).toMatchObject({ name: 'ApiError', status: 502, taskId: 'task-1' });
		expect(entriesOf(store)).toEqual({ 'order:1': submitted });
	});

	test('that the store cannot record is returned all the same', async () => {
		const { steps, store } = setUp(submitted, succeeded);
		store.set = () => Promise.reject(new Error('read-only'));
		await expect(steps.check('order')).resolves.toMatchObject({ done: true });
	});

	test('is that of the latest attempt', async () => {
		const { steps } = setUp({ state: 'refused', fingerprint, reason: 'HTTP 429' }, succeeded);
		const store = testStore({ 'order:1': { state: 'refused', fingerprint, reason: 'HTTP 429' }, 'order:2': submitted });
		expect(await rejection(steps.check('order'))).toMatchObject({
			name: 'ConfigurationError',
			message:
				'key "order" has no task, because its request was not accepted: call submit() again; the reason was: HTTP 429',
		});
		await expect(createSteps(clientOf(succeeded), store).check('order')).resolves.toMatchObject({ done: true });
	});
});

describe('an uncertain submit', () => {
	test('is thrown', async () => {
		const { steps, api } = setUp(uncertain, succeeded);
		expect(await rejection(steps.check('order'))).toMatchObject({ name: 'SubmitUncertainError', fingerprint });
		expect(api.calls).toHaveLength(0);
	});

	test('with the id of a task that exists is settled', async () => {
		const { steps, store } = setUp({ ...uncertain, taskId: 'task-1' }, taskIn('QUEUED'));
		await expect(steps.check('order')).resolves.toMatchObject({ done: false, taskId: 'task-1' });
		expect(entriesOf(store)).toEqual({ 'order:1': submitted });
	});

	test('with the id of a task that does not exist stays uncertain', async () => {
		const { steps } = setUp({ ...uncertain, taskId: 'task-1' }, json({ code: 'task_not_exist' }, 404));
		expect(await rejection(steps.check('order'))).toMatchObject({ name: 'SubmitUncertainError', taskId: 'task-1' });
	});

	test('whose read fails throws the read', async () => {
		const { steps } = setUp({ ...uncertain, taskId: 'task-1' }, failing('ECONNRESET'));
		expect(await rejection(steps.check('order'))).toMatchObject({ name: 'NetworkError', taskId: 'task-1' });
	});
});

describe('a request on its way', () => {
	const sending = { state: 'sending', fingerprint, run: 'another', timeout: 60_000 };

	test('is to be checked again', async () => {
		const { steps } = setUp({ ...sending, at: new Date().toISOString() }, succeeded);
		await expect(steps.check('order')).resolves.toEqual({
			done: false,
			status: 'sending',
			progress: 0,
			checkAgainAfter: 15_000,
		});
	});

	test('is uncertain once its time has passed', async () => {
		const { steps } = setUp({ ...sending, at: new Date(Date.now() - 70_001).toISOString() }, succeeded);
		expect(await rejection(steps.check('order'))).toMatchObject({ name: 'SubmitUncertainError' });
	});
});

describe('settle', () => {
	test('records a task that exists', async () => {
		const { steps, store } = setUp(uncertain, taskIn('QUEUED'));
		await steps.settle('order', { taskId: 'task-1' });
		expect(entriesOf(store)).toEqual({ 'order:1': submitted });
	});

	test('refuses a task that cannot be read', async () => {
		const { steps, store } = setUp(uncertain, json({}, 404));
		expect(await rejection(steps.settle('order', { taskId: 'task-2' }))).toMatchObject({ name: 'ApiError' });
		expect(entriesOf(store)).toEqual({ 'order:1': uncertain });
	});

	test('records that there is no task', async () => {
		const { steps, store } = setUp(uncertain, succeeded);
		await steps.settle('order', 'no-task');
		expect(entriesOf(store)).toMatchObject({ 'order:1': { state: 'refused' } });
	});

	test.each([
		['a task', submitted],
		['a request on its way', { state: 'sending', fingerprint, run: '', at: new Date().toISOString(), timeout: 60_000 }],
	])('leaves %s as it is', async (_, entry) => {
		const { steps, store } = setUp(entry, succeeded);
		expect(await rejection(steps.settle('order', 'no-task'))).toMatchObject({ name: 'ConfigurationError' });
		expect(entriesOf(store)).toEqual({ 'order:1': entry });
	});

	test('refuses another outcome', async () => {
		const { steps } = setUp(uncertain, succeeded);
		for (const outcome of [undefined, 'task-1', {}, null]) {
			const error = await rejection(steps.settle('order', outcome as never));
			expect(error).toMatchObject({ name: 'ConfigurationError', option: 'outcome' });
		}
	});
});

test('a key without a submit is named', async () => {
	const { steps } = setUp(submitted, succeeded);
	expect(String(await rejection(steps.check('other')))).toContain('key "other" has no task: call submit() first');
});

test('the pause between checks can be chosen', async () => {
	const store = testStore({ 'order:1': submitted });
	const steps = createSteps(clientOf(taskIn('QUEUED')), store, { checkInterval: 20 });
	await expect(steps.check('order')).resolves.toMatchObject({ checkAgainAfter: 20 });
});

test.each([[-1], [Number.NaN], ['5s'], [Infinity]])('the pause %s is refused', (checkInterval) => {
	expect(() => createSteps(clientOf(succeeded), testStore(), { checkInterval: checkInterval as number })).toThrow(
		'checkInterval',
	);
});

test.each([
	['client', {}, testStore()],
	['store', clientOf(succeeded), { get: () => undefined }],
	['store', clientOf(succeeded), undefined],
])('a %s without its methods is refused', (name, client, store) => {
	expect(() => createSteps(client as never, store as never)).toThrow(name);
});

function setUp(entry: object, ...replies: readonly Reply[]) {
	const api = fakeApi(...replies);
	const store = testStore({ 'order:1': entry });
	return { api, store, steps: createSteps(createClient({ apiKey, fetch: api.fetch }), store) };
}

function clientOf(...replies: readonly Reply[]) {
	return createClient({ apiKey, fetch: fakeApi(...replies).fetch });
}
