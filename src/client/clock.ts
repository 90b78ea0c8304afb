/** Time and chance, passed in so that waiting can be tested without waiting. */
export interface Clock {
	/** Milliseconds since some moment in the past. Never goes back. */
	now(): number;

	/** Resolves after a while; rejects with the signal's reason the moment that aborts. */
	sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;

	/** A number from 0 to 1, without 1. */
	random(): number;
}

/** The platform's clock. */
export const systemClock: Clock = {
	now: () => performance.now(),
	random: () => Math.random(),
	sleep: (milliseconds, signal) =>
		new Promise((resolve, reject) => {
			if (signal?.aborted) return reject(signal.reason);
			const timer = setTimeout(wake, milliseconds);
			signal?.addEventListener('abort', stop, { once: true });

			function wake(): void {
				signal?.removeEventListener('abort', stop);
				resolve();
			}
			function stop(): void {
				clearTimeout(timer);
				reject(signal?.reason);
			}
		}),
};
