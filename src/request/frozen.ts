/** What {@link frozen} makes of an object: it is read-only, and no field is `undefined`. */
export type Frozen<Copy> = { readonly [Field in keyof Copy]: Exclude<Copy[Field], undefined> };

/** Freezes a copy of plain data all the way down, and removes the fields that are `undefined`. */
export function frozen<Copy>(copy: Copy): Frozen<Copy> {
	if (typeof copy === 'object' && copy !== null) {
		const fields = copy as Record<string, unknown>;
		for (const key in fields) {
			if (fields[key] === undefined) delete fields[key];
			else frozen(fields[key]);
		}
		Object.freeze(copy);
	}
	return copy as Frozen<Copy>;
}
