import type { Clock } from '../clock.js';
import type { Polling } from '../options.js';

/**
 * Makes the pauses between tries, in milliseconds: they grow from `interval` to `maxInterval`, each a throw of the dice between
 * the step before and its own, so that what began together doesn't ask together. What the server asks for counts up to a minute.
 */
export function backoff(
	{ interval, maxInterval }: Pick<Polling, 'interval' | 'maxInterval'>,
	clock: Pick<Clock, 'random'>,
): (retryAfter?: number) => number {
	let step = interval;
	return (retryAfter = 0) => {
		step = Math.min(step * growth, maxInterval);
		const shortest = Math.max(interval, step / growth);
		return Math.max(shortest + clock.random() * (step - shortest), Math.min(retryAfter, maxRetryAfter));
	};
}

const growth = 1.5;

/** The longest `Retry-After` that is kept to: a server that asks for an hour would outlast every deadline unseen. */
export const maxRetryAfter = 60_000;
