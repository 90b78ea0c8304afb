import { beforeAll, describe, expect, test } from 'vitest';
import { spec } from '../../src/spec.js';
import { startLanguageService, type LanguageService, type Offer } from './language-service.js';

const image = `'https://example.com/cat.jpg'`;
const clip = `'https://example.com/cat.mp4'`;
const music = `'https://example.com/cat.mp3'`;

let service: LanguageService;

beforeAll(() => {
	service = startLanguageService();
});

const offers = (program: string): Offer[] =>
	service.complete(`import { editVideo, extendVideo, media, video } from 'seedance-builder';\n${program}`);

/** What the editor offers after the chain: first what may be called, then what is struck through. */
function verbs(chain: string): string {
	const offered = offers(`${chain}.|`);
	const names = (isStruckThrough: boolean): string =>
		offered
			.filter((offer) => offer.isStruckThrough === isStruckThrough)
			.map(({ name }) => name)
			.join(' ');
	const firstRefused = offered.findIndex(({ isStruckThrough }) => isStruckThrough);
	const afterIt = offered.slice(firstRefused).filter(({ isStruckThrough }) => !isStruckThrough);
	expect(afterIt, 'legal verbs after a refused one').toStrictEqual([]);
	return `${names(false)} | ${names(true)}`;
}

/** The literals that the editor offers at `|`. */
function literals(program: string): string[] {
	return offers(program)
		.filter(({ kind }) => kind === 'string')
		.map(({ name }) => name);
}

describe('after the dot, the editor offers legal verbs, then refused ones struck through', () => {
	test('the start', () => {
		expect(verbs('video()')).toMatchInlineSnapshot(
			`"duration firstFrame generateAudio options ratio referenceImage referenceVideo resolution returnLastFrame text watermark webSearch | build lastFrame referenceAudio safeBuild toJSON"`,
		);
	});

	test('a text', () => {
		expect(verbs("video().text('A cat')")).toMatchInlineSnapshot(
			`"duration firstFrame generateAudio options ratio referenceImage referenceVideo resolution returnLastFrame watermark webSearch | build lastFrame referenceAudio safeBuild text toJSON"`,
		);
	});

	test('web search', () => {
		expect(verbs('video().webSearch()')).toMatchInlineSnapshot(
			`"duration generateAudio options ratio resolution returnLastFrame text watermark webSearch | build firstFrame lastFrame referenceAudio referenceImage referenceVideo safeBuild toJSON"`,
		);
	});

	test('web search and a text', () => {
		expect(verbs("video().text('A cat').webSearch()")).toMatchInlineSnapshot(
			`"duration generateAudio options ratio resolution returnLastFrame watermark webSearch | build firstFrame lastFrame referenceAudio referenceImage referenceVideo safeBuild text toJSON"`,
		);
	});

	test('a first frame', () => {
		expect(verbs(`video().firstFrame(${image})`)).toMatchInlineSnapshot(
			`"duration generateAudio lastFrame options ratio resolution returnLastFrame watermark | build firstFrame referenceAudio referenceImage referenceVideo safeBuild text toJSON webSearch"`,
		);
	});

	test('both frames', () => {
		expect(verbs(`video().firstFrame(${image}).lastFrame(${image})`)).toMatchInlineSnapshot(
			`"duration generateAudio options ratio resolution returnLastFrame watermark | build firstFrame lastFrame referenceAudio referenceImage referenceVideo safeBuild text toJSON webSearch"`,
		);
	});

	test('a reference image', () => {
		expect(verbs(`video().referenceImage(${image})`)).toMatchInlineSnapshot(
			`"duration generateAudio options ratio referenceAudio referenceImage referenceVideo resolution returnLastFrame watermark | build firstFrame lastFrame safeBuild text toJSON webSearch"`,
		);
	});

	test('a reference video', () => {
		expect(verbs(`video().referenceVideo(${clip})`)).toMatchInlineSnapshot(
			`"duration generateAudio options ratio referenceAudio referenceVideo resolution returnLastFrame watermark | build firstFrame lastFrame referenceImage safeBuild text toJSON webSearch"`,
		);
	});

	test('reference audio', () => {
		expect(verbs(`video().referenceVideo(${clip}).referenceAudio(${music})`)).toMatchInlineSnapshot(
			`"duration generateAudio options ratio referenceAudio resolution returnLastFrame watermark | build firstFrame lastFrame referenceImage referenceVideo safeBuild text toJSON webSearch"`,
		);
	});

	test('a template with audio alone', () => {
		expect(verbs("video().text`To ${media.audio('asset://a')}`")).toMatchInlineSnapshot(
			`"duration generateAudio options ratio referenceImage referenceVideo resolution returnLastFrame watermark | build firstFrame lastFrame referenceAudio safeBuild text toJSON webSearch"`,
		);
	});

	test('the start of an edit', () => {
		expect(verbs('editVideo()')).toMatchInlineSnapshot(
			`"duration generateAudio options ratio resolution returnLastFrame text watermark | build firstFrame lastFrame referenceAudio referenceImage referenceVideo safeBuild toJSON webSearch"`,
		);
	});

	test('an edit’s text', () => {
		expect(verbs("editVideo().text('A cat')")).toMatchInlineSnapshot(
			`"duration generateAudio options ratio referenceImage referenceVideo resolution returnLastFrame watermark | build firstFrame lastFrame referenceAudio safeBuild text toJSON webSearch"`,
		);
	});

	test('an edit’s video', () => {
		expect(verbs(`editVideo().text('A cat').referenceVideo(${clip})`)).toMatchInlineSnapshot(
			`"duration generateAudio options ratio referenceVideo resolution returnLastFrame watermark | build firstFrame lastFrame referenceAudio referenceImage safeBuild text toJSON webSearch"`,
		);
	});

	test('the start of an extension', () => {
		expect(verbs('extendVideo()')).toMatchInlineSnapshot(
			`"duration generateAudio options ratio resolution returnLastFrame text watermark | build firstFrame lastFrame referenceAudio referenceImage referenceVideo safeBuild toJSON webSearch"`,
		);
	});

	test('an extension’s text', () => {
		expect(verbs("extendVideo().text('A cat')")).toMatchInlineSnapshot(
			`"duration generateAudio options ratio referenceVideo resolution returnLastFrame watermark | build firstFrame lastFrame referenceAudio referenceImage safeBuild text toJSON webSearch"`,
		);
	});
});

describe('in the quotes, the editor offers the choices', () => {
	test.each([`'`, '"'])('resolution, in %s', (quote) => {
		expect(literals(`video().text('A cat').resolution(${quote}|${quote})`)).toStrictEqual(spec.resolutions);
	});

	test.each([`'`, '"'])('ratio, in %s', (quote) => {
		expect(literals(`video().text('A cat').ratio(${quote}|${quote})`)).toStrictEqual(spec.ratios);
	});

	test('resolution, before a quote is typed', () => {
		expect(literals('video().resolution(|)').sort()).toStrictEqual(spec.resolutions.map((name) => `'${name}'`).sort());
	});

	test('duration', () => {
		expect(literals('video().duration(|)')).toStrictEqual(spec.durations.map(String));
	});
});
