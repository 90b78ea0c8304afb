import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	ConfigurationError,
	estimateTokens,
	extendVideo,
	InvalidRequestError,
	pixelSize,
	video,
	type EstimateOptions,
	type VideoRequest,
} from '../../../src/index.js';
import { framesOf, requestOf } from '../lint/requests.js';

const wide = { ratio: '16:9' } as const;
const cat = video().text('A cat').resolution('720p').ratio('16:9');

test.each([
	[4, 87_300],
	[5, 108_900],
	[6, 130_500],
] as const)('%i s of 1280×720 are %i tokens', (duration, tokens) => {
	expect(estimateTokens(cat.duration(duration))).toBe(tokens);
	expect(estimateTokens(requestOf('A cat', {}, { ...wide, duration }))).toBe(tokens);
});

test('reference videos count as input', () => {
	const longer = extendVideo().text('Extend @video1').referenceVideo('asset://a').resolution('720p').ratio('16:9');
	expect(estimateTokens(longer.duration(4), { videoSeconds: 4 })).toBe(173_700);
});

test('without a duration, it is the API’s default', () => {
	expect(estimateTokens(cat)).toBe(108_900);
});

test('images and audio are no input', () => {
	const request = requestOf('@image1', { images: 2, audio: 1 }, wide);
	expect(estimateTokens(request)).toBe(108_900);
	expect(estimateTokens(framesOf('asset://a', 'asset://b', wide))).toBe(108_900);
});

// 1112 × 834 / 1024 is no whole number.
test('the result is rounded up', () => {
	expect(estimateTokens(requestOf('A cat', {}, { ratio: '4:3', duration: 5 }))).toBe(109_587);
	expect((121 * 1112 * 834) / 1024).toBeCloseTo(109_586.3, 1);
});

test('seconds of input may be a fraction, and a whole result stays whole', () => {
	const request = requestOf('@video1', { videos: 1 }, { ...wide, duration: 4 });
	expect(estimateTokens(request, { videoSeconds: 4.5 })).toBe(184_500);
	expect(estimateTokens(request, { videoSeconds: 0.1 + 0.2 })).toBe(estimateTokens(request, { videoSeconds: 0.3 }));
});

test('the estimate is the formula, exactly, for every request with a size', () => {
	const request = fc.record({
		resolution: fc.constantFrom('720p', '1080p'),
		ratio: fc.constantFrom('16:9', '4:3', '1:1', '3:4', '9:16', '21:9'),
		duration: fc.option(fc.constantFrom(4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), { nil: undefined }),
	});
	fc.assert(
		fc.property(request, fc.integer({ min: 0, max: 45_000 }), ({ resolution, ratio, duration }, milliseconds) => {
			const fields = { resolution, ratio, ...(duration !== undefined && { duration }) };
			const estimated: VideoRequest = requestOf('A cat', { videos: milliseconds === 0 ? 0 : 1 }, fields);
			const [width, height] = pixelSize(resolution, ratio);
			const frames = 24n * (BigInt(milliseconds) + BigInt(duration ?? 5) * 1000n) + 1000n;
			const thousandths = frames * BigInt(width * height);
			const expected = Number((thousandths + 1_024_000n - 1n) / 1_024_000n);
			expect(estimateTokens(estimated, { videoSeconds: milliseconds / 1000 })).toBe(expected);
		}),
		{ numRuns: 2_000 },
	);
});

const ratios = '16:9, 4:3, 1:1, 3:4, 9:16 or 21:9';

test.each<[VideoRequest, EstimateOptions | undefined, string]>([
	[requestOf('A cat'), {}, `ratio is missing, and the model chooses the size: estimate with ${ratios}`],
	[
		requestOf('A cat', {}, { ratio: 'adaptive' }),
		{},
		`ratio is adaptive, and the model chooses the size: estimate with ${ratios}`,
	],
	[
		requestOf('A cat', {}, { ...wide, resolution: '2k' }),
		{},
		'resolution 2k is raised by the gateway from a smaller video, whose tokens are unknown: estimate with 720p or 1080p',
	],
	[
		requestOf('@video1', { videos: 1 }, wide),
		undefined,
		'videoSeconds is missing: pass the seconds of the reference videos in all',
	],
	[
		requestOf('A cat', {}, wide),
		{ videoSeconds: 4 },
		'videoSeconds is given, and the request has no reference video: remove it',
	],
	[
		requestOf('@video1', { videos: 1 }, wide),
		{ videoSeconds: 0 },
		'videoSeconds is 0: give a number of seconds over 0',
	],
	[requestOf('@video1', { videos: 1 }, wide), { videoSeconds: -4 }, 'videoSeconds is -4: give'],
	[requestOf('@video1', { videos: 1 }, wide), { videoSeconds: Number.NaN }, 'videoSeconds is NaN: give'],
	[requestOf('@video1', { videos: 1 }, wide), { videoSeconds: Infinity }, 'videoSeconds is Infinity: give'],
	[requestOf('@video1', { videos: 1 }, wide), { videoSeconds: '4' } as never, 'videoSeconds is "4": give'],
	[requestOf('A cat', {}, wide), { seconds: 4 } as never, 'seconds is no option: pass videoSeconds'],
	[requestOf('A cat', {}, wide), null as never, 'options is null: pass an object, or leave it out'],
])('%j with %j has no estimate', (request, options, message) => {
	const call = (): number => estimateTokens(request, options);
	expect(call).toThrow(ConfigurationError);
	expect(call).toThrow(message);
});

test('no seconds of input are right without a reference video', () => {
	expect(estimateTokens(requestOf('A cat', {}, wide), { videoSeconds: 0 })).toBe(108_900);
	expect(estimateTokens(requestOf('A cat', {}, wide), { videoSeconds: undefined })).toBe(108_900);
});

test.each([
	['an empty object', {}],
	['null', null],
	['a dangling placeholder', requestOf('@image1', {}, wide)],
	['an unfinished chain', video().text('A cat')],
])('an invalid request is refused as parseRequest refuses it: %s', (_, request) => {
	expect(() => estimateTokens(request as never)).toThrow(InvalidRequestError);
});
