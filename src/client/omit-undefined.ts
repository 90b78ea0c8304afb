/** The fields of an object without those that are `undefined`, so that absent is absent in JSON and in `in` alike. */
export function omitUndefined<Fields extends object>(fields: Fields): OmitUndefined<Fields> {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as OmitUndefined<Fields>;
}

/** {@link omitUndefined}'s twin. */
export type OmitUndefined<Fields> = { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };
