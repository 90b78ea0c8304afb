import { describe, expect, test } from 'vitest';
import { editVideo, extendVideo, video, type Buildable } from '../../../src/index.js';
import { lintRequest } from '../../../src/index.js';
import { messagesOf, promptOf, requestOf } from './requests.js';

const opening = (chain: Buildable) => lintRequest(chain).filter(({ rule }) => rule === 'opening');
const edit = (text: string): Buildable =>
	editVideo().text(text).referenceImage('asset://a').referenceVideo('asset://b').resolution('720p');
const extend = (text: string): Buildable => extendVideo().text(text).referenceVideo('asset://b').resolution('720p');
const because = 'and upstream chooses the task by the beginning: begin with';

describe('a chain of an edit', () => {
	test('is told to begin as upstream guides advise, and mended', () => {
		const [advice, ...others] = opening(edit('Replace the water in @video1 with the perfume from @image1'));
		expect(others).toStrictEqual([]);
		expect(advice).toMatchObject({ source: 'upstream', path: ['content', 0, 'text'], place: { what: 'text' } });
		expect(advice?.message).toBe(
			`the prompt begins with "Replace the water in @video1 with the pe…", ${because} "Strictly edit @video1" for an edit`,
		);
		expect(promptOf(advice?.fix)).toBe(
			'Strictly edit @video1: Replace the water in @video1 with the perfume from @image1',
		);
	});

	test.each([
		'Strictly edit @video1, changing …',
		'strictly edit [Video 1]',
		'  Strictly edit it',
		'严格编辑@video1，',
	])('%j is right', (text) => expect(opening(edit(text))).toStrictEqual([]));

	test.each(['Extend @video1', 'Refer to @video1', 'Strictly editing @video1', '@video1, followed by @video1'])(
		'%j is another task',
		(text) => expect(opening(edit(text))).toHaveLength(1),
	);
});

describe('a chain of an extension', () => {
	test('is told to begin as upstream guides advise, and mended', () => {
		const [advice] = opening(extend(' The camera rises'));
		expect(advice?.message).toBe(
			`the prompt begins with "The camera rises", ${because} "Extend @video1" for an extension`,
		);
		expect(promptOf(advice?.fix)).toBe('Extend @video1: The camera rises');
	});

	test.each(['Extend @video1: the camera rises', 'EXTEND it', '向后延长@video1，', '延长@video1'])(
		'%j is right',
		(text) => {
			expect(opening(extend(text))).toStrictEqual([]);
		},
	);

	test.each(['Extended shot of @video1', 'Strictly edit @video1'])('%j is another task', (text) => {
		expect(opening(extend(text))).toHaveLength(1);
	});

	test('may join two videos; which of two is extended shows to nobody, so that there is no fix', () => {
		const joined = (text: string): Buildable =>
			extendVideo().text(text).referenceVideo('asset://a', 'asset://b').resolution('720p');
		expect(opening(joined('@video1, a fade, followed by @video2'))).toStrictEqual([]);
		const [advice] = opening(joined('@video1 fades to @video2'));
		expect(advice).toBeDefined();
		expect(advice).not.toHaveProperty('fix');
	});
});

describe('a payload, which does not show its task', () => {
	test('with a text and videos may be an extension or a reference', () => {
		expect(messagesOf('opening', requestOf('The dancer in @video1 bows', { videos: 1 }))).toStrictEqual([
			`the prompt begins with "The dancer in @video1 bows", ${because} "Extend @video1" for an extension or "Refer to" for a reference`,
		]);
	});

	test('with images and videos may be an edit or a reference', () => {
		const [advice, ...others] = opening({ build: () => edit('@image1 replaces the car in @video1').build() });
		expect(others).toStrictEqual([]);
		expect(advice?.message).toContain('"Strictly edit @video1" for an edit or "Refer to" for a reference');
		expect(advice).not.toHaveProperty('fix');
	});

	test.each([
		'Strictly edit @video1',
		'Extend @video1',
		'Refer to the dance in @video1',
		'参考@video1的动作',
		'@video1, followed by @video1',
	])('%j names a task', (text) => expect(messagesOf('opening', requestOf(text, { videos: 1 }))).toStrictEqual([]));

	test.each([
		['text alone', {}],
		['images', { images: 2 }],
		['all kinds of references', { images: 1, videos: 1, audio: 1 }],
		['a video and audio', { videos: 1, audio: 1 }],
	])('with %s is neither an edit nor an extension', (_, references) => {
		expect(messagesOf('opening', requestOf('A cat', references))).toStrictEqual([]);
	});

	test('without a text has no beginning', () => {
		expect(messagesOf('opening', requestOf(undefined, { videos: 1 }))).toStrictEqual([]);
	});
});

test('a chain that starts with video() is checked like its payload', () => {
	const chain = video().text('The dancer in @video1').referenceVideo('asset://a').resolution('720p');
	expect(lintRequest(chain)).toStrictEqual(lintRequest(chain.build()));
});
