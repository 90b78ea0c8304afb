import { expect, expectTypeOf, test } from 'vitest';
import { danglingPlaceholders, type Count } from '../../src/prompt/placeholders.js';
import { mediaKinds, spec, type MediaKind } from '../../src/spec.js';

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
