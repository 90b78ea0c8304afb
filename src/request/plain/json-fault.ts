import type { JsonProblem } from '../../rules.js';

/** Where a text stops being JSON, and what is wrong there. */
export interface JsonFault {
	readonly problem: JsonProblem;

	/** The position in the text. */
	readonly index: number;
}

/**
 * Returns where a text stops being JSON. The messages of `JSON.parse` differ between engines, and quote the text, which may hold
 * a key. `undefined` if the text is JSON.
 */
export function jsonFault(text: string): JsonFault | undefined {
	const open: string[] = [];
	let expected: Expected = 'value';
	let index = 0;
	for (;;) {
		index = indexAfter(notSpace, text, index);
		const character = text.charAt(index);
		if (character === '') return expected === 'end' ? undefined : { problem: 'end', index };
		const bracket = open.at(-1);
		if (expected === 'end') return { problem: 'rest', index };
		if (expected === 'separator') {
			if (character === ',') expected = bracket === '{' ? 'name' : 'value';
			else if (character === closing[bracket!]) open.pop();
			else return { problem: 'separator', index };
			index += 1;
			if (character !== ',') expected = open.length > 0 ? 'separator' : 'end';
		} else if (expected === 'colon') {
			if (character !== ':') return { problem: 'colon', index };
			expected = 'value';
			index += 1;
		} else if ((expected === 'first-value' || expected === 'first-name') && character === closing[bracket!]) {
			open.pop();
			index += 1;
			expected = open.length > 0 ? 'separator' : 'end';
		} else if (expected === 'name' || expected === 'first-name') {
			if (character !== '"') return { problem: 'name', index };
			const end = endOfString(text, index);
			if (typeof end !== 'number') return end;
			index = end;
			expected = 'colon';
		} else if (character === '{' || character === '[') {
			open.push(character);
			index += 1;
			expected = character === '{' ? 'first-name' : 'first-value';
		} else {
			const end = character === '"' ? endOfString(text, index) : endOfLiteral(text, index);
			if (typeof end !== 'number') return end;
			index = end;
			expected = open.length > 0 ? 'separator' : 'end';
		}
	}
}

/** What may come next. After an opening bracket, its closing bracket may come too. */
type Expected = 'value' | 'first-value' | 'name' | 'first-name' | 'colon' | 'separator' | 'end';

const notSpace = /[^ \t\n\r]/g;
// oxlint-disable-next-line no-control-regex -- JSON allows no control character in a string.
const special = /["\\\u0000-\u001f]/g;
const notLiteral = /[^\w.+-]/g;

const closing: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** Returns the position of the first match from `start`; the end of the text if there is none. */
function indexAfter(pattern: RegExp, text: string, start: number): number {
	pattern.lastIndex = start;
	return pattern.exec(text)?.index ?? text.length;
}

/** Returns the position behind a string. A search for its next special character, because a pattern of it all would need a deep stack. */
function endOfString(text: string, start: number): number | JsonFault {
	for (let index = start + 1; ;) {
		index = indexAfter(special, text, index);
		const character = text.charAt(index);
		if (character === '"') return index + 1;
		if (character === '') return { problem: 'end', index };
		if (character !== '\\') return { problem: 'control', index };
		const [escape] = /^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/.exec(text.slice(index, index + longestEscape)) ?? [];
		if (escape === undefined) return { problem: 'escape', index };
		index += escape.length;
	}
}

const longestEscape = '\\uffff'.length;

/** Returns the position behind a number, `true`, `false` or `null`. */
function endOfLiteral(text: string, start: number): number | JsonFault {
	const end = indexAfter(notLiteral, text, start);
	const literal = text.slice(start, Math.min(end, start + longestNumber));
	return /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/.test(literal)
		? end
		: { problem: 'value', index: start };
}

const longestNumber = 2_000;
