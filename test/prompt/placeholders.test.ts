import { expect, expectTypeOf, test } from 'vitest';
import {
	danglingPlaceholders,
	makesAddress,
	type Count,
	type DanglingPlaceholders,
	type MakesAddress,
} from '../../src/prompt/placeholders.js';
import { dangling } from '../../src/rules.js';
import { mediaKinds, spec, type MediaKind } from '../../src/spec.js';

const none = { image: 0, video: 0, audio: 0 };

type Most = (typeof spec.media)[MediaKind]['most'];

/** Every count from 0 to `Last`. */
type UpTo<Last extends number, Found extends unknown[] = []> = Last extends Last
	? Found['length'] extends Last
		? Last
		: Found['length'] | UpTo<Last, [...Found, unknown]>
	: never;

test('the tables of placeholders hold each count up to the most references of a kind', () => {
	// The compiler checks it: a limit that changes in spec.ts alone fails here.
	expectTypeOf<Count>().toEqualTypeOf<UpTo<Most>>();
});

test.each(mediaKinds)('a placeholder of %s is right up to the most references, and dangling after them', (kind) => {
	const { most } = spec.media[kind];
	const counts = { image: 0, video: 0, audio: 0, [kind]: most };
	expect(danglingPlaceholders(`@${kind}1 @${kind}${most}`, counts)).toStrictEqual([]);
	expect(danglingPlaceholders(`@${kind}0 @${kind}${most + 1} @${kind}${most + 1}`, counts)).toHaveLength(2);
});

test('a million right placeholders are right', () => {
	expect(danglingPlaceholders('@image1 @video2 '.repeat(5e5), { image: 1, video: 2, audio: 0 })).toStrictEqual([]);
	expect(danglingPlaceholders('@image12 @image13', { image: 12, video: 0, audio: 0 })).toHaveLength(1);
});

test('of a million dangling placeholders, the first two thousand are listed', () => {
	const text = Array.from({ length: 1e6 }, (_, index) => `@image${index}`).join(' ');
	const sentences = danglingPlaceholders(text, { image: 2, video: 0, audio: 0 });
	expect(sentences).toHaveLength(2_000);
	expect(sentences.slice(0, 2).map((sentence) => sentence.split(' ')[0])).toStrictEqual(['@image0', '@image3']);
});

test('each sentence comes once, in order of appearance', () => {
	const sentences = danglingPlaceholders('@video2 @image1 @video2', { image: 0, video: 1, audio: 0 });
	expect(sentences.map((sentence) => sentence.split(' ')[0])).toStrictEqual(['@video2', '@image1']);
});

/** What may stand before a `@`, and whether the `@` is then part of an address. */
const beginnings = {
	'': false,
	' ': false,
	me: true,
	ME: true,
	'a cat9': true,
	a_: true,
	'me ': false,
	'me(': false,
	'castle.': false,
	'a-': false,
	猫: false,
	café: false,
	'９': false,
	'🐈': false,
} as const;

test.each(Object.entries(beginnings))('%j before a @ makes it an address: %j', (beginning, expected) => {
	expect(makesAddress(beginning)).toBe(expected);
	expect(danglingPlaceholders(`${beginning}@image1`, none)).toHaveLength(expected ? 0 : 1);
});

test('the compiler finds the same addresses', () => {
	expectTypeOf<{ [Text in keyof typeof beginnings]: MakesAddress<Text> }>().toEqualTypeOf(beginnings);
});

test('the compiler leaves a @ behind text that it does not know to the run time', () => {
	expectTypeOf<MakesAddress<string>>().toEqualTypeOf<true>();
	expectTypeOf<MakesAddress<`a cat ${string}`>>().toEqualTypeOf<true>();
	expectTypeOf<MakesAddress<`(${number}`>>().toEqualTypeOf<true>();
	expectTypeOf<MakesAddress<`${string} sees (`>>().toEqualTypeOf<false>();
	expectTypeOf<MakesAddress<`${string}猫`>>().toEqualTypeOf<false>();
	expectTypeOf<MakesAddress<`${number}, `>>().toEqualTypeOf<false>();
});

test('the compiler and the run time name the same placeholders beside addresses', () => {
	const text = 'me@image1.com git@image3:repo 猫@image4 (@video5) castle.@audio6 @@image7 @image8@image9';
	type Sentence = DanglingPlaceholders<typeof text, [], [], []>;
	const sentences = danglingPlaceholders(text, none) as Sentence[];
	const named: Sentence[] = [
		dangling('image', '4'),
		dangling('video', '5'),
		dangling('audio', '6'),
		dangling('image', '7'),
		dangling('image', '8'),
	];
	expect(sentences).toStrictEqual(named);
	// @ts-expect-error: the compiler takes no other placeholder for one.
	named.push(dangling('image', '9'));
});
