import { isHTTPError, type RetryOptions } from 'ky';
import type { SeedanceError } from '../../errors/seedance-error.js';
import type { Polling } from '../options.js';

/** Which failures are retried, and after what pause. */
export interface RetryPolicy extends Backoff {
	/** Whether to send the call again. `retries` counts from 1. `Retry-After` is honoured if `failure` is an HTTP error. */
	readonly shouldRetry: (failure: SeedanceError, retries: number) => boolean;
}

/**
 * The `retry` option of ky for a policy of ours; without one, nothing is retried. `toOurError` converts ky's errors.
 * `skipsPause` tells that another pause is waited for instead.
 */
export function retryOptions(
	policy: RetryPolicy | undefined,
	toOurError: (error: unknown) => SeedanceError,
	skipsPause: () => boolean = () => false,
): RetryOptions {
	if (policy === undefined) return { limit: 0 };
	return {
		limit: Number.MAX_SAFE_INTEGER,
		methods: ['get', 'post'],
		statusCodes: errorStatuses,
		afterStatusCodes: errorStatuses,
		maxRetryAfter,
		delay: (retries) => (skipsPause() ? 0 : policy.delay(retries)),
		jitter: (delay) => (skipsPause() ? 0 : policy.jitter(delay)),
		shouldRetry({ error, retryCount }) {
			if (!policy.shouldRetry(toOurError(error), retryCount)) return false;
			// `undefined` lets ky honour `Retry-After`, `true` skips it.
			return isHTTPError(error) && !skipsPause() ? undefined : true;
		},
	};
}

/** Rounds `Retry-After` up to whole seconds: ky ignores a fraction. */
export function roundRetryAfter(headers: Headers): Headers {
	const value = headers.get('retry-after')?.trim() ?? '';
	if (!/^\d+\.\d+$/.test(value)) return headers;
	const rounded = new Headers(headers);
	rounded.set('retry-after', String(Math.ceil(Number(value))));
	return rounded;
}

// Every HTTP error: which of them are retried is up to the policy.
const errorStatuses = Array.from({ length: 300 }, (_, index) => 300 + index);

/** The pauses between tries, in the form that ky's `retry` option takes. */
export interface Backoff {
	/** The longest pause after a number of failures, in milliseconds. */
	readonly delay: (failures: number) => number;

	/** A random pause of at most `delay` milliseconds. */
	readonly jitter: (delay: number) => number;
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
