/** Finds the first value at a path that `read` accepts; `undefined` if there is none. */
export type Lookup = <T>(read: (value: unknown) => T | undefined, ...path: readonly string[]) => T | undefined;

/**
 * Looks up fields in an answer. Answers are nested up to three levels deep, `{ data: { data: {} } }`, and a field may be in each
 * level. The gateway's level, the middle one, comes first: upstream's, the innermost, doesn't know what the gateway did
 * afterwards. A value of the wrong type counts as absent.
 */
export function lookup(json: unknown): Lookup {
	return lookupIn(levelsOf(json));
}

/** The levels of an answer, in the order in which they are looked through. */
export function levelsOf(json: unknown): readonly unknown[] {
	const middle = at(json, 'data');
	return [middle, json, at(middle, 'data')];
}

/** Looks up fields in the two outer levels: those that the gateway writes, without upstream's record. */
export function lookupOuter(json: unknown): Lookup {
	return lookupIn([at(json, 'data'), json]);
}

/** Looks up fields in the given levels. */
export function lookupIn(levels: readonly unknown[]): Lookup {
	return (read, ...path) => {
		for (const level of levels) {
			const found = read(path.reduce(at, level));
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
