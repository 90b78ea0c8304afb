import { expect, test } from 'vitest';
import {
	editVideo,
	extendVideo,
	media,
	type ParseResult,
	type Parts,
	type StartStage,
	type UnfinishedTextStage,
} from '../../src/index.js';
import page from '../fixtures/api-page-requests.json' with { type: 'json' };

const image = 'https://example.com/perfume.jpg';
const clip = 'https://example.com/original.mp4';

/** The chain of another mode, called as JavaScript could. */
type AnyChain = UnfinishedTextStage<Parts<string, [], [], []>, {}>;

test('editVideo() composes the API page’s request', () => {
	const request = editVideo()
		.text('Replace the water in @video1 with the perfume from @image1, keep the same camera motion')
		.referenceImage(image)
		.referenceVideo(clip)
		.generateAudio(true)
		.resolution('1080p')
		.ratio('16:9')
		.duration(5)
		.build();
	expect(request).toStrictEqual({ ...page['video-editing'], resolution: '1080p' });
});

test('editVideo() takes handles', () => {
	const request = editVideo().text`${media.video(clip)} with ${media.image(image)}`.resolution('720p').build();
	expect(request.content.map(({ type }) => type)).toStrictEqual(['text', 'image_url', 'video_url']);
	expect(request.content[0].text).toBe('@video1 with @image1');
});

test('extendVideo() composes a text and its videos', () => {
	const request = extendVideo().text('@video1, then @video2').referenceVideo(clip, clip).resolution('720p').build();
	expect(request.content.map(({ type }) => type)).toStrictEqual(['text', 'video_url', 'video_url']);
});

test.each([
	['text', (chain: AnyChain) => chain, 'editing requires a text'],
	['text first', (chain: AnyChain) => chain.referenceImage(image).referenceVideo(clip), 'the text comes first'],
	['image', (chain: AnyChain) => said(chain).referenceVideo(clip), 'editing requires a reference image'],
	['video', (chain: AnyChain) => said(chain).referenceImage(image), 'editing requires the video to edit'],
	[
		'nothing else',
		(chain: AnyChain) =>
			said(chain).referenceImage(image).referenceVideo(clip).referenceAudio('https://example.com/a.mp3'),
		'editing accepts only a text, images and videos',
	],
] as const)('editing asks for its %s at run time too', (_, compose, sentence) => {
	const result = compose(editVideo() as unknown as AnyChain)
		.resolution('720p')
		.safeBuild();
	expect(messages(result)).toContainEqual(expect.stringContaining(sentence));
});

test.each([
	['text', (chain: AnyChain) => chain, 'extension requires a text'],
	['text first', (chain: AnyChain) => chain.referenceVideo(clip), 'the text comes first'],
	['video', (chain: AnyChain) => said(chain), 'extension requires the video to extend'],
	['nothing else', (chain: AnyChain) => said(chain).referenceImage(image).referenceVideo(clip), 'remove the rest'],
	['no web search', (chain: AnyChain) => said(chain).webSearch(), 'extension accepts only a text and videos'],
] as const)('extension asks for its %s at run time too', (_, compose, sentence) => {
	const result = compose(extendVideo() as unknown as AnyChain)
		.resolution('720p')
		.safeBuild();
	expect(messages(result)).toContainEqual(expect.stringContaining(sentence));
});

const said = (chain: AnyChain): AnyChain =>
	(chain as unknown as StartStage<Parts<undefined, [], [], []>, {}>).text('Go on');

function messages(result: ParseResult<unknown>): string[] {
	return result.success ? [] : result.error.issues.map(({ message }) => message);
}
