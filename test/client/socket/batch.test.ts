import { expect, vi } from 'vitest';
import type { GenerateAllOptions, Settled, SubmittingEvent } from '../../../src/client/index.js';
import { BatchStoppedError } from '../../../src/errors/index.js';
import { apiKey, request } from '../fake-api.js';
import { json, page, reset, silence, type Answer } from './answers.js';
import { requestFor, suite, type Row, type World } from './harness.js';

/** Answers each create with an id of its own. */
function numbered(): Answer {
	let count = 0;
	return (call) => json(200, { task_id: `task-${++count}` })(call);
}

/** Says of any task that it has succeeded. */
const anySuccess: Answer = (call) =>
	json(200, { data: { status: 'SUCCESS', result_url: `${call.url}/video.mp4` } })(call);
const running: Answer = json(200, { data: { status: 'IN_PROGRESS' } });

const ten = Array.from({ length: 10 }, (_, index) => requestFor(`prompt ${index}`));
const done = { outcome: 'settled' } as const;

/** Settles ten requests, and returns what became of them. */
function batch(
	options: GenerateAllOptions = {},
	requests: Iterable<typeof request> | AsyncIterable<typeof request> = ten,
) {
	return async ({ client }: World): Promise<Settled[]> => {
		const settled: Settled[] = [];
		for await (const one of client.generateAll(requests, options)) settled.push(one);
		return settled;
	};
}

/** How many outcomes there are of each sort. */
function counted(settled: unknown): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const one of settled as Settled[]) {
		const name = one.status === 'fulfilled' ? 'fulfilled' : (one.reason as Error).name;
		counts[name] = (counts[name] ?? 0) + 1;
	}
	return counts;
}

function settles(counts: Record<string, number>): NonNullable<Row['check']> {
	return (settled) => {
		expect(counted(settled)).toEqual(counts);
		for (const { status, index, ...rest } of settled as Settled[]) {
			const { reason } = rest as { reason?: unknown };
			if (status === 'rejected' && reason instanceof BatchStoppedError) {
				expect([reason.index, (reason.cause as Error).name]).not.toContain(undefined);
				expect(reason.index).toBe(index);
				expect(reason.message).toContain('solve that problem, then submit the rest again');
			}
		}
	};
}

