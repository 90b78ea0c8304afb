import * as fc from 'fast-check';
import { expect, expectTypeOf, test } from 'vitest';
import { normalizeReferences, type NormalizedReferences, type ReferenceChange } from '../../src/index.js';
import { nearPlaceholders } from '../../src/prompt/dialects.js';
import { danglingPlaceholders } from '../../src/prompt/placeholders.js';
import { dangling } from '../../src/rules.js';
import { mediaKinds, type MediaKind } from '../../src/spec.js';

/** Texts with references in other forms, and their normalized texts. */
const rewritten: Readonly<Record<string, string>> = {
	'@Image1': '@image1',
	'@Image 1': '@image1',
	'@image 1': '@image1',
	'@IMAGE_1': '@image1',
	'[Image 1]': '@image1',
	'[image1]': '@image1',
	'<Image_1>': '@image1',
	'<IMAGE 12>': '@image12',
	'<<Image 1>>': '@image1',
	'<<<image_1>>>': '@image1',
	'<<<Video_2>>> and <<<图片1>>>': '@video2 and @image1',
	'<<<<image_1>>>>': '<@image1>',
	'<<image_1>>>': '@image1>',
	'<<<image_1>>': '<@image1',
	'[Video 2]': '@video2',
	'@vIDEO 2': '@video2',
	'<Audio_3>': '@audio3',
	'@Audio3': '@audio3',
	'@图片1': '@image1',
	'[图片1]': '@image1',
	'[图1]': '@image1',
	'@图1': '@image1',
	'<图片 1>': '@image1',
	'@视频2': '@video2',
	'[视频2]': '@video2',
	'@音频_3': '@audio3',
	'<音频3>': '@audio3',
	'猫@图片1和[图2]': '猫@image1和@image2',
	'([Image 1])': '(@image1)',
	'[[Image 1]]': '[@image1]',
	'[@Image1]': '[@image1]',
	'<[Image 1]>': '<@image1>',
	'[Image 1]’s hat, [Image 2].': '@image1’s hat, @image2.',
	'café@Image1': 'café@image1',
	'Image 1 is [Image 1]': 'Image 1 is @image1',
};

test.each(Object.entries(rewritten))('%j becomes %j', (text, expected) => {
	expect(normalizeReferences(text).text).toBe(expected);
});

/** Texts without a reference in another form. */
const kept: readonly string[] = [
	'',
	'A cat',
	'@image1 meets @video2 and @audio3',
	'@image1@image2',
	'@image0',
	'Image 1',
	'image_1',
	'图片1',
	'图1',
	'me@Image1.com',
	'A@图片1',
	'9@Image 1',
	'_@Image_1',
	'@Image',
	'@Images 1',
	'@Image  1',
	'@Image-1',
	'@Image\t1',
	'@Image one',
	'@Image１',
	'@İmage1',
	'[Image 1',
	'Image 1]',
	'[Image 1>',
	'<Image 1]',
	'[ Image 1]',
	'[Image 1 ]',
	'[Image 1, 2]',
	'[Image]',
	'</Image 1>',
	'【图1】',
	'[@image1]',
	'@片1',
	'@频1',
];

test.each(kept)('%j stays', (text) => {
	expect(normalizeReferences(text)).toStrictEqual({ text, changes: [] });
});

