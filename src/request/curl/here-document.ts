import { commandSentences } from '../../rules.js';
import { unreadable } from '../plain/unreadable.js';

/** A here-document that a command announces: `<<'JSON'`. */
export interface HereDocument {
	/** The line that ends it. */
	readonly delimiter: string;

	/** Whether the shell replaces nothing in it, because its delimiter is in quotes. */
	readonly isLiteral: boolean;
}

/**
 * Reads the lines of a here-document.
 *
 * @param start The position of the line break at the end of the command.
 * @returns Its text, and the position behind its delimiter.
 */
export function readHereDocument(
	text: string,
	start: number,
	{ delimiter, isLiteral }: HereDocument,
): { readonly input: string; readonly end: number } {
	const last = `\n${delimiter}`;
	const found = text.indexOf(`${last}\n`, start);
	const index = found < 0 && text.endsWith(last) ? text.length - last.length : found;
	if (index < 0) throw unreadable(commandSentences.openHereDocument);
	const input = text.slice(start + 1, index + 1);
	if (!isLiteral && /[$`]|\\[\\\n]/.test(input)) throw unreadable(commandSentences.expandedHereDocument);
	return { input, end: index + last.length };
}
