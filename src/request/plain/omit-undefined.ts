/** Copies an object without the fields that are `undefined`. */
export function omitUndefined<Fields extends object>(fields: Fields): OmitUndefined<Fields> {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as OmitUndefined<Fields>;
}

/** The type that {@link omitUndefined} returns. */
export type OmitUndefined<Fields> = { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };
