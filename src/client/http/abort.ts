/**
 * Runs `work` until it settles or `signal` aborts, whichever comes first. An abort rejects at once with what `aborted` makes
 * of it, even where something inside `work`, such as a custom `fetch`, doesn't listen to the signal it is given.
 */
export async function raceAbort<T>(
	signal: AbortSignal | undefined,
	aborted: (reason: unknown) => unknown,
	work: (signal?: AbortSignal) => Promise<T>,
): Promise<T> {
	if (!signal) return work();
	if (signal.aborted) throw aborted(signal.reason);
	// One of its own: many calls may share the caller's signal, and Node warns of a leak at the eleventh listener.
	const own = AbortSignal.any([signal]);
	return new Promise<T>((resolve, reject) => {
		const stop = (): void => reject(aborted(own.reason));
		// Before the work starts, so that no inner listener's rejection overtakes it.
		own.addEventListener('abort', stop, { once: true });
		const release = (): void => own.removeEventListener('abort', stop);
		work(own).then(resolve, reject).finally(release);
	});
}

/** A signal that aborts when the first of several does; `undefined` where there is none. */
export function either(...signals: readonly (AbortSignal | undefined)[]): AbortSignal | undefined {
	const given = signals.filter((signal) => !!signal);
	return given.length === 0 ? undefined : AbortSignal.any(given);
}
