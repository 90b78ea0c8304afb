/** Finds the first value at a path that `read` makes something of; `undefined` where there is none. */
export type Lookup = <T>(read: (value: unknown) => T | undefined, ...path: readonly string[]) => T | undefined;

/**
 * Looks values up in an answer's layers. Answers are nested up to three deep, `{ data: { data: {} } }`, and the same field may
 * stand in each: the gateway's own layer, the middle one, comes first, because upstream's, the innermost, knows nothing of
 * what the gateway did afterwards. An odd value is as good as an absent one, so that it never makes an answer unreadable.
 */
export function lookup(json: unknown): Lookup {
	const middle = at(json, 'data');
	const layers = [middle, json, at(middle, 'data')];
	return (read, ...path) => {
		for (const layer of layers) {
			const found = read(path.reduce(at, layer));
			if (found !== undefined) return found;
		}
		return undefined;
	};
}

function at(value: unknown, field: string): unknown {
	return typeof value === 'object' && value !== null && Object.hasOwn(value, field)
		? (value as Record<string, unknown>)[field]
		: undefined;
}