/** References beside letters, digits and each other, and what replaces each. */
const beside: Readonly<Record<string, readonly string[]>> = {
	'wears[Image 1]': [' @image1'],
	'wears [Image 1]': ['@image1'],
	'a_[Image 1]': [' @image1'],
	'9<Image_1>': [' @image1'],
	'猫[Image 1]': ['@image1'],
	'[Image 1]2': ['@image1 '],
	'[Image 1]０': ['@image1'],
	'[Image 1] 2': ['@image1'],
	'[Image 1]s': ['@image1'],
	'1[Image 1]2': [' @image1 '],
	'[Image 1][Image 2]': ['@image1', ' @image2'],
	'[Image 1]<视频2>[音频3]4': ['@image1', ' @video2', ' @audio3 '],
	'[Image 1], [Image 2]': ['@image1', '@image2'],
	'[Image 1]@image2': ['@image1 '],
	'[Image 1]@Image2': ['@image1 ', '@image2'],
	'[Image 1]@Image 02[图3]': ['@image1 ', '@image2', ' @image3'],
	'[Image 1]@example.com': ['@image1'],
	'[Image 1]@images': ['@image1'],
	'@image1[Image 2]': [' @image2'],
	'@Image1[Image 2]': ['@image1', ' @image2'],
	'@Image1@image2': ['@image1'],
	'@Image1@Image2': ['@image1'],
	'me@Image1[Image 2]': [' @image2'],
};

test.each(Object.entries(beside))('the references of %j become %j', (text, expected) => {
	expect(normalizeReferences(text).changes.map(({ to }) => to)).toStrictEqual(expected);
});

/** References whose number begins with zeros. */
const zeros: Readonly<Record<string, string>> = {
	'[Image 01]': '@image1',
	'@image01': '@image1',
	'@Image_007': '@image7',
	'[Image 10]': '@image10',
	'[Image 0]': '@image0',
	'[Image 00]': '@image0',
	'@image00': '@image0',
};

test.each(Object.entries(zeros))('the number of %j has no zeros before it: %j', (text, expected) => {
	expect(normalizeReferences(text).text).toBe(expected);
});

test('a change has the reference, what replaces it, and its position in the original text', () => {
	expect(normalizeReferences('猫 wears[Image 1] to <Video_2>3')).toStrictEqual({
		text: '猫 wears @image1 to @video2 3',
		changes: [
			{ from: '[Image 1]', to: ' @image1', index: 7 },
			{ from: '<Video_2>', to: '@video2 ', index: 20 },
		],
	});
});

test('the types of the result are exported', () => {
	expectTypeOf(normalizeReferences).toEqualTypeOf<(text: string) => NormalizedReferences>();
	expectTypeOf<NormalizedReferences['changes']>().toEqualTypeOf<readonly ReferenceChange[]>();
});

const names: Readonly<Record<string, MediaKind>> = {
	image: 'image',
	图: 'image',
	图片: 'image',
	video: 'video',
	视频: 'video',
	audio: 'audio',
	音频: 'audio',
};

const name = fc.constantFrom('image', 'Image', 'VIDEO', 'viDeo', 'audio', 'Audio', '图', '图片', '视频', '音频');
const number = fc.constantFrom('1', '2', '12', '01', '007', '0', '00');
const reference = fc
	.tuple(fc.constantFrom('@$', '[$]', '<$>', '<<$>>', '<<<$>>>', '$'), name, fc.constantFrom('', ' ', '_'), number)
	.map(([form, ...parts]) => form.replace('$', parts.join('')));
const other = fc.constantFrom(...Array.from('aZ_10 \n.@[]<>图猫é🐈'), 'me', 'Image', 'image 1');
const prompt = fc.array(fc.oneof(reference, reference, other), { maxLength: 12 }).map((parts) => parts.join(''));

const form = String.raw`(image|video|audio|图片?|视频|音频)[ _]?(\d+)`;

/** The references of a text: where they begin, how they are written, and their placeholders. */
function referencesOf(text: string): { index: number; from: string; placeholder: string }[] {
	const angled = ['<<<', '<<', '<'].map((open) => `${open}${form}${'>'.repeat(open.length)}`).join('|');
	const pattern = new RegExp(String.raw`(?<![A-Za-z0-9_])@${form}|\[${form}\]|${angled}`, 'gi');
	return [...text.matchAll(pattern)].map((match) => {
		const [from, ...groups] = match;
		const [name, digits] = groups.filter(Boolean);
		return { index: match.index, from, placeholder: `@${names[name!.toLowerCase()]}${Number(digits)}` };
	});
}

