import { expect, test } from 'vitest';
import { safeParseRequest } from '../../src/index.js';

/** The lines of the message of a request with this content. */
function linesFor(content: unknown): readonly string[] {
	const result = safeParseRequest({ model: 'seedance-2.0-ultra', content, resolution: '720p' });
	return result.success ? [] : result.error.message.split('\n').slice(1);
}

test.each([
	[{ type: 'text' }, '- content[0]: text is missing: give a string'],
	[{ type: 'txt' }, '- content[0]: type "txt" is invalid: choose text, image_url, video_url or audio_url'],
	[{ type: 'text', text: 'A cat', txt: 1 }, '- content[0]: unknown field "txt": did you mean text?'],
	[{ type: 'text', text: ' ' }, '- content[0]: the text is blank: describe the video or remove the item'],
	[
		{ type: 'image_url', image_url: { url: 'asset://' } },
		'- content[0].image_url.url: an asset requires an id: write asset://<id>',
	],
	[{ type: 'image_url', image_url: {} }, '- content[0].image_url: url is missing: give a string'],
])('a line of the message names a field once: %j', (item, line) => {
	expect(linesFor([item])).toStrictEqual([line]);
});

test('a field of the request is named by its message alone', () => {
	expect(linesFor('A cat')).toStrictEqual(['- content is "A cat": give a list of items']);
});
