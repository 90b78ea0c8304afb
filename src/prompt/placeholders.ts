import { dangling, type Dangling, type NotAllowed } from '../rules.js';
import type { MediaKind } from '../spec.js';

/** How many items of each kind a request carries. */
export type Counts = Readonly<Record<MediaKind, number>>;

/**
 * The sentences for the placeholders in `Text` that have no item, as a union of {@link NotAllowed}; `never` where all
 * have theirs. What isn't literal in the text is left to the run time, and so is a list of unknown length.
 *
 * Measured limit: 990 `@` in a text, the compiler's own bound on tail recursion.
 */
export type DanglingPlaceholders<Text, Images extends List, Videos extends List, Audio extends List> = Judged<
	AfterAt<Text>,
	| `image${Numbers[Images['length'] & keyof Numbers]}`
	| `video${Numbers[Videos['length'] & keyof Numbers]}`
	| `audio${Numbers[Audio['length'] & keyof Numbers]}`
>;

/** The sentences for the placeholders in `text` that have no item, each once, in order of appearance. */
export function danglingPlaceholders(text: string, counts: Counts): string[] {
	const sentences: string[] = [];
	for (const placeholder of new Set(text.match(/@(?:image|video|audio)\d+/g))) {
		const kind = placeholder.slice(1, 6) as MediaKind;
		const number = placeholder.slice(6);
		if (number.startsWith('0') || Number(number) > counts[kind]) sentences.push(dangling(kind, cut(number)));
	}
	return sentences;
}

const cut = (number: string): string => (number.length > 20 ? `${number.slice(0, 20)}…` : number);

type List = readonly unknown[];

/** What follows each `@`, as a union. Jumps from `@` to `@`: the cost is a placeholder's, not a character's. */
type AfterAt<Text, Found = never> = Text extends `${string}@${infer Rest}` ? AfterAt<Rest, Found | Rest> : Found;

// Most texts are right, and that is seen at once: each piece begins with an attached item's name, and no second digit
// follows it. Only the others are taken apart.
type Judged<Pieces, Names extends string> = [Pieces] extends [never]
	? never
	: [Pieces] extends [`${Names}${string}`]
		? [AfterFirstDigit<Pieces> & Digit] extends [never]
			? never
			: Dangled<Pieces, Names>
		: Dangled<Pieces, Names>;

// Every kind has five letters, so that the digit is the sixth character and this is the seventh.
type AfterFirstDigit<Piece> =
	Piece extends `${string}${string}${string}${string}${string}${string}${infer Next}${string}` ? Next : never;

type Dangled<Piece, Names> = Piece extends `image${infer Rest}`
	? Unattached<'image', NumberAt<Rest>, Names>
	: Piece extends `video${infer Rest}`
		? Unattached<'video', NumberAt<Rest>, Names>
		: Piece extends `audio${infer Rest}`
			? Unattached<'audio', NumberAt<Rest>, Names>
			: never;

type Unattached<Kind extends MediaKind, Number extends string, Names> = Number extends Number
	? `${Kind}${Number}` extends Names
		? never
		: NotAllowed<Dangling<Kind, Number>>
	: never;

/** The digits at the beginning of `Text`; `never` where there are none, or where more may follow at run time. */
type NumberAt<Text extends string, Digits extends string = ''> = Text extends `${infer First}${infer Rest}`
	? string extends First
		? never
		: First extends Digit
			? NumberAt<Rest, `${Digits}${First}`>
			: NonEmpty<Digits>
	: string extends Text
		? never
		: NonEmpty<Digits>;

type NonEmpty<Text> = Text extends '' ? never : Text;

type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

/** The numbers up to a count. A table, because a lookup costs the compiler less than a recursion. */
interface Numbers {
	0: never;
	1: '1';
	2: '1' | '2';
	3: '1' | '2' | '3';
	4: '1' | '2' | '3' | '4';
	5: '1' | '2' | '3' | '4' | '5';
	6: '1' | '2' | '3' | '4' | '5' | '6';
	7: '1' | '2' | '3' | '4' | '5' | '6' | '7';
	8: '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8';
	9: '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';
}
