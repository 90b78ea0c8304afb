import { expect, test } from 'vitest';
import { InvalidRequestError, video } from '../../src/index.js';

const image = 'https://example.com/cat.jpg';

test('a half-built chain is a template: its forks share nothing', () => {
	const base = video().text('A cat').resolution('720p');
	const wide = base.ratio('16:9');
	const framed = base.firstFrame(image);
	expect(base.build()).toStrictEqual({
		model: 'seedance-2.0-ultra',
		content: [{ type: 'text', text: 'A cat' }],
		resolution: '720p',
	});
	expect(wide.build().ratio).toBe('16:9');
	expect(framed.build().content).toHaveLength(2);
});

test('the payload is frozen all the way down', () => {
	const request = video().text('A cat').webSearch().resolution('720p').build();
	const parts = [request, request.content, request.content[0], request.tools, request.tools[0]];
	expect(parts.map(Object.isFrozen)).toStrictEqual(parts.map(() => true));
});

test('the last call of an option counts', () => {
	const request = video().text('A cat').resolution('720p').duration(4).duration(9).resolution('2k').build();
	expect(request).toMatchObject({ resolution: '2k', duration: 9 });
});

test('an undefined option is left unset, also after a value', () => {
	const request = video()
		.text('A cat')
		.resolution('720p')
		.ratio(undefined)
		.duration(5)
		.duration(undefined)
		.webSearch(undefined)
		.returnLastFrame(undefined)
		.build();
	expect(Object.keys(request)).toStrictEqual(['model', 'content', 'resolution']);
});

test('web search can be switched off again, and a frame may follow', () => {
	const request = video().text('A cat').webSearch().webSearch(false).firstFrame(image).webSearch(false);
	expect(request.resolution('720p').build()).not.toHaveProperty('tools');
});

test('options may come before everything else', () => {
	const request = video().ratio('1:1').resolution('720p').text('A cat').build();
	expect(request).toMatchObject({ ratio: '1:1', resolution: '720p' });
});

test('a URL object stands for its address', () => {
	const request = video().firstFrame(new URL('https://example.com/a cat.jpg')).resolution('720p').build();
	expect(request.content[0].image_url.url).toBe('https://example.com/a%20cat.jpg');
});

test('a spread list of unknown length is accepted, and judged when the chain is built', () => {
	const many = Array.from({ length: 10 }, () => image);
	const result = video()
		.referenceImage(...many)
		.resolution('720p')
		.safeBuild();
	expect(result.success).toBe(false);
	expect(!result.success && result.error.issues).toStrictEqual([
		{
			rule: 'too-many',
			path: ['content', 9],
			place: { index: 9, verb: '.referenceImage()', what: '10th image' },
			message: 'a request has at most 9 reference images: remove the rest',
		},
	]);
});

test('no sources at all leave the chain as it is', () => {
	const none: string[] = [];
	expect(
		video()
			.text('A cat')
			.referenceImage(...none)
			.resolution('720p')
			.build().content,
	).toHaveLength(1);
	expect(video().text('A cat').referenceImage().firstFrame(image).resolution('720p').build().content).toHaveLength(2);
});

test('.build() throws every issue, .safeBuild() returns them', () => {
	const seconds: number = 20;
	const prompt: string = '@image2';
	const chain = video().text(prompt).firstFrame(image).duration(seconds).resolution('720p');
	expect(() => chain.build()).toThrow(InvalidRequestError);
	const result = chain.safeBuild();
	expect(!result.success && result.error.issues.map(({ rule }) => rule)).toStrictEqual([
		'duration',
		'dangling-placeholder',
	]);
});

test('JSON.stringify of a chain is the request’s body', () => {
	const chain = video().text('A cat').resolution('720p');
	expect(JSON.stringify(chain)).toBe(JSON.stringify(chain.build()));
});
