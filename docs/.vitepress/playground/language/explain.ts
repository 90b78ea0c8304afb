/** What is read of an error of the compiler. */
interface CompilerError {
	readonly message: string;
	readonly code: number;

	/** The part of the program that the error is about. */
	readonly source: string;
}

/** Returns what a person reads first of an error: the sentences of the rules in its message, else the message's first line. */
export function explain({ message, code, source }: CompilerError): readonly string[] {
	const sentences = sentencesIn(message);
	if (sentences.length > 0) return sentences;
	if (missing.includes(code) && /^['"]/.test(source)) return [notImportable(source.slice(1, -1))];
	if (missing.includes(code) && /^\w+$/.test(source)) return [notHere(source)];
	return [message.split('\n', 1)[0]!];
}

/**
 * Returns the sentences of the rules in a text of the compiler, each once. They are the arguments of a type, one or several:
 * `NotAllowed<"a request has one text: …">`.
 */
export function sentencesIn(text: string): readonly string[] {
	const refusals = text.match(/NotAllowed<(?:"(?:[^"\\]|\\.)*"| \| )+/g) ?? [];
	const literals = refusals.flatMap((refusal) => refusal.match(/"(?:[^"\\]|\\.)*"/g) ?? []);
	return [...new Set(literals.map((literal) => String(JSON.parse(literal))))];
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
