import { describe, expect, test } from 'vitest';
import { InvalidRequestError } from '../../../src/errors/index.js';
import type { VideoRequest } from '../../../src/request/types.js';
import { png, pngSource, rejection, stage, typical, type Settings } from '../calls.js';

const url = (name: string): `https://${string}` => `https://example.com/${name}`;
const text = { type: 'text', text: typical.prompt } as const;
const image = (source: string, role: string): object => ({ type: 'image_url', image_url: { url: source }, role });
const video = (source: string): object => ({ type: 'video_url', video_url: { url: source }, role: 'reference_video' });
const audio = (source: string): object => ({ type: 'audio_url', audio_url: { url: source }, role: 'reference_audio' });

/** Settings, and what they change in the payload of {@link typical}. */
const accepted: readonly [what: string, settings: Settings, changes: Partial<Record<keyof VideoRequest, unknown>>][] = [
	['a text', {}, {}],
	['a duration', { duration: 15 }, { duration: 15 }],
	['no sound', { generateAudio: false }, { generate_audio: false }],
	['the ratio of the size', { aspectRatio: '16:9' }, {}],
	[
		'a tier',
		{ resolution: undefined, providerOptions: { seedance: { resolution: '2k' } } },
		{ resolution: '2k', ratio: undefined },
	],
	[
		'a tier and a ratio',
		{ resolution: undefined, aspectRatio: 'adaptive', providerOptions: { seedance: { resolution: '1080p' } } },
		{ resolution: '1080p', ratio: 'adaptive' },
	],
	['the tier of the size', { providerOptions: { seedance: { resolution: '720p' } } }, {}],
	['web search', { providerOptions: { seedance: { webSearch: true } } }, { tools: [{ type: 'web_search' }] }],
	['no web search', { providerOptions: { seedance: { webSearch: false } } }, {}],
	[
		'a watermark and the last frame',
		{ providerOptions: { seedance: { watermark: true, returnLastFrame: true } } },
		{ watermark: true, return_last_frame: true },
	],
	['options of other providers', { providerOptions: { fal: { loop: true } } }, {}],
	[
		'an image with a text',
		{ prompt: { image: png, text: text.text } },
		{ content: [text, image(pngSource, 'first_frame')] },
	],
	['an image alone', { prompt: { image: url('a.png') } }, { content: [image(url('a.png'), 'first_frame')] }],
	[
		'an image in base64',
		{ prompt: { image: 'iVBORw0KGgo=', text: text.text } },
		{ content: [text, image(pngSource, 'first_frame')] },
	],
	['an image as a data URI', { prompt: { image: pngSource } }, { content: [image(pngSource, 'first_frame')] }],
	[
		'two frames, the last one first, and an empty prompt',
		{
			prompt: '',
			frameImages: [
				{ image: url('last.png'), frameType: 'last_frame' },
				{ image: png, frameType: 'first_frame' },
			],
		},
		{ content: [image(pngSource, 'first_frame'), image(url('last.png'), 'last_frame')] },
	],
	[
		'an image and a last frame',
		{ prompt: { image: png }, frameImages: [{ image: url('last.png'), frameType: 'last_frame' }] },
		{ content: [image(pngSource, 'first_frame'), image(url('last.png'), 'last_frame')] },
	],
	[
		'frames that are assets',
		{ providerOptions: { seedance: { firstFrame: 'asset://a', lastFrame: 'asset://b' } } },
		{ content: [text, image('asset://a', 'first_frame'), image('asset://b', 'last_frame')] },
	],
	[
		'references in any order',
		{
			prompt: '@image1 meets @image2 in @video1, to @audio1',
			inputReferences: [
				{ data: url('song'), mediaType: 'audio/mpeg' },
				{ data: url('scene'), mediaType: 'video/mp4' },
				{ data: url('hero'), mediaType: 'image/png' },
				png,
			],
		},
		{
			content: [
				{ type: 'text', text: '@image1 meets @image2 in @video1, to @audio1' },
				image(url('hero'), 'reference_image'),
				image(pngSource, 'reference_image'),
				video(url('scene')),
				audio(url('song')),
			],
		},
	],
	[
		'references whose URLs end in a format',
		{ inputReferences: [url('a.MP3?x=.png'), url('b.mov'), url('c.jpg'), url('d')] },
		{
			content: [
				text,
				image(url('c.jpg'), 'reference_image'),
				image(url('d'), 'reference_image'),
				video(url('b.mov')),
				audio(url('a.MP3?x=.png')),
			],
		},
	],
	[
		'references among the options, after those of the AI SDK',
		{
			inputReferences: [url('a.png')],
			providerOptions: {
				seedance: { referenceImages: ['asset://b'], referenceVideos: ['asset://c'], referenceAudio: [url('d.wav')] },
			},
		},
		{
			content: [
				text,
				image(url('a.png'), 'reference_image'),
				image('asset://b', 'reference_image'),
				video('asset://c'),
				audio(url('d.wav')),
			],
		},
	],
	[
		'an audio clip in bytes',
		{ inputReferences: [png, { data: Uint8Array.of(1, 2, 3), mediaType: 'AUDIO/WAV; codecs=1' }] },
		{ content: [text, image(pngSource, 'reference_image'), audio('data:audio/wav;base64,AQID')] },
	],
];

