import type { Buildable, VideoRequest } from '../request/types.js';
import type { ResultOf } from './task/result.js';

/** What became of one request of many. */
export type Settled<Request = VideoRequest | Buildable> = Fulfilled<Request> | Rejected<Request>;

/** A request that became a video. */
export interface Fulfilled<Request = VideoRequest | Buildable> extends SettledRequest<Request> {
	readonly status: 'fulfilled';
	readonly value: ResultOf<Request>;
}

/** A request that became none. */
export interface Rejected<Request = VideoRequest | Buildable> extends SettledRequest<Request> {
	readonly status: 'rejected';

	/** What `generate()` would have thrown. */
	readonly reason: unknown;
}

interface SettledRequest<Request> {
	/** Where the request stands among all, from 0. */
	readonly index: number;
	readonly request: Request;

	/** The task, once there is one: what is paid for. Absent where the request was refused or never sent. */
	readonly taskId?: string;
}

/**
 * Settles items, `concurrency` at a time, and gives each in order of completion. An item is begun when a place is free and the
 * consumer asks for the next result. A consumer that leaves early aborts `leave`, and waits for what is on its way. Where `items`
 * throws, no more are begun, and it is thrown on once those that are under way have settled and been given.
 *
 * `settle` never rejects.
 */
export async function* inOrderOfCompletion<Item, Outcome extends { readonly index: number }>(
	items: Iterable<Item>,
	concurrency: number,
	settle: (item: Item, index: number, leave: AbortSignal) => Promise<Outcome>,
): AsyncGenerator<Outcome, void, undefined> {
	const running = new Map<number, Promise<Outcome>>();
	const leaving = new AbortController();
	const iterator = items[Symbol.iterator]();
	let isOver = false;
	let broken: { readonly reason: unknown } | undefined;
	let index = 0;

	function begin(): void {
		try {
			const { done, value } = iterator.next();
			if (done) isOver = true;
			else running.set(index, settle(value, index++, leaving.signal));
		} catch (reason) {
			isOver = true;
			broken = { reason };
		}
	}

	try {
		for (;;) {
			while (!isOver && running.size < concurrency) begin();
			if (running.size === 0) {
				if (broken) throw broken.reason;
				return;
			}
			const outcome = await Promise.race(running.values());
			running.delete(outcome.index);
			yield outcome;
		}
	} finally {
		leaving.abort();
		try {
			if (!isOver) iterator.return?.();
		} finally {
			await Promise.all(running.values());
		}
	}
}
