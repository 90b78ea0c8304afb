import { describe, expect, test, vi } from 'vitest';
import { systemClock } from '../../src/client/clock.js';
import type { Settled } from '../../src/client/index.js';
import { ConfigurationError, TaskAbortedError } from '../../src/errors/index.js';
import { clientOf, json, rejection, request, succeeded, taskIn, type Reply } from './fake-api.js';

describe('generateAll', () => {
	test('gives every result in order of completion, and a failure ends nothing else', async () => {
		const { client } = setUp({
			1: [taskIn('QUEUED'), taskIn('QUEUED'), succeeded],
			2: [taskIn('FAILURE')],
			3: [succeeded],
		});
		const settled = await all(client.generateAll([request, request, request]));
		expect(settled.map(({ index }) => index)).toEqual([1, 2, 0]);
		expect(settled.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
		expect(settled[0]).toMatchObject({ taskId: 'task-2', request, reason: { name: 'TaskFailedError' } });
		expect(settled[2]).toMatchObject({ taskId: 'task-1', value: { taskId: 'task-1' } });
	});

	test('keeps to the concurrency, and asks for a request only when a place is free', async () => {
		const { client, counts } = setUp({});
		let taken = 0;
		function* requests() {
			for (; taken < 5; taken += 1) yield request;
		}
		for await (const { index } of client.generateAll(requests(), { concurrency: 2 })) {
			expect(counts.creates).toBeLessThanOrEqual(index + 3);
		}
		expect([taken, counts.creates]).toEqual([5, 5]);
	});

	test('tells each task and its progress with the index', async () => {
		const { client } = setUp({});
		const seen: unknown[] = [];
		const options = {
			concurrency: 1,
			onSubmitted: ({ id }: { id: string }, index: number) => seen.push([id, index]),
			onProgress: ({ status }: { status: string }, index: number) => seen.push([status, index]),
		};
		await all(client.generateAll([request, request], options));
		expect(seen).toEqual([
			['task-1', 0],
			['succeeded', 0],
			['task-2', 1],
			['succeeded', 1],
		]);
	});

	test('submits nothing more where the loop is left, and waits no more', async () => {
		const { client, counts } = setUp({ 2: [taskIn('IN_PROGRESS')] });
		for await (const { index } of client.generateAll([request, request, request, request], { concurrency: 2 })) {
			expect(index).toBe(0);
			await vi.waitFor(() => expect(counts.creates).toBe(2), { interval: 1 });
			break;
		}
		const { polls } = counts;
		await systemClock.sleep(20);
		expect(counts).toEqual({ creates: 2, polls });
	});

	test('sends nothing again where the loop is left in the pause after a 429', async () => {
		const refused = json({}, 429, { 'retry-after': '60' });
		const { client, counts } = setUp({}, [refused]);
		for await (const { index } of client.generateAll([{ ...request, resolution: '4k' as never }, request])) {
			expect(index).toBe(0);
			await vi.waitFor(() => expect(counts.creates).toBe(1), { interval: 1 });
			break;
		}
		expect(counts.creates).toBe(1);
	});

	test('makes them all where the account may have but one task at a time', async () => {
		let open = 0;
		let creates = 0;
		const client = clientOf(async (_, init) => {
			if (init?.method === 'POST') {
				if (open === 1) return json({ error: { message: 'too many tasks' } }, 429)();
				open = 1;
				creates += 1;
				return Response.json({ task_id: `task-${creates}` });
			}
			await systemClock.sleep(30); // long enough for more than three tries
			open = 0;
			return succeeded();
		});
		const settled = await all(client.generateAll([request, request, request], { concurrency: 3 }));
		expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
		expect(creates).toBe(3);
	});

	test('waits for a 429 no longer than the deadline', async () => {
		const { client, counts } = setUp({}, Array<Reply>(1_000).fill(json({}, 429)));
		const [settled] = await all(client.generateAll([request], { deadline: 200 }));
		expect(settled).toMatchObject({ status: 'rejected', reason: { name: 'ApiError', status: 429 } });
		expect(counts.creates).toBeGreaterThan(3);
	});

	test('waits no longer than the deadline, however long a 429 asks to be left alone', async () => {
		const { client, counts } = setUp({}, Array<Reply>(1_000).fill(json({}, 429, { 'retry-after': '60' })));
		const [settled] = await all(client.generateAll([request], { deadline: 20 }));
		expect(settled).toMatchObject({ status: 'rejected', reason: { name: 'ApiError', status: 429 } });
		expect(counts.creates).toBe(2);
	});

	test('gives what is under way before it throws what the requests throw', async () => {
		const { client } = setUp({ 1: [taskIn('QUEUED'), succeeded] });
		function* requests() {
			yield request;
			yield request;
			throw new Error('row 3 is broken');
		}
		const settled: unknown[] = [];
		const reading = (async () => {
			for await (const { taskId } of client.generateAll(requests(), { concurrency: 3 })) settled.push(taskId);
		})();
		expect(await rejection(reading)).toMatchObject({ message: 'row 3 is broken' });
		expect(new Set(settled)).toEqual(new Set(['task-1', 'task-2']));
	});

	test('stops waiting where the loop is left, whatever the requests throw at that', async () => {
		const { client, counts } = setUp({ 1: [taskIn('IN_PROGRESS')], 2: [succeeded] });
		const requests: Iterable<typeof request> = {
			[Symbol.iterator]: () => ({
				next: () => ({ done: false, value: request }),
				return() {
					throw new Error('cannot be closed');
				},
			}),
		};
		const reading = (async () => {
			for await (const _ of client.generateAll(requests, { concurrency: 2 })) break;
		})();
		expect(await rejection(reading)).toMatchObject({ message: 'cannot be closed' });
		const { polls } = counts;
		await systemClock.sleep(20);
		expect(counts.polls).toBe(polls);
	});

	test.each([-1, Number.NaN])('refuses a deadline of %d before anything is sent', (deadline) => {
		const { client, counts } = setUp({});
		expect(() => client.generateAll([request], { deadline })).toThrow(ConfigurationError);
		expect(counts.creates).toBe(0);
	});

	test('settles what is under way with its id and the rest without, where it is aborted', async () => {
		const controller = new AbortController();
		const { client, counts } = setUp({ 1: [taskIn('IN_PROGRESS')], 2: [taskIn('IN_PROGRESS')] });
		const onProgress = (): void => void (counts.creates === 2 && controller.abort('enough'));
		const { signal } = controller;
		const settled = await all(client.generateAll([request, request, request], { concurrency: 2, signal, onProgress }));
		expect(settled.map(({ taskId }) => taskId)).toEqual(['task-1', 'task-2', undefined]);
		for (const { reason } of settled as { reason?: unknown }[]) expect(reason).toBeInstanceOf(TaskAbortedError);
		expect(counts.creates).toBe(2);
	});

	test('makes nothing of a request that breaks a rule, and goes on', async () => {
		const { client, counts } = setUp({});
		const settled = await all(client.generateAll([{ ...request, resolution: '4k' as never }, request]));
		expect(settled.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
		expect(settled[0]).not.toHaveProperty('taskId');
		expect(counts.creates).toBe(1);
	});

	test.each([0, 1.5, Number.NaN])('refuses a concurrency of %d', (concurrency) => {
		expect(() => setUp({}).client.generateAll([request], { concurrency })).toThrow(ConfigurationError);
	});
});

/** An API whose tasks are read as they are told; the others succeed at once. `creates` are answers to creates other than a task. */
function setUp(reads: Record<number, readonly Reply[]>, creates: readonly (Reply | undefined)[] = []) {
	const counts = { creates: 0, polls: 0 };
	const seen = new Map<string, number>();
	const client = clientOf(async (url, init) => {
		if (init?.method === 'POST') {
			const reply = creates[counts.creates];
			counts.creates += 1;
			return reply?.() ?? Response.json({ task_id: `task-${counts.creates}` });
		}
		counts.polls += 1;
		const nth = seen.get(url) ?? 0;
		seen.set(url, nth + 1);
		const replies = reads[Number(url.split('-').at(-1))] ?? [succeeded];
		return replies[Math.min(nth, replies.length - 1)]!();
	});
	return { client, counts };
}

async function all(settling: AsyncIterable<Settled>): Promise<Settled[]> {
	const settled: Settled[] = [];
	for await (const one of settling) settled.push(one);
	return settled;
}