const runs = { numRuns: 3_000 };

test('every reference becomes the placeholder of its kind and number, in the same order', () => {
	fc.assert(
		fc.property(prompt, (original) => {
			const expected = referencesOf(original).map(({ placeholder }) => placeholder);
			const { text } = normalizeReferences(original);
			expect(text.match(/(?<![A-Za-z0-9_])@(?:image|video|audio)\d+/g) ?? []).toStrictEqual(expected);
			const sentences = expected.map((placeholder) => {
				const kind = mediaKinds.find((kind) => placeholder.startsWith(kind, 1))!;
				return dangling(kind, placeholder.slice(1 + kind.length));
			});
			expect(danglingPlaceholders(text, { image: 0, video: 0, audio: 0 })).toStrictEqual([...new Set(sentences)]);
			expect(nearPlaceholders(text)).toStrictEqual([]);
		}),
		runs,
	);
});

test('the changes are those of the references, and lead from the original to the text', () => {
	fc.assert(
		fc.property(prompt, (original) => {
			const { text, changes } = normalizeReferences(original);
			const references = referencesOf(original);
			let replayed = '';
			let end = 0;
			for (const { from, to, index } of changes) {
				const reference = references.find((reference) => reference.index === index);
				expect(reference?.from).toBe(from);
				expect(to.trim()).toBe(reference?.placeholder);
				expect(original.slice(index, index + from.length)).toBe(from);
				expect(index).toBeGreaterThanOrEqual(end);
				replayed += original.slice(end, index) + to;
				end = index + from.length;
			}
			expect(replayed + original.slice(end)).toBe(text);
		}),
		runs,
	);
});

test('a reference that is right is no change, and every other one is', () => {
	fc.assert(
		fc.property(prompt, (original) => {
			const wrong = referencesOf(original).filter(({ from, placeholder }) => from !== placeholder);
			expect(normalizeReferences(original).changes.map(({ index }) => index)).toStrictEqual(
				wrong.map(({ index }) => index),
			);
		}),
		runs,
	);
});

test('a space is added only where the meaning of a placeholder requires it', () => {
	fc.assert(
		fc.property(prompt, (original) => {
			const { text, changes } = normalizeReferences(original);
			let added = 0;
			for (const { from, to, index } of changes) {
				const start = index + added;
				expect(text.slice(start, start + to.length)).toBe(to);
				const before = to.startsWith(' ') ? text.charAt(start - 1) : 'a';
				const after = to.endsWith(' ') ? text.slice(start + to.length) : '1';
				expect(before).toMatch(/^\w$/);
				expect(after).toMatch(/^(?:\d|@(?:image|video|audio)\d)/);
				added += to.length - from.length;
			}
		}),
		runs,
	);
});

test('a normalized text stays', () => {
	fc.assert(
		fc.property(prompt, (original) => {
			const { text } = normalizeReferences(original);
			expect(normalizeReferences(text)).toStrictEqual({ text, changes: [] });
		}),
		runs,
	);
});

const megabytes = 10 ** 7;

test.each(['[Image ', '[Image 1', '<Image_', '@', '@Image', '[', '1', 'Image 1 ', '@image1', '图'])(
	'ten million characters of %j stay',
	(part) => {
		const text = part.repeat(megabytes / part.length);
		const result = normalizeReferences(text);
		expect(result.text === text).toBe(true);
		expect(result.changes).toHaveLength(0);
	},
);

test('a number of millions of digits is a number', () => {
	const digits = '1'.repeat(megabytes);
	expect(normalizeReferences(`[Image ${digits}`).changes).toHaveLength(0);
	expect(normalizeReferences(`[Image ${digits}]`).text === `@image${digits}`).toBe(true);
	expect(normalizeReferences(`@Image${'0'.repeat(megabytes)}1`).text).toBe('@image1');
});
