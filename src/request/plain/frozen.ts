/** What {@link frozen} makes of an object: it is read-only, and no field is `undefined`. */
export type Frozen<Copy> = { readonly [Field in keyof Copy]: Exclude<Copy[Field], undefined> };

/** Freezes a copy of plain data all the way down. It must have no field that is `undefined`: `plainCopy` leaves them out. */
export function frozen<Copy>(copy: Copy): Frozen<Copy> {
	if (typeof copy === 'object' && copy !== null) {
		Object.values(copy).forEach(frozen);
		Object.freeze(copy);
	}
	return copy as Frozen<Copy>;
}
