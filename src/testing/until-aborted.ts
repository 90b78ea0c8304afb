/** Rejects with the reason of a request's signal once that is aborted, and does nothing until then. */
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

// Node's Request follows its caller's signal by a weak reference: one that nothing else holds would never hear of an abort.
const held = new Set<Request>();
