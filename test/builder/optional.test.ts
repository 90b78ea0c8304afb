import { describe, expect, test } from 'vitest';
import { media, video, type FinishedChain, type VideoOptions } from '../../src/index.js';

const image = 'https://example.com/cat.jpg';
const missing = undefined as string | undefined;
const given = image as string | undefined;

const rolesOf = (request: { readonly content: readonly object[] }): unknown[] =>
	request.content.map((item) => ('role' in item ? item.role : 'text'));

describe('what may be undefined', () => {
	test.each([
		[missing, missing, ['text']],
		[given, missing, ['text', 'first_frame']],
		[given, given, ['text', 'first_frame', 'last_frame']],
	])('frames %s and %s', (first, last, roles) => {
		const request = video().text('A cat').firstFrame(first).lastFrame(last).resolution('720p').build();
		expect(rolesOf(request)).toStrictEqual(roles);
	});

	test('a text is left out', () => {
		expect(rolesOf(video().text(missing).firstFrame(image).resolution('720p').build())).toStrictEqual(['first_frame']);
	});

	test('a last frame without its first frame is refused at run time', () => {
		const result = video().text('A cat').firstFrame(missing).lastFrame(given).resolution('720p').safeBuild();
		expect(!result.success && result.error.issues.map(({ rule }) => rule)).toStrictEqual(['last-frame']);
	});

	test('a request of which nothing is left is refused at run time', () => {
		const result = video().text(missing).firstFrame(missing).resolution('720p').safeBuild();
		expect(!result.success && result.error.issues.map(({ rule }) => rule)).toStrictEqual(['nothing-to-make']);
	});
});

describe('.options()', () => {
	const base = video().text('A cat').resolution('720p').duration(5);

	test('sets each option by the name of its verb', () => {
		const chain = base.options({
			resolution: '2k',
			ratio: '1:1',
			duration: 4,
			generateAudio: false,
			watermark: true,
			returnLastFrame: true,
		});
		expect(chain).toStrictEqual(
			base.resolution('2k').ratio('1:1').duration(4).generateAudio(false).watermark(true).returnLastFrame(),
		);
	});

	test('leaves what is undefined or missing as it was', () => {
		const config: VideoOptions = { resolution: undefined, duration: undefined, ratio: '1:1' };
		expect(base.options(config)).toStrictEqual(base.ratio('1:1'));
		expect(base.options({})).toStrictEqual(base);
	});

	test('takes a later call and is taken over by one', () => {
		expect(base.options({ ratio: '1:1' }).ratio('16:9').build().ratio).toBe('16:9');
		expect(base.ratio('16:9').options({ ratio: '1:1' }).build().ratio).toBe('1:1');
	});

	test.each([
		[{ seed: 1 }, 'seed'],
		[{ content: [] }, 'options.content'],
		[{ model: 'other' }, 'options.model'],
		[{ generate_audio: false }, 'options.generate_audio'],
		[{ tools: [{ type: 'web_search' }] }, 'options.tools'],
		[null, 'options'],
		['720p', 'options'],
	])('an unknown name is refused, and nothing is dropped: %j', (options, field) => {
		const result = base.options(options as VideoOptions).safeBuild();
		expect(!result.success && result.error.issues).toMatchObject([{ rule: 'unknown-field', path: [field] }]);
	});

	test('the name of a payload’s field is told to be a verb’s', () => {
		const result = base.options({ generate_audio: false } as VideoOptions).safeBuild();
		expect(!result.success && result.error.issues.map(({ message }) => message)).toStrictEqual([
			'unknown field "options.generate_audio": .options() takes the names of verbs, such as generateAudio',
		]);
	});

	test('a wrong value is refused when the chain is built', () => {
		const seconds: number = 20;
		const result = base.options({ duration: seconds }).safeBuild();
		expect(!result.success && result.error.issues.map(({ rule }) => rule)).toStrictEqual(['duration']);
	});
});

describe('a FinishedChain', () => {
	test('holds chains of every mode, and their options can be set', () => {
		const shots = new Map<string, FinishedChain>([
			['text', video().text('A cat').resolution('720p')],
			['frame', video().firstFrame(image).resolution('1080p').returnLastFrame()],
			['template', video().text`${media.image(image)} runs`.resolution('2k')],
		]);
		let chain: FinishedChain = video().text('A cat').resolution('720p');
		for (const shot of shots.values()) {
			chain = shot.options({ ratio: '1:1' });
			expect(chain.build().ratio).toBe('1:1');
			expect(chain.safeBuild().success).toBe(true);
			expect(JSON.parse(JSON.stringify(chain))).toStrictEqual(chain.toJSON());
		}
	});
});
