import type { DigitCharacter, NonEmptyString } from 'type-fest';
import { dangling, truncate, type Dangling } from '../rules.js';
import { mediaKinds, type MediaKind, type spec } from '../spec.js';

/** How many items of each kind a request has. */
export type Counts = Readonly<Record<MediaKind, number>>;

/**
 * The sentences for the placeholders in `Text` that have no item, as a union; `never` where each has one. Text that is not
 * literal, a placeholder behind such text, and lists of unknown length are left to the run time.
 *
 * Measured limit for a text with a wrong placeholder: 990 `@`, the compiler's own limit of tail recursion.
 */
export type DanglingPlaceholders<Text, Images extends Items, Videos extends Items, Audio extends Items> = Dangled<
	AfterAt<Text>,
	| `image${Attached[Images['length'] & Count]}`
	| `video${Attached[Videos['length'] & Count]}`
	| `audio${Attached[Audio['length'] & Count]}`
>;

/**
 * Patterns of the texts in which a placeholder may have no item, by kind and count of items. A text that matches none is
 * right; checking that costs the compiler the same for one placeholder and for many. The patterns are in a property,
 * because the compiler then compares them and does not instantiate each.
 */
export interface DoubtfulPlaceholders {
	image: { [N in Count]: { text: `${string}@image${Unattached[N]}${string}` } };
	video: { [N in Count]: { text: `${string}@video${Unattached[N]}${string}` } };
	audio: { [N in Count]: { text: `${string}@audio${Unattached[N]}${string}` } };
}

/**
 * Returns the sentences for the placeholders in `text` that have no item, each once, in order of appearance. The first
 * {@link mostPlaceholders} of them are looked at: a text of megabytes may have millions.
 */
export function danglingPlaceholders(text: string, counts: Counts): string[] {
	const sentences = new Set<string>();
	let left = mostPlaceholders;
	for (const { groups } of text.matchAll(danglingPattern(counts))) {
		const { kind, number } = groups as { kind: MediaKind; number: string };
		sentences.add(dangling(kind, truncate(number, 99)));
		if (--left === 0) break;
	}
	return [...sentences];
}

/** The placeholders in a text that the compiler knows, as a union; `never` where there are none. */
export type PlaceholdersIn<Text> = PlaceholderAt<AfterAt<Text>>;

/** A new pattern of all placeholders in a text: `@image1`. */
export function placeholderPattern(): RegExp {
	return new RegExp(`(?<!\\w)@(?:${mediaKinds.join('|')})\\d+`, 'g');
}

/** Returns the first placeholder in `text`; `undefined` if there is none. */
export function firstPlaceholder(text: string): string | undefined {
	const [placeholder] = text.matchAll(danglingPattern({ image: 0, video: 0, audio: 0 })).next().value ?? [];
	return placeholder;
}

/** The most wrong placeholders of a text that are looked at. */
export const mostPlaceholders = 2_000;

/** Matches the placeholders without an item only, so that right ones cost no memory. */
function danglingPattern(counts: Counts): RegExp {
	const key = mediaKinds.map((kind) => counts[kind]).join();
	const known = danglingPatterns.get(key);
	if (known !== undefined) return known;
	const attached = mediaKinds.map((kind) => `${kind}(?:${numbersTo(counts[kind])})(?!\\d)`);
	const pattern = new RegExp(`(?<!\\w)@(?!${attached.join('|')})(?<kind>${mediaKinds.join('|')})(?<number>\\d+)`, 'g');
	if (danglingPatterns.size < mostPatterns) danglingPatterns.set(key, pattern);
	return pattern;
}

/** The patterns by counts, because a pattern takes longer to build than to use. */
const danglingPatterns = /* @__PURE__ */ new Map<string, RegExp>();

const mostPatterns = 200;

/** A pattern of the numbers up to `count`. An empty one would match everything. */
function numbersTo(count: number): string {
	return count === 0 ? '(?!)' : Array.from({ length: count }, (_, index) => index + 1).join('|');
}

/**
 * The text after each `@` that is not part of an address, as a union. Jumps from `@` to `@`: the cost grows with the
 * placeholders, not with the characters.
 */
export type AfterAt<Text, Found = never> = Text extends `${infer Before}@${infer Rest}`
	? AfterAt<Rest, MakesAddress<Before> extends true ? Found : Found | Rest>
	: Found;

