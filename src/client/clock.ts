/** Time and randomness, passed in so that tests need not wait. */
export interface Clock {
	/** Milliseconds since a fixed moment. Never goes back. */
	now(): number;

	/** Resolves after a time; rejects with the signal's reason when that aborts. */
	sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;

	/** A random number from 0 up to, but not including, 1. */
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
