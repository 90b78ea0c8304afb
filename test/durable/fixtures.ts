import { vi } from 'vitest';

/** A store whose entries and methods a test reads and replaces. */
export interface TestStore {
	readonly values: Map<string, string>;
	claim: (key: string, value: string) => Promise<boolean>;
	get: (key: string) => Promise<string | undefined>;
	set: (key: string, value: string) => Promise<void>;
}

/** A store in memory. It answers after a turn of the event loop, as one in a network does. */
export function testStore(entries: Readonly<Record<string, object>> = {}): TestStore {
	const values = new Map(Object.entries(entries).map(([key, entry]) => [key, JSON.stringify(entry)]));
	return {
		values,
		async claim(key, value) {
			await turn();
			if (values.has(key)) return false;
			values.set(key, value);
			return true;
		},
		async get(key) {
			await turn();
			return values.get(key);
		},
		async set(key, value) {
			await turn();
			values.set(key, value);
		},
	};
}

/** The entries of a store, read from their JSON. */
export function entriesOf(store: TestStore): Record<string, unknown> {
	return Object.fromEntries([...store.values].map(([key, value]) => [key, JSON.parse(value) as unknown]));
}

/** Waits for a promise while fake time passes. */
export async function inTime<Value>(promise: Promise<Value>): Promise<Value> {
	const state = { isSettled: false };
	const settled = promise.finally(() => (state.isSettled = true));
	while (!state.isSettled) {
		await turn();
		await vi.advanceTimersByTimeAsync(100);
	}
	return settled;
}

/** Waits for a turn of the event loop, in real time. */
function turn(): Promise<void> {
	return new Promise((resolve) => void setImmediate(resolve));
}
