import type { DigitCharacter, Trim } from 'type-fest';
import type { IsOneLiteral } from '../compose/handles.js';

// A slot is a name in braces: letters, digits, `_` and `$`, and no digit first. Characters outside ASCII count as letters, so that
// the compiler and the run time agree about every language.

/** The names of the slots in a text that the compiler knows, in their order; `string[]` for any other text. */
export type SlotNames<Text extends string> = IsOneLiteral<Text> extends true ? NamesIn<Text> : readonly string[];

/** The name of the first slot that is written in two pairs of braces; `never` if there is none. */
export type DoubledSlot<Text extends string> = Text extends `${string}{{${infer Rest}`
	? Rest extends `{${string}`
		? DoubledSlot<`{${Rest}`>
		: Rest extends `${infer Name}}}${string}`
			? Trim<Name> extends infer Trimmed extends string
				? IsSlotName<Trimmed> extends true
					? Trimmed
					: DoubledSlot<Rest>
				: never
			: never
	: never;

/** Splits a text at its slots: the texts between them, and their names. */
export function splitAtSlots(text: string): { readonly texts: readonly string[]; readonly names: readonly string[] } {
	const texts: string[] = [];
	const names: string[] = [];
	let end = 0;
	for (const { 0: slot, 1: name = '', index } of text.matchAll(/\{((?!\d)[\w$\u0080-\uffff]+)\}/g)) {
		texts.push(text.slice(end, index));
		names.push(name);
		end = index + slot.length;
	}
	return { texts: [...texts, text.slice(end)], names };
}

/** The name of the first slot that is written in two pairs of braces; `undefined` if there is none. */
export function doubledSlot(text: string): string | undefined {
	for (const [, inside = ''] of text.matchAll(/\{\{([^{}]*)\}\}/g)) {
		const name = inside.trim();
		if (/^(?!\d)[\w$\u0080-\uffff]+$/.test(name)) return name;
	}
	return undefined;
}

type NamesIn<
	Text extends string,
	Names extends readonly string[] = readonly [],
> = Text extends `${string}{${infer Rest}`
	? Rest extends `${infer Name}}${infer After}`
		? IsSlotName<Name> extends true
			? NamesIn<After, readonly [...Names, Name]>
			: NamesIn<Rest, Names>
		: Names
	: Names;

type IsSlotName<Name extends string> = { name: Name } extends NoSlotName ? false : true;

/** Patterns of the names that no slot has, in a property: the compiler then compares them and does not instantiate each. */
interface NoSlotName {
	name: '' | `${DigitCharacter}${string}` | `${string}${NotInName}${string}`;
}

/** The ASCII characters that no name has. */
type NotInName =
	| Control
	| ' '
	| '!'
	| '"'
	| '#'
	| '%'
	| '&'
	| "'"
	| '('
	| ')'
	| '*'
	| '+'
	| ','
	| '-'
	| '.'
	| '/'
	| ':'
	| ';'
	| '<'
	| '='
	| '>'
	| '?'
	| '@'
	| '['
	| '\\'
	| ']'
	| '^'
	| '`'
	| '{'
	| '|'
	| '}'
	| '~';

type Control = '\t' | '\n' | '\v' | '\f' | '\r' | '\0' | '\u007f';
