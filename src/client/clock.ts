/** Time and randomness, passed in so that tests need not wait. */
export interface Clock {
	/** Milliseconds since a fixed moment. Never goes back. */
	readonly now: () => number;

	/** Resolves after a time; rejects with the signal's reason when that aborts. */
	readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;

	/** A random number from 0 up to, but not including, 1. */
	readonly random: () => number;
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

/** What {@link withinTime} rejects with. */
export class OutOfTime extends Error {}

/** Whether `thrown` is an {@link OutOfTime}. It may be anything: `instanceof` throws for a proxy that was revoked. */
export function isOutOfTime(thrown: unknown): boolean {
	try {
		return thrown instanceof OutOfTime;
	} catch {
		return false;
	}
}

/** Rejects with {@link OutOfTime} if `work` takes longer than `milliseconds`. */
export async function withinTime<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const timeout = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new OutOfTime(`time ran out after ${milliseconds} ms`)), milliseconds);
	});
	return Promise.race([work(), timeout]).finally(() => clearTimeout(timer));
}
