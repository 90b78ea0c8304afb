/** What a compiler printed of one program, without the place: that changes with the program's file, not with the message. */
export function errorText(errors = ''): string {
	return errors.replaceAll(/^\S+\(\d+,\d+\): /gm, '').trim();
}

/** The types that an error shows, without the literals in them. A verb that an error names is no type, and
 * neither is the one property of a `NotAllowed`. */
export function typesIn(errors: string): string[] {
	const withoutVerbs = errors.replaceAll(/Property '(?:\w+|\[rule\])'/g, '');
	return [...withoutVerbs.matchAll(/'((?:"(?:[^"\\]|\\.)*"|[^'"])*)'/g)].map(([, type]) =>
		type!.replaceAll(/"(?:[^"\\]|\\.)*"|`[^`]*`/g, '…'),
	);
}

/** The sentences that an error carries. */
export function sentencesIn(errors: string): string[] {
	return [...errors.matchAll(/NotAllowed<"((?:[^"\\]|\\.)*)">/g)].map(([, sentence]) => JSON.parse(`"${sentence}"`));
}
