/** Returns a promise that is rejected with the reason of a request's signal when that is aborted, and stays pending until then. */
export function untilAborted(request: Request): Promise<never> {
	return new Promise((_, reject) => {
		const { signal } = request;
		if (signal.aborted) return reject(signal.reason as Error);
		held.add(request);
		signal.addEventListener('abort', () => {
			held.delete(request);
			reject(signal.reason as Error);
		});
	});
}

// Node's Request holds its caller's signal by a weak reference. Without this set it is collected and misses the abort.
const held = new Set<Request>();