/**
 * Whether a `@` behind `Text` is part of an address, such as `me@image1.com`, and not the beginning of a placeholder. Also
 * true if only the run time knows the end of the text.
 */
export type MakesAddress<Text extends string> = Text extends '' | `${string} `
	? false // as most texts before a placeholder, in the fewest steps
	: { text: Text } extends AddressBeginning
		? true
		: {} extends { [Unknown in Text]: 1 }
			? Text extends `${string} ${infer Word}`
				? MakesAddress<Word>
				: Text extends `${string}${infer Rest}`
					? Rest extends ''
						? true
						: MakesAddress<Rest>
					: true
			: false;

/** Tells whether a `@` behind `text` is part of an address, and not the beginning of a placeholder. */
export function makesAddress(text: string): boolean {
	return /\w$/.test(text);
}

type Items = readonly unknown[];

/** The texts that make a `@` behind them part of an address, in a property, as above. */
interface AddressBeginning {
	text: `${string}${AddressCharacter}`;
}

/** The characters that make a `@` behind them part of an address. */
type AddressCharacter = Letter | Uppercase<Letter> | DigitCharacter | '_';

type Letter =
	| 'a'
	| 'b'
	| 'c'
	| 'd'
	| 'e'
	| 'f'
	| 'g'
	| 'h'
	| 'i'
	| 'j'
	| 'k'
	| 'l'
	| 'm'
	| 'n'
	| 'o'
	| 'p'
	| 'q'
	| 'r'
	| 's'
	| 't'
	| 'u'
	| 'v'
	| 'w'
	| 'x'
	| 'y'
	| 'z';

type Dangled<Piece, Names> = Piece extends `image${infer Rest}`
	? Named<'image', NumberAt<Rest>, Names>
	: Piece extends `video${infer Rest}`
		? Named<'video', NumberAt<Rest>, Names>
		: Piece extends `audio${infer Rest}`
			? Named<'audio', NumberAt<Rest>, Names>
			: never;

type PlaceholderAt<Piece> = Piece extends `image${infer Rest}`
	? `@image${NumberAt<Rest>}`
	: Piece extends `video${infer Rest}`
		? `@video${NumberAt<Rest>}`
		: Piece extends `audio${infer Rest}`
			? `@audio${NumberAt<Rest>}`
			: never;

type Named<Kind extends MediaKind, Number extends string, Names> = Number extends Number
	? `${Kind}${Number}` extends Names
		? never
		: Dangling<Kind, Number>
	: never;

/** The digits at the start of `Text`; `never` if there are none, or if more may follow at run time. */
export type NumberAt<Text extends string, Digits extends string = ''> = Text extends `${infer First}${infer Rest}`
	? {} extends { [Unknown in First]: 1 }
		? never
		: First extends DigitCharacter
			? NumberAt<Rest, `${Digits}${First}`>
			: NonEmptyString<Digits>
	: Text extends ''
		? NonEmptyString<Digits>
		: never;

/** A count of items, up to the most that the API takes of a kind. */
export type Count = keyof Attached;

/** The counts of handles, as text, of which no kind can have too many. */
export type FewHandles = '0' | Attached[(typeof spec.media)['video' | 'audio']['most']];

/** The numbers that a placeholder may have, by the count of items. A table, because a lookup costs the compiler least. */
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

/** The beginnings of all other numbers: a digit that is too high, or a second digit. */
interface Unattached {
	0: DigitCharacter;
	1: '0' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | `${Attached[1]}${DigitCharacter}`;
	2: '0' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | `${Attached[2]}${DigitCharacter}`;
	3: '0' | '4' | '5' | '6' | '7' | '8' | '9' | `${Attached[3]}${DigitCharacter}`;
	4: '0' | '5' | '6' | '7' | '8' | '9' | `${Attached[4]}${DigitCharacter}`;
	5: '0' | '6' | '7' | '8' | '9' | `${Attached[5]}${DigitCharacter}`;
	6: '0' | '7' | '8' | '9' | `${Attached[6]}${DigitCharacter}`;
	7: '0' | '8' | '9' | `${Attached[7]}${DigitCharacter}`;
	8: '0' | '9' | `${Attached[8]}${DigitCharacter}`;
	9: '0' | `${Attached[9]}${DigitCharacter}`;
}
