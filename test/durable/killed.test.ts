import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createClient } from '../../src/client/index.js';
import { createSteps, type Store } from '../../src/durable/index.js';
import { apiKey, created, fakeApi, json, request, type Reply } from '../client/fake-api.js';
import { entriesOf, inTime, testStore, type TestStore } from './fixtures.js';

const requestTimeout = 60_000;

// The fingerprint of a request is made outside of JavaScript, in real time.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] }));
afterEach(() => void vi.useRealTimers());

// The points of a run: each call of the store or of the API has one before it and one after it.
describe.each<[string, Reply, number]>([
	['accepts', created, 8],
	['refuses', json({}, 429), 10],
])('a process that is killed while the API %s its request', (_, reply, count) => {
	const points = Array.from({ length: count }, (_, index) => index);

	test.each(points)('at point %i never makes a second task', async (point) => {
		const [api, later] = [fakeApi(reply), fakeApi(created)];
		const store = testStore();
		const killed = killedAt(point);
		void killed
			.steps(api.fetch, store)
			.submit('order', request)
			.catch(() => undefined);
		await killed.end;
		const left = entriesOf(store)['order:1'] as { state: string } | undefined;

		const outcome = await inTime(
			stepsOf(later.fetch, store)
				.submit('order', request)
				.then(
					({ taskId }) => taskId,
					(error: Error) => error.name,
				),
		);

		const mayBegin = left === undefined || left.state === 'refused';
		expect(outcome).toBe(left?.state === 'sending' ? 'SubmitUncertainError' : 'task-1');
		expect(later.calls).toHaveLength(mayBegin ? 1 : 0);
		expect(mayBegin && reply === created ? api.calls : []).toHaveLength(0);
	});

	test('has no point after the last one', async () => {
		const api = fakeApi(reply);
		const process = killedAt(Infinity);
		await inTime(
			process
				.steps(api.fetch, testStore())
				.submit('order', request)
				.catch(() => undefined),
		);
		expect(process.passed()).toBe(count);
	});
});

/** A process that is killed at a point: what it called is never answered, and it calls nothing more. */
function killedAt(point: number) {
	let passed = 0;
	let kill: () => void;
	const end = new Promise<void>((resolve) => {
		kill = resolve;
	});
	const pass = async (): Promise<void> => {
		if (passed === point) {
			kill();
			await new Promise(() => {});
		}
		passed += 1;
	};
	const within =
		<Given extends unknown[], Value>(call: (...given: Given) => Value) =>
		async (...given: Given): Promise<Awaited<Value>> => {
			await pass();
			const value = await call(...given);
			await pass();
			return value;
		};
	return {
		end,
		passed: () => passed,
		steps: (fetch: ReturnType<typeof fakeApi>['fetch'], { claim, get, set }: TestStore) =>
			stepsOf(within(fetch), { claim: within(claim), get: within(get), set: within(set) }),
	};
}

function stepsOf(fetch: ReturnType<typeof fakeApi>['fetch'], store: Store) {
	return createSteps(createClient({ apiKey, fetch, requestTimeout }), store);
}
