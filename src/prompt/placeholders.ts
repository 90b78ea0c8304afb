import { dangling, truncate, type Dangling } from '../rules.js';
import type { MediaKind } from '../spec.js';

/** How many items of each kind a request carries. */
export type Counts = Readonly<Record<MediaKind, number>>;

/**
 * The sentences for the placeholders in `Text` that have no item, as a union; `never` where all have theirs. What isn't
 * literal in the text is left to the run time, and so is a list of unknown length.
 *
 * Measured limit for a text with a wrong placeholder: 990 `@`, the compiler's own bound on tail recursion.
 */
export type DanglingPlaceholders<Text, Images extends List, Videos extends List, Audio extends List> = Dangled<
	AfterAt<Text>,
	| `image${Attached[Images['length'] & Count]}`
	| `video${Attached[Videos['length'] & Count]}`
	| `audio${Attached[Audio['length'] & Count]}`
>;

/**
 * Every text in which a placeholder of a kind may be dangling, by the count of items: a text that matches none is right,
 * and that costs the compiler the same for one placeholder and for four hundred. The patterns stand in a property, where
 * the compiler compares them and doesn't instantiate each.
 */
export interface DoubtfulPlaceholders {
	image: { [N in Count]: { text: `${string}@image${Unattached[N]}${string}` } };
	video: { [N in Count]: { text: `${string}@video${Unattached[N]}${string}` } };
	audio: { [N in Count]: { text: `${string}@audio${Unattached[N]}${string}` } };
}

/** The sentences for the placeholders in `text` that have no item, each once, in order of appearance. */
export function danglingPlaceholders(text: string, counts: Counts): string[] {
	const sentences: string[] = [];
	for (const placeholder of new Set(text.match(/@(?:image|video|audio)\d+/g))) {
		const kind = placeholder.slice(1, 6) as MediaKind;
		const number = placeholder.slice(6);
		if (number.startsWith('0') || Number(number) > counts[kind]) sentences.push(dangling(kind, truncate(number, 99)));
	}
	return sentences;
}

type List = readonly unknown[];

/** What follows each `@`, as a union. Jumps from `@` to `@`: the cost is a placeholder's, not a character's. */
type AfterAt<Text, Found = never> = Text extends `${string}@${infer Rest}` ? AfterAt<Rest, Found | Rest> : Found;

type Dangled<Piece, Names> = Piece extends `image${infer Rest}`
	? Named<'image', NumberAt<Rest>, Names>
	: Piece extends `video${infer Rest}`
		? Named<'video', NumberAt<Rest>, Names>
		: Piece extends `audio${infer Rest}`
			? Named<'audio', NumberAt<Rest>, Names>
			: never;

type Named<Kind extends MediaKind, Number extends string, Names> = Number extends Number
	? `${Kind}${Number}` extends Names
		? never
		: Dangling<Kind, Number>
	: never;

/** The digits at the beginning of `Text`; `never` where there are none, or where more may follow at run time. */
type NumberAt<Text extends string, Digits extends string = ''> = Text extends `${infer First}${infer Rest}`
	? {} extends { [Unknown in First]: 1 }
		? never
		: First extends Digit
			? NumberAt<Rest, `${Digits}${First}`>
			: NonEmpty<Digits>
	: string extends Text
		? never
		: NonEmpty<Digits>;

type NonEmpty<Text> = Text extends '' ? never : Text;

type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

/** A count of items. */
export type Count = keyof Attached;

/** The numbers that a placeholder may have, by the count of items. Tables, because a lookup costs the compiler least. */
interface Attached {
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

/** How all other numbers begin: with a digit that is too high, or with a second digit. */
interface Unattached {
	0: Digit;
	1: '0' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | `${Attached[1]}${Digit}`;
	2: '0' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | `${Attached[2]}${Digit}`;
	3: '0' | '4' | '5' | '6' | '7' | '8' | '9' | `${Attached[3]}${Digit}`;
	4: '0' | '5' | '6' | '7' | '8' | '9' | `${Attached[4]}${Digit}`;
	5: '0' | '6' | '7' | '8' | '9' | `${Attached[5]}${Digit}`;
	6: '0' | '7' | '8' | '9' | `${Attached[6]}${Digit}`;
	7: '0' | '8' | '9' | `${Attached[7]}${Digit}`;
	8: '0' | '9' | `${Attached[8]}${Digit}`;
	9: '0' | `${Attached[9]}${Digit}`;
}
