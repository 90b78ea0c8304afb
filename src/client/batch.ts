import type { Buildable, VideoRequest } from '../request/types.js';
import type { ResultOf } from './task/result.js';

/** The outcome of one request of a batch. */
export type Settled<Request = VideoRequest | Buildable> = Fulfilled<Request> | Rejected<Request>;

/** The outcome of a request whose video was generated. */
export interface Fulfilled<Request = VideoRequest | Buildable> extends SettledRequest<Request> {
	readonly status: 'fulfilled';
	readonly value: ResultOf<Request>;
}

/** The outcome of a request that failed. */
export interface Rejected<Request = VideoRequest | Buildable> extends SettledRequest<Request> {
	readonly status: 'rejected';

	/** The error that `generate()` would have thrown. */
	readonly reason: unknown;
}

interface SettledRequest<Request> {
	/** The position of the request among all, from 0. */
	readonly index: number;
	readonly request: Request;

	/** The id of the task, which is paid for. Absent if the request was refused or never sent. */
	readonly taskId?: string;
}

/**
 * Settles items, `concurrency` at a time, and yields the outcomes in order of completion. An item is started when fewer than
 * `concurrency` run and the consumer asks for the next outcome. If the consumer leaves early, `leave` aborts, and leaving takes
 * until the running items have settled. If `items` throws, no more are started; the error is thrown after the running items have
 * settled and been yielded.
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
