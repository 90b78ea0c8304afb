/** The fields of an object without those that are `undefined`, so that absent is absent in JSON and in `in` alike. */
export function present<Fields extends object>(fields: Fields): Present<Fields> {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<Fields>;
}

/** {@link present}'s twin. */
export type Present<Fields> = { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };
