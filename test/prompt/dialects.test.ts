import { expect, expectTypeOf, test } from 'vitest';
import { nearPlaceholders, type DoubtfulDialect, type NearPlaceholders } from '../../src/prompt/dialects.js';
import { nearPlaceholder } from '../../src/rules.js';
import { mediaKinds, type MediaKind } from '../../src/spec.js';

/** Texts, and whether a placeholder in them is in another form than the API page's. */
const texts = {
	'@Image1': true,
	'@IMAGE1': true,
	'@imagE1': true,
	'@image 1': true,
	'@Image 1': true,
	'@Video2 runs': true,
	'(@aUdio3)': true,
	'猫@图片1': true,
	'@视频1': true,
	'@音频12x': true,
	'@image1': false,
	'@video1': false,
	'@audio1': false,
	'[Image 1]': false,
	'Image 1': false,
	'<Image_1>': false,
	'me@Image1.com': false,
	'a_@图片1': false,
	'@image  1': false,
	'@Images': false,
	'@Image': false,
	'@Image one': false,
	'@图片': false,
	'@图片 1': false,
	'@İmage1': false,
	'@Image１': false,
} as const;

type Texts = typeof texts;

test.each(Object.entries(texts))('%j has a placeholder in another form: %j', (text, expected) => {
	expect(nearPlaceholders(text)).toHaveLength(expected ? 1 : 0);
});

test('the compiler finds the same texts', () => {
	expectTypeOf<{
		[Text in keyof Texts]: [NearPlaceholders<Text>] extends [never] ? false : true;
	}>().toEqualTypeOf(texts);
});

test('every text that has one is scanned by the compiler', () => {
	type Scanned = { [Text in keyof Texts]: { text: Text } extends DoubtfulDialect ? Text : never }[keyof Texts];
	type Near = { [Text in keyof Texts]: Texts[Text] extends true ? Text : never }[keyof Texts];
	expectTypeOf<Exclude<Near, Scanned>>().toEqualTypeOf<never>();
});

test('the patterns of the compiler begin with each name in each wrong case, and no other', () => {
	type Wrong<Name extends string, Before extends string = ''> = Name extends `${infer First}${infer Rest}`
		? `${Before}${Uppercase<First>}` | Wrong<Rest, `${Before}${First}`>
		: `${Before} `;
	type Chinese = '图片' | '视频' | '音频';
	expectTypeOf<DoubtfulDialect['text']>().toEqualTypeOf<`${string}@${Wrong<MediaKind> | Chinese}${string}`>();
});

test('each sentence comes once, in order of appearance, as the compiler has it', () => {
	const text = '@Video2 follows @图片1, then @video 3 and @Video2';
	type Sentence = NearPlaceholders<typeof text>;
	const named: Sentence[] = [
		nearPlaceholder('@Video2', 'video', '2'),
		nearPlaceholder('@图片1', 'image', '1'),
		nearPlaceholder('@video 3', 'video', '3'),
	];
	expect(nearPlaceholders(text)).toStrictEqual(named);
	// @ts-expect-error: the compiler finds no other.
	named.push(nearPlaceholder('@图片2', 'image', '2'));
});

test('a text that only the run time knows is left to it', () => {
	expectTypeOf<NearPlaceholders<string>>().toEqualTypeOf<never>();
	expectTypeOf<NearPlaceholders<`${string}@Image1`>>().toEqualTypeOf<never>();
	expectTypeOf<NearPlaceholders<`@Image${number}`>>().toEqualTypeOf<never>();
	expectTypeOf<NearPlaceholders<`@Image1${number}`>>().toEqualTypeOf<never>();
});

test.each(mediaKinds)('the sentence names the form of the API page: %s', (kind) => {
	expect(nearPlaceholders(`@${kind.toUpperCase()} 2`)).toStrictEqual([
		`"@${kind.toUpperCase()} 2" is not the API page's form: write @${kind}2`,
	]);
});

test('of a million placeholders in another form, the first two thousand are listed', () => {
	const text = Array.from({ length: 1e6 }, (_, index) => `@Image${index}`).join(' ');
	const sentences = nearPlaceholders(text);
	expect(sentences).toHaveLength(2_000);
	expect(sentences[1]).toBe('"@Image1" is not the API page\'s form: write @image1');
});

test('right placeholders among those in another form are not looked at', () => {
	expect(nearPlaceholders(`${'@image1 '.repeat(1e6)}@Image2`)).toHaveLength(1);
});
