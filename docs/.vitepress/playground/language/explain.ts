/**
 * Returns what a person reads first of a compiler's message: the sentences of the rules in it, else its first line.
 *
 * A message holds a sentence as the argument of a type: `NotAllowed<"a request has one text: …">`. Several sentences may stand in one.
 */
export function explain(message: string, code: number): readonly string[] {
	const sentences = Array.from(message.matchAll(/NotAllowed<("(?:[^"\\]|\\.)*")>/g), ([, literal]) => {
		return String(JSON.parse(literal!));
	});
	if (sentences.length > 0) return [...new Set(sentences)];
	const [, missing] = code === moduleNotFound ? (/'([^']+)'/.exec(message) ?? []) : [];
	if (missing !== undefined) return [notImportable(missing)];
	return [message.split('\n', 1)[0]!];
}

/** The sentence about an import of something else than the main entry. */
export function notImportable(name: string): string {
	return `"${name}" cannot be imported here: import from "seedance-builder"`;
}

/** TypeScript's code for `Cannot find module`. */
const moduleNotFound = 2307;