const rows: Record<string, Row> = {
	'a dead gateway, one at a time': {
		create: reset,
		run: batch({ concurrency: 1 }),
		...done,
		creates: 3,
		check: settles({ SubmitUncertainError: 3, BatchStoppedError: 7 }),
	},
	...Object.fromEntries(
		[2, 3, 5].flatMap((concurrency) => {
			const creates = Math.max(3, concurrency);
			const row: Omit<Row, 'create'> = {
				run: batch({ concurrency }),
				...done,
				creates,
				check: settles({ SubmitUncertainError: creates, BatchStoppedError: 10 - creates }),
			};
			return [
				[`a dead gateway, ${concurrency} at a time`, { ...row, create: reset }],
				[`a gateway that answers 502, ${concurrency} at a time`, { ...row, create: page(502, 'x') }],
				[
					`a gateway that answers 502 one after the other, ${concurrency} at a time`,
					{ ...row, create: inTurn(page(502, 'x')) },
				],
			];
		}),
	),
	'an uncertain submit does not make a batch slower for ever': {
		create: [reset, gathering(4)],
		read: anySuccess,
		run: batch({ concurrency: 4 }),
		...done,
		creates: 10,
		reads: 9,
		check: settles({ SubmitUncertainError: 1, fulfilled: 9 }),
	},
	'an abort ends the requests that wait for uncertain ones': {
		create: [reset, silence],
		run: (world) => batch({ concurrency: 3, signal: AbortSignal.timeout(300) })(world),
		...done,
		creates: 3,
		check: settles({ SubmitUncertainError: 3, AbortError: 7 }),
	},
	'a gateway that fails now and then': {
		create: [
			reset,
			reset,
			json(200, { task_id: 'task-1' }),
			reset,
			reset,
			json(400, {}),
			reset,
			reset,
			json(200, { task_id: 'task-2' }),
		],
		read: anySuccess,
		run: batch({ concurrency: 1 }),
		...done,
		creates: 10,
		reads: 3,
		check: settles({ SubmitUncertainError: 6, ApiError: 1, fulfilled: 3 }),
	},
	'a dead key': {
		create: json(401, { error: { message: 'no' } }),
		run: batch({ concurrency: 1 }),
		...done,
		creates: 1,
		check: settles({ ApiError: 1, BatchStoppedError: 9 }),
	},
	'a dead key in an envelope': {
		create: json(200, { code: 401, message: 'no', data: null }),
		run: batch({ concurrency: 1 }),
		...done,
		creates: 1,
		check: settles({ ApiError: 1, BatchStoppedError: 9 }),
	},
	'an account without money': {
		create: [json(200, { task_id: 'task-1' }), json(403, { code: 'insufficient_user_quota' })],
		read: anySuccess,
		run: batch({ concurrency: 1 }),
		...done,
		creates: 2,
		reads: 1,
		check: settles({ fulfilled: 1, ApiError: 1, BatchStoppedError: 8 }),
	},
	'a refusal of the key while others pause after a 429': {
		create: [json(429, {}, { 'retry-after': '1' }), json(401, {})],
		run: batch({ concurrency: 1 }),
		...done,
		creates: 2,
		check: settles({ ApiError: 1, BatchStoppedError: 9 }),
	},
	'invalid requests do not stop a batch': {
		create: json(400, {}),
		run: batch(),
		...done,
		creates: 10,
		check: settles({ ApiError: 10 }),
	},
	'a server that nobody reaches does not cost anything': {
		run: batch(),
		options: {
			fetch: async () => {
				throw new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ENOTFOUND' }) });
			},
		},
		...done,
		creates: 0,
		check: settles({ NetworkError: 10 }),
	},
	'an AsyncIterable': {
		create: numbered(),
		read: anySuccess,
		run: batch(
			{},
			(async function* () {
				for (const one of ten) {
					await new Promise((resolve) => setImmediate(resolve));
					yield one;
				}
			})(),
		),
		...done,
		creates: 10,
		reads: 10,
		check: settles({ fulfilled: 10 }),
	},
	'onSubmitting knows the index': {
		create: [json(429, {}), numbered()],
		read: anySuccess,
		async run(world) {
			const events: SubmittingEvent[] = [];
			const settled = await batch({ concurrency: 1, onSubmitting: (event) => void events.push(event) })(world);
			expect(events.map(({ index, attempt }) => [index, attempt]).slice(0, 3)).toEqual([
				[0, 1],
				[0, 2],
				[1, 1],
			]);
			expect(new Set(events.map(({ fingerprint }) => fingerprint)).size).toBe(10);
			return settled;
		},
		...done,
		creates: 11,
		reads: 10,
		check: settles({ fulfilled: 10 }),
	},
	'a loop left early has told every id': {
		create: slowly(numbered()),
		read: running,
		async run({ client, counts }) {
			const ids: string[] = [];
			const requests = [{ ...request, resolution: '4k' as never }, ...ten];
			for await (const { index } of client.generateAll(requests, {
				concurrency: 4,
				onSubmitted: async ({ id }) => {
					await new Promise((resolve) => setTimeout(resolve, 30));
					ids.push(id);
				},
			})) {
				expect(index).toBe(0);
				while (counts.create < 3) await new Promise((resolve) => setTimeout(resolve, 5));
				break;
			}
			expect(new Set(ids)).toEqual(new Set(['task-1', 'task-2', 'task-3']));
			return [];
		},
		...done,
		creates: 3,
	},
	...Object.fromEntries(
		(['break', 'throw', 'return'] as const).map((way): [string, Row] => [
			`a loop left early by ${way} has told every submit that may have made a task`,
			{
				create: slowly([json(200, { task_id: 'task-1' }), json(500, { data: { task_id: 'task-2' } }), reset]),
				read: running,
				run: leaving(way),
				...done,
				creates: 3,
			},
		]),
	),
	'onUncertain is told what the outcome says': {
		create: page(502, 'x'),
		async run(world) {
			const told = new Map<number, unknown>();
			const settled = await batch({ concurrency: 1, onUncertain: (error, index) => void told.set(index, error) })(
				world,
			);
			expect([...told]).toEqual(
				settled.slice(0, 3).map((one) => [one.index, 'reason' in one ? one.reason : undefined]),
			);
			return settled;
		},
		...done,
		creates: 3,
		check: settles({ SubmitUncertainError: 3, BatchStoppedError: 7 }),
	},
	'onUncertain that never settles': {
		create: reset,
		run: batch({ deadline: 100, onUncertain: () => new Promise(() => {}) }, ten.slice(0, 2)),
		...done,
		creates: 2,
		check: settles({ SubmitUncertainError: 2 }),
	},
	'a loop left early sends nothing after onSubmitting': {
		async run({ client }) {
			let called = 0;
			const requests = [{ ...request, resolution: '4k' as never }, ...ten];
			const onSubmitting = async (): Promise<void> => {
				called += 1;
				await new Promise((resolve) => setTimeout(resolve, 50));
			};
			for await (const _ of client.generateAll(requests, { concurrency: 3, onSubmitting })) {
				await vi.waitFor(() => expect(called).toBe(2), { interval: 1 });
				break;
			}
			return [];
		},
		...done,
		creates: 0,
	},
	'a loop left early does not wait for onProgress': {
		create: numbered(),
		read: running,
		async run({ client }) {
			let told = 0;
			const onProgress = (): Promise<never> => {
				told += 1;
				return new Promise(() => {});
			};
			const requests = [{ ...request, resolution: '4k' as never }, ...ten];
			for await (const _ of client.generateAll(requests, { concurrency: 3, onProgress })) {
				await vi.waitFor(() => expect(told).toBe(2), { interval: 1 });
				break;
			}
			return [];
		},
		...done,
		creates: 2,
		reads: 2,
	},
	'a loop left early closes its requests, also while it waits for one': {
		create: numbered(),
		read: anySuccess,
		async run({ client }) {
			let isClosed = false;
			async function* requests() {
				try {
					yield ten[0]!;
					await new Promise((resolve) => setTimeout(resolve, 100));
					yield ten[1]!;
				} finally {
					isClosed = true;
				}
			}
			for await (const _ of client.generateAll(requests())) break;
			await new Promise((resolve) => setTimeout(resolve, 200));
			expect(isClosed).toBe(true);
			return [];
		},
		...done,
		creates: 1,
		reads: 1,
	},
	'onSubmitted that never settles': {
		create: numbered(),
		run: batch({ deadline: 100, onSubmitted: () => new Promise(() => {}) }, ten.slice(0, 2)),
		...done,
		creates: 2,
		check(settled) {
			settles({ TaskTimeoutError: 2 })(settled, undefined as never);
			expect(new Set((settled as Settled[]).map(({ taskId }) => taskId))).toEqual(new Set(['task-1', 'task-2']));
		},
	},
	'onSubmitting that throws costs nothing': {
		run: batch({
			onSubmitting() {
				throw new Error('a bug');
			},
		}),
		...done,
		creates: 0,
		check: settles({ CallbackError: 10 }),
	},
	'a pause after a 429 ends a wait no later than its deadline': {
		create: [numbered(), json(429, {}, { 'retry-after': '60' })],
		read: running,
		async run(world) {
			const began = performance.now();
			const settled = await batch({ deadline: 400 }, ten.slice(0, 2))(world);
			expect(performance.now() - began).toBeLessThan(5_000);
			return settled;
		},
		...done,
		creates: 3,
		reads: 'many',
		check: settles({ TaskTimeoutError: 1, ApiError: 1 }),
	},
	'an abort settles all': {
		create: silence,
		run: (world) => batch({ signal: AbortSignal.timeout(200) }, ten.slice(0, 5))(world),
		...done,
		creates: 3,
		check: settles({ SubmitUncertainError: 3, AbortError: 2 }),
	},
	'requests that are no list': {
		run: batch({}, 5 as never),
		outcome: 'ConfigurationError',
		creates: 0,
	},
	'requests that are null': { run: batch({}, null as never), outcome: 'ConfigurationError', creates: 0 },
	'requests that are a text': {
		run: batch({}, 'ab' as never),
		...done,
		creates: 0,
		check: settles({ InvalidRequestError: 2 }),
	},
	'requests that can not be submitted': {
		run: batch({}, [null, 5, 'x', () => request] as never),
		...done,
		creates: 0,
		check: settles({ InvalidRequestError: 4 }),
	},
	'a signal that is none': {
		run: batch({ signal: 5 as never }, ten.slice(0, 2)),
		outcome: 'ConfigurationError',
		creates: 0,
		says: 'signal is 5: give the signal of an AbortController',
	},
	'an uncertain submit with an id has the id': {
		create: json(500, { error: { message: `x ${apiKey}` }, data: { task_id: 'task-9' } }),
		run: batch({}, [request]),
		...done,
		creates: 1,
		facts: [{ taskId: 'task-9', reason: { taskId: 'task-9' } }],
	},
};

