import type { Clock } from '../clock.js';
import { maxRetryAfter } from './retry.js';
import { retryAfter } from '../responses/retry-after.js';

/** A pause that the calls of a batch share: HTTP 429 to one of them delays all. */
export interface RateLimitGate {
	/** Waits while the pause lasts, at most `longest` milliseconds. Rejects with the signal's reason when that aborts. */
	wait(longest: number, signal: AbortSignal | undefined): Promise<void>;

	/** Starts or extends the pause after HTTP 429: by `Retry-After`, a minute at most, and by `interval` at least. */
	close(headers: Headers): void;
}

/** Makes an open gate. `interval` is in milliseconds. */
export function rateLimitGate(interval: number, clock: Pick<Clock, 'now' | 'sleep'>): RateLimitGate {
	let openAt = clock.now();
	return {
		async wait(longest, signal) {
			const end = clock.now() + longest;
			for (;;) {
				const pause = Math.min(openAt, end) - clock.now();
				if (pause <= 0) return;
				await clock.sleep(pause, signal);
			}
		},
		close(headers) {
			const asked = Math.min(retryAfter(headers) ?? 0, maxRetryAfter);
			openAt = Math.max(openAt, clock.now() + Math.max(asked, interval));
		},
	};
}
