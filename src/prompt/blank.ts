import type { Sentence } from '../rules.js';

/** The sentence for a blank `Text`; `never` if it is not blank, or if only the run time can tell. */
export type BlankText<Text> = Text extends `${infer First}${infer Rest}`
	? First extends WhiteSpace
		? BlankText<Rest>
		: never
	: Text extends ''
		? Sentence<'blankText'>
		: never;

/** Pattern of the texts that may be blank. */
export type DoubtfulBlank = '' | `${WhiteSpace}${string}`;

/** Tells whether a text is empty or only white space. */
export function isBlank(text: string): boolean {
	return text.trim() === '';
}

/** The characters that `String.prototype.trim` removes. */
type WhiteSpace =
	| ' '
	| '\t'
	| '\n'
	| '\v'
	| '\f'
	| '\r'
	| '\u00a0'
	| '\u1680'
	| '\u2000'
	| '\u2001'
	| '\u2002'
	| '\u2003'
	| '\u2004'
	| '\u2005'
	| '\u2006'
	| '\u2007'
	| '\u2008'
	| '\u2009'
	| '\u200a'
	| '\u2028'
	| '\u2029'
	| '\u202f'
	| '\u205f'
	| '\u3000'
	| '\ufeff';
