import type { Polling } from '../options.js';

/** The pauses between tries, in the form that ky's `retry` option takes. */
export interface Backoff {
	/** The longest pause after a number of failures, in milliseconds. */
	delay(failures: number): number;

	/** A random pause of at most `delay` milliseconds. */
	jitter(delay: number): number;
}

/** Exponential backoff with jitter, from `interval` to `maxInterval`. `random` returns a number from 0 up to 1. */
export function backoff(
	{ interval, maxInterval }: Pick<Polling, 'interval' | 'maxInterval'>,
	random: () => number = Math.random,
): Backoff {
	return {
		delay: (failures) => Math.min(interval * growth ** Math.min(failures, 100), maxInterval),
		jitter(delay) {
			const shortest = Math.max(interval, delay / growth);
			return shortest + random() * (delay - shortest);
		},
	};
}

const growth = 1.5;

/** The longest `Retry-After` that is waited for, in milliseconds. A longer one would outlast every deadline. */
export const maxRetryAfter = 60_000;
