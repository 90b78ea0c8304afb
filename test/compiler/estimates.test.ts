import { beforeAll, describe, expect, test } from 'vitest';
import { estimateTokens, extendVideo, video } from '../../src/index.js';
import { noSize, raisedByGateway, refusals, videoSecondsMissing, videoSecondsUnused } from '../../src/rules.js';
import { compile, compilers, type CompilerVersion } from './compile.js';

const clip = `video().text('Refer to @video1').referenceVideo('asset://a').resolution('720p').ratio('1:1')`;

/** Calls that have no estimate, each with the sentence. */
const wrong: Readonly<Record<string, readonly [call: string, sentence: string]>> = {
	'a chain without a ratio': [`estimateTokens(video().text('A cat').resolution('720p'))`, noSize('missing')],
	'a payload without a ratio': [`estimateTokens(video().text('A cat').resolution('720p').build())`, noSize('missing')],
	'a ratio that may be missing': [
		`estimateTokens(video().text('A cat').resolution('720p').ratio(Math.random() < 2 ? undefined : '1:1'))`,
		noSize('missing'),
	],
	'one of two chains without a ratio': [
		`estimateTokens(Math.random() < 2 ? video().text('A cat').resolution('720p') : video().text('A cat').resolution('720p').ratio('1:1'))`,
		noSize('missing'),
	],
	'the ratio adaptive': [
		`estimateTokens(video().text('A cat').resolution('720p').ratio('adaptive'))`,
		noSize('adaptive'),
	],
	'a ratio that may be adaptive': [
		`estimateTokens(video().text('A cat').resolution('720p').ratio(Math.random() < 2 ? 'adaptive' : '1:1'))`,
		noSize('adaptive'),
	],
	'the ratio adaptive, as a literal': [
		`estimateTokens({ model: 'seedance-2.0-ultra', content: [{ type: 'text', text: 'A cat' }], resolution: '720p', ratio: 'adaptive' })`,
		noSize('adaptive'),
	],
	'a resolution that the gateway raises': [
		`estimateTokens(video().text('A cat').resolution('2k').ratio('1:1').build())`,
		raisedByGateway(),
	],
	'a resolution that the gateway may raise': [
		`estimateTokens(video().text('A cat').resolution(Math.random() < 2 ? '2k' : '720p').ratio('1:1'))`,
		raisedByGateway(),
	],
	'a reference video of unknown length': [`estimateTokens(${clip})`, videoSecondsMissing],
	'a reference video without its length': [`estimateTokens(${clip}, {})`, videoSecondsMissing],
	'an undefined length': [`estimateTokens(${clip}.build(), { videoSeconds: undefined })`, videoSecondsMissing],
	'an extension of unknown length': [
		`estimateTokens(extendVideo().text('Extend @video1').referenceVideo('asset://a').resolution('720p').ratio('1:1'))`,
		videoSecondsMissing,
	],
	'a length without a video': [
		`estimateTokens(video().text('A cat').resolution('720p').ratio('1:1'), { videoSeconds: 4 })`,
		videoSecondsUnused,
	],
	'an unfinished chain': [`estimateTokens(video().text('A cat').ratio('1:1'))`, refusals.resolutionMissing.message],
	'an unfinished chain, for advice': [`lintRequest(video().text('A cat'))`, refusals.resolutionMissing.message],
};

