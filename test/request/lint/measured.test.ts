import { describe, expect, test } from 'vitest';
import { adviceOf, framesOf, messagesOf, requestOf } from './requests.js';

const first = 'https://example.com/first.jpg';
const last = 'https://example.com/last.jpg';
const size = (width: number, height: number) => ({ width, height });

describe('the seconds of references in all', () => {
	const seconds = (kind: 'video' | 'audio', ...lengths: number[]) =>
		Object.fromEntries(lengths.map((seconds, index) => [`https://example.com/${kind}${index + 1}`, { seconds }]));
	const request = requestOf('Refer to @image1 @video1 @video2 @video3 @audio1 @audio2', {
		images: 1,
		videos: 3,
		audio: 2,
	});

	test('are too many for videos and for audio clips, each by themselves', () => {
		const media = { ...seconds('video', 8, 9.5), ...seconds('audio', 10, 5.004) };
		expect(adviceOf('total-seconds', request, { media })).toStrictEqual([
			{
				rule: 'total-seconds',
				source: 'upstream',
				path: ['content'],
				message: 'the reference videos last 17.5 s in all: upstream takes at most 15 s; cut or remove some',
			},
			{
				rule: 'total-seconds',
				source: 'upstream',
				path: ['content'],
				message: 'the audio clips last 15.01 s in all: upstream takes at most 15 s; cut or remove some',
			},
		]);
	});

	test.each([
		['15 s exactly', [5, 5, 5]],
		['fractions that add up to 15 s', [5.1, 4.9, 5]],
		['fractions that add up to a little more in binary', [4.35, 4.35, 6.3]],
		['unknown ones', [14]],
		['none', []],
	])('are not too many: %s', (_, lengths) => {
		expect(messagesOf('total-seconds', request, { media: seconds('video', ...lengths) })).toStrictEqual([]);
	});

	test('count a source as often as it is attached', () => {
		const clip = { type: 'video_url' as const, video_url: { url: 'asset://a' }, role: 'reference_video' as const };
		const twice = {
			...requestOf('@video1 @video2'),
			content: [{ type: 'text' as const, text: '@video1 @video2' }, clip, clip],
		};
		expect(messagesOf('total-seconds', twice, { media: { 'asset://a': { seconds: 8 } } })).toHaveLength(1);
	});

	test('are not known without facts', () => {
		expect(messagesOf('total-seconds', request)).toStrictEqual([]);
	});
});

describe('frames of different shape', () => {
	const shapes = (one: object, other: object) =>
		adviceOf('frame-shapes', framesOf(first, last), { media: { [first]: one, [last]: other } });

	test('are named, at the last frame', () => {
		expect(shapes(size(1920, 1080), size(1080, 1920))).toStrictEqual([
			{
				rule: 'frame-shapes',
				source: 'upstream',
				path: ['content', 1, 'image_url', 'url'],
				place: { index: 1, verb: '.lastFrame()', what: '2nd image' },
				message:
					'the last frame has 1080×1920 pixels and the first 1920×1080: upstream crops the last to the shape of the first; pass frames of one shape',
			},
		]);
	});

	test.each([
		['the same size', size(1920, 1080), size(1920, 1080)],
		['the same shape', size(1920, 1080), size(1280, 720)],
		['a shape that differs by rounding', size(853, 480), size(1280, 720)],
		['an unknown shape', size(1920, 1080), {}],
		['a shape without a height', size(1920, 1080), { width: 5 }],
	])('are not found: %s', (_, one, other) => {
		expect(shapes(one, other)).toStrictEqual([]);
	});

	test('are not found without a last frame', () => {
		expect(messagesOf('frame-shapes', framesOf(first), { media: { [first]: size(5, 1) } })).toStrictEqual([]);
	});
});

describe('a ratio that is not that of a frame', () => {
	test('crops the frame, and the message has the ratios that do not', () => {
		const request = framesOf(first, undefined, { ratio: '16:9' });
		const [advice] = adviceOf('cropped-frame', request, { media: { [first]: size(1080, 1920) } });
		expect(advice?.message).toBe(
			'the frame has 1080×1920 pixels and ratio is 16:9: upstream crops the frame; set ratio to 9:16 or adaptive, or pass a frame of 16:9',
		);
		expect(advice).toMatchObject({
			source: 'upstream',
			path: ['content', 0, 'image_url', 'url'],
			place: { what: '1st image' },
		});
		expect(advice).not.toHaveProperty('fix');
	});

	test('crops an image without a role, which is a first frame', () => {
		const request = {
			...framesOf(first),
			content: [{ type: 'image_url' as const, image_url: { url: first } }],
			ratio: '1:1' as const,
		};
		expect(messagesOf('cropped-frame', request, { media: { [first]: size(1000, 700) } })[0]).toContain(
			'set ratio to adaptive, or pass a frame of 1:1',
		);
	});

	test.each(['720p', '1080p', '2k'] as const)('keeps a frame of 21:9 whole at %s', (resolution) => {
		const request = framesOf(first, undefined, { ratio: '21:9', resolution });
		expect(messagesOf('cropped-frame', request, { media: { [first]: size(2100, 900) } })).toStrictEqual([]);
	});

	test.each([undefined, 'adaptive'] as const)('is not there: %s', (ratio) => {
		const request = framesOf(first, last, ratio && { ratio });
		expect(messagesOf('cropped-frame', request, { media: { [first]: size(3, 1) } })).toStrictEqual([]);
	});

	test('does not crop a reference', () => {
		const request = requestOf('@image1', { images: 1 }, { ratio: '16:9' });
		expect(messagesOf('cropped-frame', request, { media: { 'https://example.com/image1': size(1, 3) } })).toStrictEqual(
			[],
		);
	});
});
