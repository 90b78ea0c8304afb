import { deepStrictEqual, notDeepStrictEqual } from 'node:assert/strict';
import { inspect } from 'node:util';
import { expect, test, vi } from 'vitest';
import { editVideo, extendVideo, media, video } from '../../src/index.js';

const image = 'https://example.com/cat.jpg';
const clip = 'https://example.com/cat.mp4';
const hero = media.image(image);
const base = video().text('A cat').resolution('720p');

const different: readonly (readonly [what: string, one: object, other: object])[] = [
	['texts', video().text('A cat'), video().text('A dog')],
	['a text and none', video().text('A cat'), video()],
	['options', base.ratio('1:1'), base.ratio('16:9')],
	['an option and none', base.watermark(false), base],
	['tools', base.webSearch(), base],
	['sources', base.firstFrame(image), base.firstFrame('asset://cat')],
	['roles', video().firstFrame(image), video().referenceImage(image)],
	['kinds', video().referenceImage('asset://cat'), video().referenceVideo('asset://cat')],
	['orders of sources', video().referenceImage(image, 'asset://a'), video().referenceImage('asset://a', image)],
	['modes', editVideo(), extendVideo()],
	['handles in templates', video().text`${hero} runs`, video().text`${media.image('asset://hero')} runs`],
];

const equal: readonly (readonly [what: string, one: object, other: object])[] = [
	['the same verbs', base.firstFrame(image), video().text('A cat').resolution('720p').firstFrame(image)],
	['another order of options', base.ratio('1:1'), video().ratio('1:1').text('A cat').resolution('720p')],
	['an option that was set twice', base.duration(5).duration(4), base.duration(4)],
	['an option that was unset', base.duration(5).duration(undefined), base],
	['web search that was switched off', base.webSearch().webSearch(false), base],
	['a URL object', base.firstFrame(new URL(image)), base.firstFrame(image)],
	['handles of one URL', base.referenceImage(hero), base.referenceImage(media.image(image))],
];

test.each(different)('chains with different %s are not equal', (_, one, other) => {
	expect(one).not.toEqual(other);
	expect(one).not.toStrictEqual(other);
	notDeepStrictEqual(one, other);
	const submit = vi.fn();
	submit(one);
	expect(submit).not.toHaveBeenCalledWith(other);
});

test.each(equal)('chains with %s are equal', (_, one, other) => {
	expect(one).toEqual(other);
	expect(one).toStrictEqual(other);
	deepStrictEqual(one, other);
	const submit = vi.fn();
	submit(one);
	expect(submit).toHaveBeenCalledWith(other);
});

test('the state is frozen all the way down', () => {
	const chain = video().text`${hero} runs`.referenceImage('asset://a').webSearch(false).options({ ratio: '1:1' });
	const open: unknown[] = [chain];
	for (const value of open) {
		if (typeof value !== 'object' || value === null) continue;
		expect(Object.isFrozen(value)).toBe(true);
		open.push(...Object.values(value));
	}
	expect(open.length).toBeGreaterThan(15);
	expect(Object.keys(chain)).toStrictEqual(['state']);
});

test('structuredClone keeps the state', () => {
	const chain = base.firstFrame(image).webSearch(false);
	expect(structuredClone(chain)).toEqual({ ...chain });
	expect(structuredClone(chain)).not.toEqual({ ...base });
});

test('JSON.stringify of a chain stays the request’s body', () => {
	expect(JSON.parse(JSON.stringify(base.firstFrame(image)))).toStrictEqual(base.firstFrame(image).build());
});

test.each([
	[video(), 'video()'],
	[base, `video().text('A cat').resolution('720p')`],
	[video().text(`It's "A cat"\n\\`), String.raw`video().text('It\'s "A cat"\n\\')`],
	[
		base.firstFrame(image).lastFrame('asset://b').duration(4),
		`video().text('A cat').firstFrame('${image}').lastFrame('asset://b').resolution('720p').duration(4)`,
	],
	[
		video().referenceImage(image).referenceImage('asset://b').referenceVideo(clip).generateAudio(false),
		`video().referenceImage('${image}', 'asset://b').referenceVideo('${clip}').generateAudio(false)`,
	],
	[video().text`${hero} runs`, `video().text('@image1 runs').referenceImage('${image}')`],
	[base.webSearch().returnLastFrame(), `video().text('A cat').resolution('720p').webSearch().returnLastFrame(true)`],
	[editVideo().text('Change it'), `editVideo().text('Change it')`],
	[extendVideo().text('Go on'), `extendVideo().text('Go on')`],
])('console.log prints a chain as code: %s', (chain, code) => {
	expect(inspect(chain)).toBe(code);
	expect(inspect({ chain: [chain] })).toContain(code);
});

test('a printed chain is code that builds the same chain', () => {
	const chain = base.firstFrame(image).lastFrame('asset://b').ratio('1:1').watermark(true);
	// oxlint-disable-next-line typescript/no-implied-eval -- the printed code is what is tested
	const run = new Function('video', `return ${inspect(chain)};`) as (start: typeof video) => object;
	expect(run(video)).toStrictEqual(chain);
});

test('base64 is cut in print', () => {
	const chain = video().firstFrame(`data:image/png;base64,${'A'.repeat(100_000)}`);
	expect(inspect(chain).length).toBeLessThan(200);
});

test('a verb that is read from a chain keeps its chain', () => {
	// oxlint-disable-next-line typescript/unbound-method -- a verb is bound when it is read
	const { text } = video();
	// oxlint-disable-next-line typescript/unbound-method
	const { resolution, ratio } = text('A cat');
	const { build } = resolution('720p');
	expect(build()).toStrictEqual(base.build());
	expect(ratio('1:1')).toStrictEqual(video().text('A cat').ratio('1:1'));
});