/** Calls that are right, or that only the run time can judge. */
const right: Readonly<Record<string, string>> = {
	'a chain': `estimateTokens(video().text('A cat').resolution('720p').ratio('1:1'))`,
	'a payload': `estimateTokens(video().text('A cat').resolution('1080p').ratio('21:9').duration(8).build())`,
	'no options': `estimateTokens(video().text('A cat').resolution('720p').ratio('1:1'), undefined)`,
	'no seconds': `estimateTokens(video().text('A cat').resolution('720p').ratio('1:1'), { videoSeconds: 0 })`,
	'a reference video with its length': `estimateTokens(${clip}, { videoSeconds: 4.5 })`,
	'a length that may be missing': `estimateTokens(${clip}, options)`,
	'videos of unknown number': `estimateTokens(video().text('A cat').referenceVideo(...sources).resolution('720p').ratio('1:1'))`,
	'a length beside items of unknown kind': `estimateTokens({ model: 'seedance-2.0-ultra', content: items, resolution: '720p', ratio: '1:1' }, { videoSeconds: 4 })`,
	'a length that only the run time knows': `estimateTokens(video().text('A cat').resolution('720p').ratio('1:1'), { videoSeconds: seconds })`,
	'any payload': `[estimateTokens(payload), estimateTokens(payload, { videoSeconds: 4 }), lintRequest(payload)]`,
	'a fix, or the payload': `estimateTokens(lintRequest(payload)[0]?.fix ?? video().text('A cat').resolution('720p').build())`,
	'any chain': `[estimateTokens(chain), estimateTokens(chain, { videoSeconds: seconds }), lintRequest(chain)]`,
	any: `[estimateTokens(any), estimateTokens(any, { videoSeconds: 4 }), estimateTokens(any, any), lintRequest(any, any)]`,
	'a helper that is generic in a chain': `<C extends Buildable>(chain: C) => [estimateTokens(chain), estimateTokens(chain, { videoSeconds: 4 }), lintRequest(chain)]`,
	'a helper that is generic in a payload': `<R extends VideoRequest>(request: R) => [estimateTokens(request), estimateTokens(request, { videoSeconds: seconds }), lintRequest(request)]`,
	'facts by source': `lintRequest(payload, { media: { ['asset://a' as string]: image, 'asset://b': { width: 1, height: 1, seconds: 1, framesPerSecond: 24 }, 'asset://c': undefined } })`,
	'facts in a Map and in a list': `[lintRequest(payload, { media: new Map([['asset://a', image]]) }), lintRequest(payload, { media: [{ url: 'asset://a', ...image }] })]`,
};

const modules = (calls: Readonly<Record<string, string>>): Record<string, string> =>
	Object.fromEntries(
		Object.entries(calls).map(([name, call]) => [
			name,
			`import { estimateTokens, extendVideo, lintRequest, video, type Buildable, type ContentItem, type EstimateOptions, type FinishedChain, type VideoRequest } from 'seedance-builder';
interface Image { readonly kind: 'image'; readonly width: number; readonly height: number; readonly bytes: number; readonly mediaType: string }
interface Audio { readonly kind: 'audio'; readonly seconds: number; readonly bytes: number; readonly mediaType: string }
declare const any: any, payload: VideoRequest, chain: FinishedChain, items: ContentItem[], sources: string[], seconds: number;
declare const options: EstimateOptions, image: Image | Audio;
export const called = ${call};
export const used = [any, payload, chain, items, sources, seconds, options, image, estimateTokens, extendVideo, lintRequest, video];
export type Used = Buildable;
`,
		]),
	);

describe.each(Object.keys(compilers) as CompilerVersion[])('TypeScript %s', (version) => {
	let errors: ReadonlyMap<string, string>;
	let accepted: ReadonlyMap<string, string>;

	beforeAll(async () => {
		const calls = Object.fromEntries(Object.entries(wrong).map(([name, [call]]) => [name, call]));
		({ errors } = await compile(version, 'estimates-wrong', modules(calls)));
		({ errors: accepted } = await compile(version, 'estimates-right', modules(right)));
	}, 120_000);

	test.each(Object.entries(wrong))('refuses %s in one error', (name, [, sentence]) => {
		const said = errors.get(name) ?? '';
		expect(said.match(/error TS/g)).toHaveLength(1);
		expect(said).toContain(`NotAllowed<"${sentence}">`);
	});

	test('accepts what is right, and what only the run time knows', () => {
		expect(Object.fromEntries(accepted)).toStrictEqual({});
	});
});

test.each(Object.entries(wrong).filter(([name]) => !name.endsWith('for advice')))(
	'the run time says the same of %s',
	(_, [call, sentence]) => {
		// oxlint-disable-next-line typescript/no-implied-eval -- the calls are those above
		const run = new Function('estimateTokens', 'extendVideo', 'video', `return ${call};`);
		expect(() => run(estimateTokens, extendVideo, video) as unknown).toThrow(sentence);
	},
);
