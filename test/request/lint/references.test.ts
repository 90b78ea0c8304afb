import { expect, test } from 'vitest';
import { lintRequest, media, parseRequest, prompt, video } from '../../../src/index.js';
import { adviceOf, framesOf, messagesOf, promptOf, requestOf } from './requests.js';

const all = { images: 2, videos: 1, audio: 1 };

test.each([
	['[Image 1] dances', '@image1 dances', '"[Image 1]" is not the API page\'s form: write @image1'],
	['<Video_1> at night', '@video1 at night', '"<Video_1>" is not the API page\'s form: write @video1'],
	['@图1 and @image2', '@image1 and @image2', '"@图1" is not the API page\'s form: write @image1'],
	['@Image_2 smiles', '@image2 smiles', '"@Image_2" is not the API page\'s form: write @image2'],
	['[图2][音频1]', '@image2 @audio1', '"[图2]" and "[音频1]" are not the API page\'s form: write @image2 and @audio1'],
	['x[Image 1]2', 'x @image1 2', '"[Image 1]" is not the API page\'s form: write @image1'],
])('the references of %j are rewritten', (text, mended, message) => {
	const [advice, ...others] = adviceOf('reference-form', requestOf(text, all));
	expect(advice).toMatchObject({ source: 'API page', path: ['content', 0, 'text'], place: { what: 'text' }, message });
	expect(advice?.fix).toStrictEqual(requestOf(mended, all));
	expect(others).toStrictEqual([]);
});

test('a reference to a frame is rewritten', () => {
	const request = {
		...framesOf('asset://a'),
		content: [{ type: 'text' as const, text: '[Image 1] wakes' }, ...framesOf('asset://a').content],
	};
	expect(promptOf(adviceOf('reference-form', request)[0]?.fix)).toBe('@image1 wakes');
});

test('a reference without its item is named and stays', () => {
	const request = requestOf('[Image 1], [Image 3] and [Video 2] dance', all);
	expect(messagesOf('unattached-reference', request)).toStrictEqual([
		'"[Image 3]" and "[Video 2]" refer to missing items: attach them or correct the numbers',
	]);
	const [advice] = adviceOf('reference-form', request);
	expect(promptOf(advice?.fix)).toBe('@image1, [Image 3] and [Video 2] dance');
	expect(messagesOf('unattached-reference', requestOf('[Image 0]', all))).toStrictEqual([
		'"[Image 0]" refers to a missing item: attach it or correct the number',
	]);
});

test('of many references, the first few are listed', () => {
	const text = Array.from({ length: 9 }, (_, index) => `[Image ${index + 1}]`).join(' ');
	expect(messagesOf('reference-form', requestOf(text, { images: 9 }))).toStrictEqual([
		'"[Image 1]", "[Image 2]", "[Image 3]", "[Image 4]" and 5 more are not the API page\'s form: write @image1, @image2, @image3, @image4 and 5 more',
	]);
});

test('a reference that is repeated is listed once, and rewritten everywhere', () => {
	const [advice] = adviceOf('reference-form', requestOf('[Image 1] and [Image 1]', { images: 1 }));
	expect(advice?.message).toBe('"[Image 1]" is not the API page\'s form: write @image1');
	expect(promptOf(advice?.fix)).toBe('@image1 and @image1');
});

test('each reference that the prompt does not mention is named, with its place', () => {
	const advice = adviceOf('unmentioned-reference', requestOf('@image1 dances to music', all));
	expect(advice.map(({ path, place, message }) => [path, place?.verb, place?.what, message])).toStrictEqual([
		[
			['content', 2],
			'.referenceImage()',
			'2nd image',
			'the prompt does not mention @image2: write @image2 where it means this image, or remove the image',
		],
		[
			['content', 3],
			'.referenceVideo()',
			'1st video',
			'the prompt does not mention @video1: write @video1 where it means this video, or remove the video',
		],
		[
			['content', 4],
			'.referenceAudio()',
			'1st audio',
			'the prompt does not mention @audio1: write @audio1 where it means this audio clip, or remove the audio clip',
		],
	]);
	expect(advice.every(({ fix, source }) => fix === undefined && source === 'API page')).toBe(true);
});

test.each([
	['placeholders', '@image1 and@image2, @video1。@audio1'],
	['references in other forms', '[Image 1] and @图2 in <Video 1> with [音频1]'],
])('a prompt mentions its references by %s', (_, text) => {
	expect(messagesOf('unmentioned-reference', requestOf(text.replace('and@', 'and @'), all))).toStrictEqual([]);
});

test.each(['image1 and me@image1.com', '@images', 'Image 1'])('%j mentions nothing', (text) => {
	expect(messagesOf('unmentioned-reference', requestOf(text, { images: 1 }))).toHaveLength(1);
});

test('@image1 is not mentioned by @image10, and frames need no mention', () => {
	expect(messagesOf('unmentioned-reference', framesOf('asset://a', 'asset://b'))).toStrictEqual([]);
	const request = requestOf('@image2 @image3 @image4 @image5 @image6 @image7 @image8 @image9', { images: 9 });
	expect(messagesOf('unmentioned-reference', request)).toHaveLength(1);
});

test('a request without a prompt mentions nothing, as the API page allows', () => {
	expect(lintRequest(requestOf(undefined, { images: 2 }))).toStrictEqual([]);
});

test('handles in a prompt are mentioned', () => {
	const hero = media.image('https://example.com/hero.jpg');
	expect(
		lintRequest(
			video()
				.text(prompt`${hero} dances`)
				.resolution('720p'),
		),
	).toStrictEqual([]);
});

test('a form that the schema refuses is an error and no advice', () => {
	const request = requestOf('@Image1 dances', { images: 1 });
	expect(() => lintRequest(request)).toThrow('"@Image1" is not the API page\'s form: write @image1');
	expect(() => parseRequest(request)).toThrow('"@Image1"');
});
