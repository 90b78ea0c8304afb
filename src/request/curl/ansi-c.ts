import { commandSentences } from '../../rules.js';
import { unreadable } from '../plain/unreadable.js';

/** An escape: a letter, a byte in octal or hexadecimal, a character by its code, or a control character. */
const escape =
	/\\(?:([abeEfnrtv\\'"?])|([0-7]{1,3})|x([\da-fA-F]{1,2})|u([\da-fA-F]{1,4})|U([\da-fA-F]{1,8})|c([^']))/y;

const letters: Readonly<Record<string, string>> = {
	a: '\u0007',
	b: '\b',
	e: '\u001b',
	E: '\u001b',
	f: '\f',
	n: '\n',
	r: '\r',
	t: '\t',
	v: '\v',
};

/**
 * Reads a text of bash in `$'…'`, as browsers copy a body with quotes, line breaks or letters outside ASCII.
 *
 * @param start The position behind the opening quote.
 * @returns The text, and the position behind the closing quote.
 */
export function readAnsiC(command: string, start: number): { readonly text: string; readonly end: number } {
	const special = /['\\]/g;
	let bytes: number[] = [];
	let text = '';
	let index = start;
	const add = (more: string): void => {
		text += decoded(bytes) + more;
		bytes = [];
	};
	for (;;) {
		special.lastIndex = index;
		const end = special.exec(command)?.index;
		if (end === undefined) throw unreadable(commandSentences.unclosed);
		if (end > index) add(command.slice(index, end));
		index = end + 1;
		if (command.charAt(end) === "'") break;

		escape.lastIndex = end;
		const match = escape.exec(command);
		if (match === null) {
			add('\\');
			continue;
		}
		const [whole, letter, octal, byte, short, long, control] = match;
		index = end + whole.length;
		if (letter !== undefined) add(letters[letter] ?? letter);
		else if (control !== undefined) add(characterOf(control.charCodeAt(0) & lowBits));
		else {
			const code = octal === undefined ? Number(`0x${byte ?? short ?? long}`) : Number(`0o${octal}`) & lastByte;
			if (code >= firstByte && (octal ?? byte) !== undefined) bytes.push(code);
			else add(characterOf(code));
		}
	}
	add('');
	return { text, end: index };
}

/** The control character of a letter has its lowest five bits. */
const lowBits = 0b11111;
const firstByte = 0x80;
const lastByte = 0xff;
const lastCharacter = 0x10ffff;

function characterOf(code: number): string {
	if (code === 0) throw unreadable(commandSentences.nul);
	if (code > lastCharacter) throw unreadable(commandSentences.badEscape);
	return String.fromCodePoint(code);
}

/** The text of bytes. Firefox writes an accented letter as one byte, its code, which a shell would send as it is. */
function decoded(bytes: readonly number[]): string {
	if (bytes.length === 0) return '';
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
	} catch {
		return bytes.map((byte) => String.fromCodePoint(byte)).join('');
	}
}
