import type { Clock } from '../clock.js';
import { backoff } from '../http/retry.js';
import type { Polling } from '../options.js';

/** The result of one poll: `done` once there is one. */
export interface Poll<T> {
	readonly done?: T | undefined;
}

/** How to poll. */
export interface PollOptions extends Polling {
	readonly clock: Clock;
	readonly signal?: AbortSignal | undefined;
}

/**
 * Calls `read` at once, and again after each pause, until it is done. Resolves with what it brought, or with `undefined` at
 * the deadline; the last call is made at the deadline itself. What `read` throws ends the polling.
 *
 * `read` is given the time left in milliseconds, 0 for the last call, and the signal.
 */
export async function poll<T>(
	read: (timeLeft: number, signal?: AbortSignal) => Promise<Poll<T>>,
	{ clock, signal, deadline, ...polling }: PollOptions,
): Promise<T | undefined> {
	const end = clock.now() + deadline;
	const timeLeft = (): number => Math.max(end - clock.now(), 0);
	const { delay, jitter } = backoff(polling, clock.random);
	for (let count = 1; ; count += 1) {
		const left = timeLeft();
		const { done } = await read(left, signal);
		if (done !== undefined) return done;
		if (left === 0) return undefined;
		const pause = Math.min(jitter(delay(count)), timeLeft());
		if (pause > 0) await clock.sleep(pause, signal);
	}
}
