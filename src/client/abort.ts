/**
 * Runs `work` until it settles or `signal` aborts, whichever comes first. An abort rejects at once with what `aborted`
 * returns, even if something inside `work`, such as a custom `fetch`, ignores the signal that it is given.
 */
export async function raceAbort<T>(
	signal: AbortSignal | undefined,
	aborted: (reason: unknown) => unknown,
	work: (signal?: AbortSignal) => Promise<T>,
): Promise<T> {
	if (!signal) return work();
	if (signal.aborted) throw aborted(signal.reason);
	const own = new AbortController();
	return new Promise<T>((resolve, reject) => {
		const stop = onAbort(signal, (reason) => {
			// Reject first: whatever `work` rejects with once it hears of the abort comes too late.
			reject(aborted(reason));
			own.abort(reason);
		});
		work(own.signal).then(resolve, reject).finally(stop);
	});
}

/** Runs `work` until it settles or one of the signals aborts. An abort rejects at once with the signal's reason. */
export async function raceSignals<T>(
	signals: readonly (AbortSignal | undefined)[],
	work: (signal?: AbortSignal) => Promise<T>,
): Promise<T> {
	const joined = joinSignals(signals);
	return raceAbort(joined.signal, (reason) => reason, work).finally(joined.stop);
}

/** Makes a signal that aborts when one of several does, until `stop` is called. */
export function joinSignals(signals: readonly (AbortSignal | undefined)[]): {
	readonly signal: AbortSignal;
	readonly stop: () => void;
} {
	const joined = new AbortController();
	const stops = signals.map((signal) => signal && onAbort(signal, (reason) => joined.abort(reason)));
	return {
		signal: joined.signal,
		stop: () => {
			for (const stop of stops) stop?.();
		},
	};
}

/**
 * Calls `listener` with the reason when `signal` aborts, at once if it has aborted already. Returns a function that stops
 * listening.
 *
 * All listeners of a signal share one event listener: Node warns of a leak at the eleventh. It is attached to the caller's
 * own signal, because Node before 22.16 can lose a signal that `AbortSignal.any` joined.
 */
export function onAbort(signal: AbortSignal, listener: (reason: unknown) => void): () => void {
	if (signal.aborted) {
		listener(signal.reason);
		return () => {};
	}
	const listeners = sharedListeners.get(signal) ?? new Set();
	sharedListeners.set(signal, listeners);
	if (listeners.size === 0) signal.addEventListener('abort', dispatchAbort);
	listeners.add(listener);
	return () => {
		listeners.delete(listener);
		if (listeners.size === 0) signal.removeEventListener('abort', dispatchAbort);
	};
}

const sharedListeners = new WeakMap<AbortSignal, Set<(reason: unknown) => void>>();

function dispatchAbort(event: Event): void {
	const signal = event.target as AbortSignal;
	for (const listener of sharedListeners.get(signal) ?? []) listener(signal.reason);
}