suite('batch', 'settled', batch(), rows);

/** Leaves a loop while three requests are on their way, and checks what `onUncertain` was told of two of them. */
function leaving(way: 'break' | 'throw' | 'return'): NonNullable<Row['run']> {
	return async ({ client, counts }) => {
		const told: unknown[] = [];
		const requests = [{ ...request, resolution: '4k' as never }, ...ten];
		const outcomes = client.generateAll(requests, {
			concurrency: 4,
			async onUncertain({ name, taskId }, index) {
				await new Promise((resolve) => setTimeout(resolve, 30));
				told.push({ name, taskId, isOneOfThree: [1, 2, 3].includes(index) });
				throw new Error('ignored');
			},
		});
		const leave = async (): Promise<void> => {
			for await (const _ of outcomes) {
				await vi.waitFor(() => expect(counts.create).toBe(3), { interval: 1 });
				if (way === 'throw') throw new RangeError('left');
				if (way === 'return') return;
				break;
			}
		};
		await leave().catch((error: unknown) => expect(error).toBeInstanceOf(RangeError));
		const uncertain = { name: 'SubmitUncertainError', isOneOfThree: true };
		expect(told).toHaveLength(2);
		expect(told).toEqual(
			expect.arrayContaining([
				{ ...uncertain, taskId: 'task-2' },
				{ ...uncertain, taskId: undefined },
			]),
		);
		return [];
	};
}

/** Answers later. Of a list, the last answer is repeated. */
function slowly(answers: Answer | readonly Answer[]): Answer {
	const all = [answers].flat();
	let count = 0;
	return (call) => {
		const answer = all[Math.min(count++, all.length - 1)]!;
		setTimeout(() => answer(call), 50);
	};
}

/** Answers one call after the other: each 20 ms later than the one before. */
function inTurn(answer: Answer): Answer {
	let count = 0;
	return (call) => setTimeout(() => answer(call), 20 * ++count);
}

/** Answers with ids; from the fourth call on, only when `most` calls wait together, or the last one has come. */
function gathering(most: number): Answer {
	const answer = numbered();
	let count = 0;
	let waiting: (() => unknown)[] = [];
	return (call) => {
		count += 1;
		if (count < 4) return answer(call);
		waiting.push(() => answer(call));
		if (waiting.length < most && count < 9) return undefined;
		for (const go of waiting) go();
		waiting = [];
		return undefined;
	};
}
