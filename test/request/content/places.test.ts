import { expect, test } from 'vitest';
import { safeParseRequest, video, type RequestIssue } from '../../../src/index.js';
import { contentPlaces } from '../../../src/request/content/places.js';

const wrong = 'cat.jpg' as string;
const image = 'https://example.com/cat.jpg';
const item = (kind: string, role?: unknown) => ({ type: `${kind}_url`, ...(role !== undefined && { role }) });

test('an item is named by the verb that adds it and its number of its kind', () => {
	const content = [
		{ type: 'text', text: 'A cat' },
		item('image', 'reference_image'),
		item('image', 'reference_image'),
		item('video', 'reference_video'),
		item('audio', 'reference_audio'),
	];
	expect(contentPlaces(content)).toStrictEqual([
		{ index: 0, verb: '.text()', what: 'text' },
		{ index: 1, verb: '.referenceImage()', what: '1st image' },
		{ index: 2, verb: '.referenceImage()', what: '2nd image' },
		{ index: 3, verb: '.referenceVideo()', what: '1st video' },
		{ index: 4, verb: '.referenceAudio()', what: '1st audio' },
	]);
});

test.each([
	['image', 'first_frame', '.firstFrame()'],
	['image', 'last_frame', '.lastFrame()'],
	['image', undefined, '.firstFrame()'],
	['image', 'cover', '.referenceImage()'],
	['image', 7, '.referenceImage()'],
	['video', undefined, '.referenceVideo()'],
	['audio', 'first_frame', '.referenceAudio()'],
])('the verb of %s with the role %s is %s', (kind, role, verb) => {
	expect(contentPlaces([item(kind, role)])).toStrictEqual([{ index: 0, verb, what: `1st ${kind}` }]);
});

test('what is neither a text nor a medium has no place', () => {
	expect(contentPlaces([7, null, { type: 'txt' }, {}])).toStrictEqual([undefined, undefined, undefined, undefined]);
	expect(contentPlaces('A cat')).toStrictEqual([]);
});

/** What is wrong with a chain, or with the JSON of its payload. */
function issuesOf(payload: unknown, of: 'chain' | 'json'): readonly RequestIssue[] {
	const chain = video()
		.text('A cat')
		.referenceImage(image, wrong)
		.resolution('720p')
		.ratio('5:4' as '16:9');
	const result = of === 'chain' ? chain.safeBuild() : safeParseRequest(payload);
	return result.success ? [] : result.error.issues;
}

test.each(['chain', 'json'] as const)('an issue of an item has its place, and one of a field has none: %s', (of) => {
	const built = video()
		.text('A cat')
		.referenceImage(image, wrong)
		.resolution('720p')
		.ratio('5:4' as '16:9')
		.safeBuild();
	const payload: unknown = !built.success && JSON.parse(JSON.stringify(built.payload));
	const [ratio, source] = issuesOf(payload, of);
	expect(ratio).toMatchObject({ rule: 'ratio' });
	expect(ratio).not.toHaveProperty('place');
	expect(source).toMatchObject({
		rule: 'source',
		path: ['content', 2, 'image_url', 'url'],
		place: { verb: '.referenceImage()', what: '2nd image', index: 2 },
	});
});
