import { expect, test } from 'vitest';
import { modeOf, video } from '../../src/index.js';
import { spec } from '../../src/spec.js';
import page from '../fixtures/api-page-requests.json' with { type: 'json' };

const image = 'https://example.com/character.jpg';
const clip = 'https://example.com/clip.mp4';
const music = 'https://example.com/bgm.mp3';

/** The API page's own requests leave out the resolution that the page requires. */
const withResolution = <Request>(request: Request): Request & { resolution: '1080p' } => ({
	...request,
	resolution: '1080p',
});

test('text-to-video is the API page’s request', () => {
	const request = video()
		.text('A cat playing piano in a sunlit room, cinematic lighting')
		.generateAudio(true)
		.resolution('1080p')
		.ratio('16:9')
		.duration(8)
		.build();
	expect(request).toStrictEqual(withResolution(page['text-to-video']));
	expect(modeOf(request)).toBe('text-to-video');
});

test('multimodal reference is the API page’s request', () => {
	const request = video()
		.text(
			'The character from @image1 dances in the scene from @video1, with @audio1 as background music, festive New Year atmosphere',
		)
		.referenceImage(image)
		.referenceVideo(clip)
		.referenceAudio(music)
		.generateAudio(true)
		.resolution('1080p')
		.ratio('16:9')
		.duration(11)
		.build();
	expect(request).toStrictEqual(withResolution(page['multimodal-reference']));
	expect(modeOf(request)).toBe('multimodal-reference');
});

test('video editing is the API page’s request', () => {
	const request = video()
		.text('Replace the water in @video1 with the perfume from @image1, keep the same camera motion')
		.referenceImage('https://example.com/perfume.jpg')
		.referenceVideo('https://example.com/original.mp4')
		.generateAudio(true)
		.resolution('1080p')
		.ratio('16:9')
		.duration(5)
		.build();
	expect(request).toStrictEqual(withResolution(page['video-editing']));
});

test('web search is the API page’s request', () => {
	const request = video()
		.text('Macro shot of vivid flower petals on a tree, gradually zooming in')
		.webSearch()
		.generateAudio(true)
		.resolution('1080p')
		.ratio('16:9')
		.duration(11)
		.build();
	expect(request).toStrictEqual(withResolution(page['web-search']));
});

test('a first frame is an image with its role, and needs no text', () => {
	const request = video().firstFrame(image).resolution('720p').build();
	expect(request).toStrictEqual({
		model: 'seedance-2.0-ultra',
		content: [{ type: 'image_url', image_url: { url: image }, role: 'first_frame' }],
		resolution: '720p',
	});
	expect(modeOf(request)).toBe('first-frame');
});

test('a first and a last frame come in that order, after the text', () => {
	const request = video().text('A day goes by').firstFrame(image).lastFrame(image).resolution('2k').build();
	expect(request).toStrictEqual({
		model: 'seedance-2.0-ultra',
		content: [
			{ type: 'text', text: 'A day goes by' },
			{ type: 'image_url', image_url: { url: image }, role: 'first_frame' },
			{ type: 'image_url', image_url: { url: image }, role: 'last_frame' },
		],
		resolution: '2k',
	});
	expect(modeOf(request)).toBe('first-and-last-frame');
});

test('video extension is a text and videos', () => {
	const request = video().text('@video1, then @video2').referenceVideo(clip, clip).resolution('720p').build();
	expect(request).toStrictEqual({
		model: 'seedance-2.0-ultra',
		content: [
			{ type: 'text', text: '@video1, then @video2' },
			{ type: 'video_url', video_url: { url: clip }, role: 'reference_video' },
			{ type: 'video_url', video_url: { url: clip }, role: 'reference_video' },
		],
		resolution: '720p',
	});
});

test('references need no text, and fill every slot', () => {
	const images = Array.from({ length: 9 }, (_, index) => `https://example.com/${index}.jpg`);
	const request = video()
		.referenceImage(...images)
		.referenceVideo(clip, clip, clip)
		.referenceAudio(music, music, music)
		.resolution('720p')
		.build();
	expect(request.content.map((item) => item.type)).toStrictEqual([
		...Array<string>(9).fill('image_url'),
		...Array<string>(3).fill('video_url'),
		...Array<string>(3).fill('audio_url'),
	]);
});

test('the last frame of the result is asked for in upstream’s words', () => {
	const request = video().text('A cat').resolution('720p').returnLastFrame().watermark(true).build();
	expect(request).toMatchObject({ return_last_frame: true, watermark: true });
});

test.each(spec.resolutions)('%s is a resolution', (resolution) => {
	expect(video().text('A cat').resolution(resolution).build().resolution).toBe(resolution);
});

test.each(spec.ratios)('%s is a ratio', (ratio) => {
	expect(video().text('A cat').resolution('720p').ratio(ratio).build().ratio).toBe(ratio);
});

test.each(spec.durations)('%i s is a duration', (duration) => {
	expect(video().text('A cat').resolution('720p').duration(duration).build().duration).toBe(duration);
});
