import { placeholderPattern } from '../../../prompt/placeholders.js';
import { promptSuffixes } from '../../../spec.js';

/** The field that a suffix sets; `none` if the API page has no field for it. */
export type SuffixField = keyof typeof promptSuffixes;

/** A suffix in a prompt: `--ratio 16:9`. */
export interface Suffix {
	readonly field: SuffixField;

	/** The suffix as it is written, with its value. */
	readonly written: string;
	readonly value: string | undefined;
	readonly index: number;
}

/** Finds the suffixes of a prompt, in any case, at its end or elsewhere. */
export function findSuffixes(text: string): readonly Suffix[] {
	if (!text.includes('--')) return [];
	return Array.from(text.matchAll(suffixPattern()), ({ 0: written, groups = {}, index }) => {
		const field = fieldOf((groups['name'] ?? '').toLowerCase());
		const unit = field === 'duration' ? unitAfter(text, index + written.length) : '';
		return { field, written: `${written}${unit}`, value: groups['value'], index };
	});
}

/** The unit of seconds that follows a number as a word of its own, with the space before it. */
function unitAfter(text: string, end: number): string {
	const unit = /(?<=\d) (?:s|secs?|seconds?)(?![\w-])/iy;
	unit.lastIndex = end;
	return unit.exec(text)?.[0] ?? '';
}

/**
 * Removes suffixes from a prompt, with the white space before them. Returns `undefined` if the text would then have other
 * placeholders.
 *
 * @param suffixes In the order of the text.
 */
export function withoutSuffixes(text: string, suffixes: readonly Suffix[]): string | undefined {
	const pieces: string[] = [];
	let end = 0;
	for (const { index, written } of suffixes) {
		pieces.push(text.slice(end, index));
		end = index + written.length;
		const next = text.charAt(end);
		if (next === '' || spaceOrPunctuation.test(next)) trimEnd(pieces);
		else if (/[\w@]/.test(next) && /\S$/.test(pieces.at(-1) ?? '')) pieces.push(' ');
	}
	pieces.push(text.slice(end));
	const rest = pieces.join('');
	const isFirst = text.slice(0, suffixes[0]?.index).trim() === '';
	const trimmed = isFirst ? rest.trimStart() : rest;
	return placeholdersIn(trimmed) === placeholdersIn(text) ? trimmed : undefined;
}

/** Removes white space from the end of a text in pieces. */
function trimEnd(pieces: string[]): void {
	while (pieces.length > 0) {
		const last = (pieces.pop() ?? '').trimEnd();
		if (last !== '') {
			pieces.push(last);
			return;
		}
	}
}

const spaceOrPunctuation = /[\s,.;:!?)\]，。；：！？、）]/;

function placeholdersIn(text: string): string {
	return text.match(placeholderPattern())?.join() ?? '';
}

function fieldOf(name: string): SuffixField {
	const [field = 'none'] = Object.entries(promptSuffixes).find(([, names]) => names.some((one) => one === name)) ?? [];
	return field as SuffixField;
}

let pattern: RegExp | undefined;

/** Matches a suffix and its value, after white space or `=`. It is built once, when it is needed. */
function suffixPattern(): RegExp {
	const names = Object.values(promptSuffixes).flat().join('|');
	return (pattern ??= new RegExp(`(?<!-)--(?<name>${names})(?![\\w-])(?:[\\s=]+(?<value>-?\\w+(?:[.:]\\w+)*))?`, 'gi'));
}
