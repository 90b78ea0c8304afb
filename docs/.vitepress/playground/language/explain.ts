/** What is read of an error of the compiler. */
interface CompilerError {
	readonly message: string;
	readonly code: number;

	/** The part of the program that the error is about. */
	readonly source: string;
}

/**
 * Returns what a person reads first of an error: the sentences of the rules in its message, else the message's first line.
 *
 * A message holds a sentence as the argument of a type: `NotAllowed<"a request has one text: …">`. Several sentences may stand in one.
 */
export function explain({ message, code, source }: CompilerError): readonly string[] {
	const sentences = Array.from(message.matchAll(/NotAllowed<("(?:[^"\\]|\\.)*")>/g), ([, literal]) => {
		return String(JSON.parse(literal!));
	});
	if (sentences.length > 0) return [...new Set(sentences)];
	if (missing.includes(code) && /^['"]/.test(source)) return [notImportable(source.slice(1, -1))];
	if (missing.includes(code) && /^\w+$/.test(source)) return [notHere(source)];
	return [message.split('\n', 1)[0]!];
}

/** The sentence about an import of something else than the main entry. */
export function notImportable(name: string): string {
	return `"${name}" cannot be imported here: import from "seedance-builder"`;
}

function notHere(name: string): string {
	return `${name} is not available in the playground: a program runs in a web worker`;
}

/** TypeScript's codes for a module, and for a name of Node or of the DOM, that it can't find. It advises to install types. */
const missing: readonly number[] = [2307, 2580, 2584, 2591, 2882];
