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

test('each sentence comes once, in order of appearance', () => {
	const sentences = danglingPlaceholders('@video2 @image1 @video2', { image: 0, video: 1, audio: 0 });
	expect(sentences.map((sentence) => sentence.split(' ')[0])).toStrictEqual(['@video2', '@image1']);
});