describe('what generateVideo and startVideo submit', () => {
	const payload = { model: 'seedance-2.0-ultra', content: [text], resolution: '720p', ratio: '16:9' };

	test.each(accepted)('%s', async (_, settings, changes) => {
		const { emulator, generate, start } = stage();
		const { video } = await generate(settings);
		const { warnings } = await start(settings);
		expect(video.mediaType).toBe('video/mp4');
		expect(warnings).toStrictEqual([]);
		const wanted = JSON.parse(JSON.stringify({ ...payload, ...changes })) as unknown;
		expect(emulator.requests).toStrictEqual([wanted, wanted]);
	});
});

/** Settings that are refused, and the lines of the error. */
const refused: readonly [what: string, settings: Settings, lines: readonly (string | RegExp)[]][] = [
	['nothing', { prompt: '' }, ['the request is empty: add a text, an image or a video to content']],
	['a blank text', { prompt: ' ' }, ['content[0]: the text is blank: describe the video or remove the item']],
	[
		'a duration out of range',
		{ duration: 3 },
		['duration 3 is invalid: choose a whole number of seconds from 4 to 15'],
	],
	['half a second', { duration: 4.5 }, ['duration 4.5 is invalid: choose a whole number of seconds from 4 to 15']],
	[
		'an unknown ratio',
		{ resolution: undefined, aspectRatio: '2:1', providerOptions: { seedance: { resolution: '2k' } } },
		[/^ratio "2:1" is invalid: choose 16:9, /],
	],
	[
		'an unknown tier',
		{ resolution: undefined, providerOptions: { seedance: { resolution: '4k' } } },
		['resolution "4k" is invalid: choose 720p, 1080p or 2k'],
	],
	['a missing item', { prompt: '@image1 runs' }, [/@image1 refers to a missing image/]],
	[
		'a video in bytes',
		{ inputReferences: [{ data: png, mediaType: 'video/mp4' }] },
		['content[1].video_url.url: a video must be an http(s):// URL or asset://<id>, not base64'],
	],
	[
		'bytes of another kind',
		{ inputReferences: [{ data: png, mediaType: 'application/pdf' }] },
		[/^content\[1\].image_url.url: an image must be /],
	],
	[
		'frames beside references',
		{ prompt: { image: png }, inputReferences: [png] },
		[/frames and references cannot be combined/],
	],
	[
		'a last frame alone',
		{ frameImages: [{ image: png, frameType: 'last_frame' }] },
		[/a last frame requires a first frame/],
	],
	[
		'two first frames',
		{ prompt: { image: png }, providerOptions: { seedance: { firstFrame: 'asset://a' } } },
		[/a request has one first frame/],
	],
	['an empty file', { prompt: { image: new Uint8Array() } }, [/a base64 source requires data/]],
	['audio alone', { inputReferences: [{ data: png, mediaType: 'audio/wav' }] }, [/audio requires an image or a video/]],
	[
		'ten images',
		{ inputReferences: Array.from({ length: 10 }, () => png) },
		[/a request has at most 9 reference images/],
	],
	[
		'web search beside an image',
		{ inputReferences: [png], providerOptions: { seedance: { webSearch: true } } },
		[/web search works with text only/],
	],
	['a private host', { inputReferences: ['http://localhost/a.png'] }, [/the API cannot reach localhost/]],
	[
		'several errors',
		{ duration: 3, providerOptions: { seedance: { webSearch: 'yes' } } },
		['providerOptions.seedance: webSearch is "yes": give true or false', /^duration 3 is invalid/],
	],
];

describe('what generateVideo and startVideo refuse in our words, with nothing sent', () => {
	test.each(refused)('%s', async (_, settings, lines) => {
		const { emulator, generate, start, submitted } = stage();
		for (const error of [await rejection(generate(settings)), await rejection(start(settings))]) {
			expect(error).toBeInstanceOf(InvalidRequestError);
			const found = (error as Error).message.split('\n- ').slice(1);
			lines.forEach((line, index) => expect(found[index]).toMatch(line));
			expect(found).toHaveLength(lines.length);
		}
		expect([emulator.creates, submitted]).toStrictEqual([0, []]);
	});
});
