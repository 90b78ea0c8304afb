import { checkText } from './check-text.js';

/**
 * Returns spoken words in straight double quotes. A double quote inside, straight or typographic, becomes a straight single
 * quote, so that the words end where they should. Guillemets and corner brackets stay.
 *
 * @throws {InvalidRequestError} If `text` is not a string.
 * @example
 * const line = dialogue('He said “hi”'); // "He said 'hi'"
 * video().text(`A woman smiles: ${line}`).resolution('720p').build();
 */
export function dialogue(text: string): string {
	checkText(text);
	return `"${text.replaceAll(doubleQuotes, "'")}"`;
}

const doubleQuotes = /["\u201c-\u201f\u275d\u275e\u2760\u301d-\u301f\uff02]/g;
