import { backoff } from '../http/backoff.js';
import type { Clock } from '../clock.js';
import type { Polling } from '../options.js';

/** What one look brought: the end, or nothing yet, and perhaps how long the server asks to be left alone. */
export interface Look<T> {
	readonly done?: T | undefined;
	readonly retryAfter?: number | undefined;
}

/** How to poll. */
export interface PollOptions extends Polling {
	readonly clock: Clock;
	readonly signal?: AbortSignal | undefined;
}

/**
 * Looks at once, and again after each pause, until a look is done. Resolves with what that look brought, or with `undefined`
 * where the deadline came first; the last look is at the deadline itself. What `look` throws ends it.
 *
 * Each look is told how much time it has, and the signal.
 */
export async function poll<T>(
	look: (timeLeft: number, signal?: AbortSignal) => Promise<Look<T>>,
	{ clock, signal, deadline, ...polling }: PollOptions,
): Promise<T | undefined> {
	const end = clock.now() + deadline;
	const pauseAfter = backoff(polling, clock);
	for (;;) {
		const { done, retryAfter } = await look(Math.max(end - clock.now(), lastLook), signal);
		if (done !== undefined) return done;
		const timeLeft = end - clock.now();
		if (timeLeft <= 0) return undefined;
		await clock.sleep(Math.min(pauseAfter(retryAfter), timeLeft), signal);
	}
}

// The time that a look at the deadline gets, so that it can bring anything at all.
const lastLook = 1_000;
