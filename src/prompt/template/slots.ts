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
	for (const { 0: slot, 1: name = '', index } of text.matchAll(new RegExp(`\\{(${slotName})\\}`, 'g'))) {
		texts.push(text.slice(end, index));
		names.push(name);
		end = index + slot.length;
	}
	return { texts: [...texts, text.slice(end)], names };
}

/** The name of the first slot that is written in two pairs of braces; `undefined` if there is none. */
export function doubledSlot(text: string): string | undefined {
	const isSlotName = new RegExp(`^${slotName}$`);
	for (const [, inside = ''] of text.matchAll(/\{\{([^{}]*)\}\}/g)) {
		const name = inside.trim();
		if (isSlotName.test(name)) return name;
	}
	return undefined;
}

/** The pattern of a slot's name. */
const slotName = '(?!\\d)[\\w$\\u0080-\\uffff]+';

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

type Control =
	| '\x00'
	| '\x01'
	| '\x02'
	| '\x03'
	| '\x04'
	| '\x05'
	| '\x06'
	| '\x07'
	| '\x08'
	| '\x09'
	| '\x0a'
	| '\x0b'
	| '\x0c'
	| '\x0d'
	| '\x0e'
	| '\x0f'
	| '\x10'
	| '\x11'
	| '\x12'
	| '\x13'
	| '\x14'
	| '\x15'
	| '\x16'
	| '\x17'
	| '\x18'
	| '\x19'
	| '\x1a'
	| '\x1b'
	| '\x1c'
	| '\x1d'
	| '\x1e'
	| '\x1f'
	| '\x7f';
