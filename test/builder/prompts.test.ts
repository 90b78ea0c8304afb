import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import {
	editVideo,
	extendVideo,
	media,
	prompt,
	promptTemplate,
	shot,
	shotList,
	video,
	type InvalidRequestError,
	type Prompt,
} from '../../src/index.js';
import { messagesOf } from '../prompt/issues-of.js';

const hero = media.image('https://example.com/hero.jpg');
const villain = media.image('https://example.com/villain.jpg');
const tower = media.video('https://example.com/tower.mp4');
const song = media.audio('https://example.com/song.mp3');

const scene = prompt`In ${tower}, ${hero} dances to ${song}`;
const plain = prompt`A ${'cat'}`;
const story = shotList([
	shot(4, prompt`${hero} enters the tower`),
	shot(5, 'the storm breaks, slow push in'),
	shot(3, prompt`close on ${hero}`),
]);
const storyText = [
	'Shot 1 (0-4s): @image1 enters the tower',
	'Shot 2 (4-9s): the storm breaks, slow push in',
	'Shot 3 (9-12s): close on @image1',
].join('\n');

interface LooseChain {
	text(...values: readonly unknown[]): LooseChain;
	referenceImage(...sources: readonly unknown[]): LooseChain;
	firstFrame(source: unknown): LooseChain;
	webSearch(): LooseChain;
	resolution(resolution: string): LooseChain;
	duration(duration: unknown): LooseChain;
	options(options: object): LooseChain;
	build(): { readonly content: readonly object[]; readonly duration?: number };
	safeBuild(): { readonly success: boolean; readonly error?: InvalidRequestError };
}

/** A chain whose verbs may be called in any order, with anything. */
const loose = (chain: object): LooseChain => chain as LooseChain;

const urlsOf = ({ content }: { readonly content: readonly object[] }): string[] =>
	content.map((item) => Object.values(item).find((value) => value?.url)?.url ?? 'text');

describe('a prompt as the text', () => {
	test('its text is numbered and its handles are attached, in the order of the API', () => {
		const request = video().text(scene).resolution('720p').build();
		expect(request.content[0]).toStrictEqual({ type: 'text', text: 'In @video1, @image1 dances to @audio1' });
		expect(urlsOf(request)).toStrictEqual(['text', hero.url, tower.url, song.url]);
		expect(request.content[0].text).toBe(scene.text);
	});

	test('a prompt without handles is a plain text', () => {
		expect(video().text(plain)).toStrictEqual(video().text('A cat'));
		const request = video().text(plain).firstFrame(hero).resolution('720p').build();
		expect(urlsOf(request)).toStrictEqual(['text', hero.url]);
	});

	test('it equals the template that says the same', () => {
		expect(video().text(scene)).toStrictEqual(video().text`In ${tower}, ${hero} dances to ${song}`);
		expect(video().text(scene)).toStrictEqual(video().text`${scene}`);
		expect(video().text(scene)).not.toStrictEqual(video().text(prompt`${tower}, ${hero}, ${song}`));
		expect(video().text(JSON.parse(JSON.stringify(scene)))).toStrictEqual(video().text(scene));
	});

	test('it equals no text with placeholders that is written by hand', () => {
		expect(video().text(prompt`${hero} runs`)).not.toStrictEqual(video().text('@image1 runs').referenceImage(hero));
	});

	test('further references come behind its handles of their kind, each handle once', () => {
		const request = video()
			.text(scene)
			.referenceImage(hero, villain)
			.referenceVideo('asset://clip', tower)
			.referenceAudio(song, 'asset://song')
			.resolution('720p')
			.build();
		expect(urlsOf(request)).toStrictEqual([
			'text',
			hero.url,
			villain.url,
			tower.url,
			'asset://clip',
			song.url,
			'asset://song',
		]);
	});

	test('audio alone requires something to see', () => {
		const sound = video().text(prompt`to ${song}`);
		expect(messagesOf(() => loose(sound).resolution('720p').build())).toStrictEqual([
			'audio requires an image or a video: call .referenceImage() or .referenceVideo() before .referenceAudio()',
		]);
		expect(urlsOf(sound.referenceVideo(tower).resolution('720p').build())).toStrictEqual(['text', tower.url, song.url]);
	});

	test('handles exclude frames and web search', () => {
		const withHandle = loose(video().text(prompt`${hero} runs`));
		expect(messagesOf(() => withHandle.firstFrame(villain).resolution('720p').build())).toStrictEqual([
			'frames and references cannot be combined: use .firstFrame() and .lastFrame(), or reference verbs',
		]);
		expect(messagesOf(() => withHandle.webSearch().resolution('720p').build())).toStrictEqual([
			'web search works with text only: remove .webSearch(), or the images, videos and audio',
		]);
	});

	test('web search takes a prompt without handles, before it and after it', () => {
		const expected = { content: [{ type: 'text', text: 'A cat' }], tools: [{ type: 'web_search' }] };
		expect(video().webSearch().text(plain).resolution('720p').build()).toMatchObject(expected);
		expect(video().text(plain).webSearch().resolution('720p').build()).toMatchObject(expected);
	});

	test('an edit takes a prompt with an image and a video, and none with audio', () => {
		const change = prompt`Strictly edit ${tower}: replace the cat with ${hero}`;
		const request = editVideo().text(change).resolution('720p').build();
		expect(urlsOf(request)).toStrictEqual(['text', hero.url, tower.url]);
		expect(request.content[0].text).toBe('Strictly edit @video1: replace the cat with @image1');
		expect(
			urlsOf(
				editVideo()
					.text(prompt`Use ${hero}`)
					.referenceVideo(tower)
					.resolution('720p')
					.build(),
			),
		).toStrictEqual(['text', hero.url, tower.url]);
		expect(messagesOf(() => loose(editVideo()).text(scene).resolution('720p').build())).toStrictEqual([
			'editing accepts only a text, images and videos: remove the rest',
		]);
	});

	test('an extension takes a prompt with videos, and no other handle', () => {
		const next = prompt`Extend ${tower}: it rains`;
		expect(urlsOf(extendVideo().text(next).resolution('720p').build())).toStrictEqual(['text', tower.url]);
		expect(urlsOf(extendVideo().text(plain).referenceVideo(tower).resolution('720p').build())).toStrictEqual([
			'text',
			tower.url,
		]);
		expect(
			messagesOf(() =>
				loose(extendVideo())
					.text(prompt`${hero} in ${tower}`)
					.resolution('720p')
					.build(),
			),
		).toStrictEqual(['extension accepts only a text and videos: remove the rest']);
	});

	test('a tenth image over fragments is refused', () => {
		const images = Array.from({ length: 10 }, (_, index) => media.image(`https://example.com/${index}.jpg`));
		const cast = prompt`${images.slice(0, 5)}`;
		const crowd = prompt`${images.slice(5)}`;
		expect(
			messagesOf(() =>
				video()
					.text(prompt`${cast} meet ${crowd}`)
					.resolution('720p')
					.build(),
			),
		).toStrictEqual(['a request has at most 9 reference images: remove the rest']);
		const nine = prompt`${images.slice(0, 5)} meet ${images.slice(4, 9)}`;
		expect(video().text(nine).resolution('720p').build().content).toHaveLength(10);
	});

	test('a blank prompt is a blank text', () => {
		for (const blank of [prompt``, prompt`${' '}\n`, prompt`${[]}`]) {
			expect(messagesOf(() => video().text(blank).resolution('720p').build())).toStrictEqual([
				'the text is blank: describe the video or remove .text()',
			]);
		}
	});

	test('undefined in place of a prompt leaves the text out', () => {
		const maybe: Prompt | undefined = undefined;
		expect(video().text(maybe).firstFrame(hero)).toStrictEqual(video().firstFrame(hero));
	});

	test('a prompt with anything behind it is two texts', () => {
		expect(loose(video()).text(scene, 'A cat').resolution('720p').safeBuild().success).toBe(false);
	});

	test.each<[string, unknown]>([
		['a handle', hero],
		['a list of handles', [hero]],
		['a list of prompts', [scene]],
		['a shot', shot(4, 'A cat')],
		['a template', promptTemplate('A cat')],
		['parts alone', [hero, ' runs']],
	])('%s is no text', (_, value) => {
		const issues = messagesOf(() => loose(video()).text(value).resolution('720p').build());
		expect(issues.join()).toMatch(/text/);
	});

	test('a source that is wrong is found when the chain is built', () => {
		const local: string = './hero.jpg';
		expect(
			messagesOf(() =>
				video()
					.text(prompt`${media.image(local)}`)
					.resolution('720p')
					.build(),
			),
		).toHaveLength(1);
	});
});

describe('a prompt in a template of the chain', () => {
	test('its handles are merged with those of the template', () => {
		const request = video().text`${villain} watches. ${scene}. ${[hero, villain]} leave.`.resolution('720p').build();
		expect(request.content[0].text).toBe(
			'@image1 watches. In @video1, @image2 dances to @audio1. @image2 and @image1 leave.',
		);
		expect(urlsOf(request)).toStrictEqual(['text', villain.url, hero.url, tower.url, song.url]);
	});

	test('a placeholder by hand beside a prompt with handles is refused, and so is one in a prompt beside a handle', () => {
		const beside = '@image1 stands beside handles, whose numbers may change: use a handle for it';
		const runs = prompt`${hero} runs`;
		const byHand = prompt`@image1 runs`;
		expect(messagesOf(() => video().text`${runs} to @image1`.resolution('720p').build())).toStrictEqual([beside]);
		expect(messagesOf(() => video().text`${byHand} to ${hero}`.resolution('720p').build())).toStrictEqual([beside]);
		expect(messagesOf(() => video().text`${runs} to @image${1}`.resolution('720p').build())).toStrictEqual([beside]);
	});

	test('a placeholder by hand beside handles of the template alone stays, as it counts them', () => {
		expect(video().text`${hero} and @image1`.resolution('720p').build().content[0].text).toBe('@image1 and @image1');
	});

	test('a placeholder by hand in a prompt without handles counts the references', () => {
		const byHand = prompt`@image1 meets @image2`;
		expect(video().text(byHand).referenceImage(hero, villain).resolution('720p').build().content).toHaveLength(3);
		expect(messagesOf(() => video().text(byHand).referenceImage(hero).resolution('720p').build())).toStrictEqual([
			'@image2 refers to a missing image: attach it or correct the number',
		]);
	});

	test('a copy of a prompt that was changed by hand is judged like a prompt', () => {
		const copy = { parts: ['@image1 and ', { kind: 'image', url: hero.url }] } as unknown as Prompt;
		expect(messagesOf(() => video().text(copy).resolution('720p').build())).toStrictEqual([
			'@image1 stands beside handles, whose numbers may change: use a handle for it',
		]);
		const pieces = { parts: ['A c', '', 'at', '1'] } as unknown as Prompt;
		expect(video().text(pieces).resolution('720p').build().content).toStrictEqual([{ type: 'text', text: 'A cat1' }]);
	});
});

describe('a shot list as the text', () => {
	const chain = video().text(story).resolution('1080p');

	test('sets the duration', () => {
		expect(chain.build()).toStrictEqual({
			model: 'seedance-2.0-ultra',
			content: [
				{ type: 'text', text: storyText },
				{ type: 'image_url', image_url: { url: hero.url }, role: 'reference_image' },
			],
			duration: 12,
			resolution: '1080p',
		});
	});

	test.each<[string, LooseChain]>([
		['in a prompt', loose(video().text(prompt`Noir. ${story}`))],
		['in a prompt of a prompt', loose(video().text(prompt`${prompt`Noir. ${story}`} End.`))],
		['in a template of the chain', loose(video().text`Noir. ${story}`)],
		['in a filled template', loose(video().text(promptTemplate('{style}. {story}')({ style: 'Noir', story })))],
		['as a copy from JSON', loose(video().text(JSON.parse(JSON.stringify(story))))],
		['with the same duration behind it', loose(video().text(story).duration(12))],
		['with the same duration before it', loose(video().duration(12).text(story))],
		['with the same duration among the options', loose(video().text(story).options({ duration: 12 }))],
		['with a duration that is unset', loose(video().text(story).duration(undefined))],
		['with a duration that was unset', loose(video().duration(5).text(story).duration(undefined))],
		['with another duration that was replaced', loose(video().duration(5).text(story).duration(12))],
		['with options without a duration', loose(video().text(story).options({ duration: undefined, ratio: '1:1' }))],
	])('sets it %s', (_, chain) => {
		expect(chain.resolution('720p').build().duration).toBe(12);
	});

	test.each<[string, LooseChain]>([
		['behind it', loose(video()).text(story).duration(5)],
		['before it', loose(video()).duration(5).text(story)],
		['among the options', loose(video()).text(story).options({ duration: 5 })],
		['after the same', loose(video()).text(story).duration(12).duration(5)],
		[
			'beside a prompt that holds it',
			loose(video())
				.text(prompt`Noir. ${story}`)
				.duration(5),
		],
	])('refuses another duration %s', (_, chain) => {
		expect(messagesOf(() => chain.resolution('720p').build())).toStrictEqual([
			'duration 5 differs from the 12 s of the shots: remove .duration() or change the shots',
		]);
	});

	test('refuses a duration out of range first as one', () => {
		const messages = messagesOf(() => loose(video()).text(story).duration(20).resolution('720p').build());
		expect(messages[0]).toBe('duration 20 is invalid: choose a whole number of seconds from 4 to 15');
	});

	test('is refused beside a second one', () => {
		const message = 'a prompt has one shot list: put all shots into a single shotList()';
		const template = loose(video().text`${story} ${story}`);
		expect(messagesOf(() => template.resolution('720p').build())).toStrictEqual([message]);
		expect(messagesOf(() => template.duration(12).resolution('720p').build())).toStrictEqual([message]);
	});

	test('checks its placeholders like any text', () => {
		const byHand = shotList([shot(4, '@image1 runs'), shot(4, '@image2 too')]);
		expect(messagesOf(() => loose(video()).text(byHand).referenceImage(hero).resolution('720p').build())).toStrictEqual(
			['@image2 refers to a missing image: attach it or correct the number'],
		);
		expect(video().text(byHand).referenceImage(hero, villain).resolution('720p').build().duration).toBe(8);
	});

	test('equals the same list, and no text with the same duration', () => {
		const text = shotList([shot(4, 'A cat')]);
		expect(video().text(text)).toStrictEqual(video().text(shotList([shot(4, 'A cat')])));
		expect(video().text(text)).not.toStrictEqual(video().text('Shot 1 (0-4s): A cat').duration(4));
		expect(video().text(story)).not.toStrictEqual(video().text(prompt`${story} End.`));
	});

	test('is frozen in the state of the chain', () => {
		const open: unknown[] = [chain];
		for (const value of open) {
			if (typeof value !== 'object' || value === null) continue;
			expect(Object.isFrozen(value)).toBe(true);
			open.push(...Object.values(value));
		}
		expect(open.length).toBeGreaterThan(10);
	});

	test('prints with its duration, as a chain that builds the same payload', () => {
		const code = inspect(chain);
		expect(code).toBe(
			`video().text('${storyText.replaceAll('\n', String.raw`\n`)}').referenceImage('${hero.url}').duration(12).resolution('1080p')`,
		);
		// oxlint-disable-next-line typescript/no-implied-eval -- the printed code is what is tested
		const run = new Function('video', `return ${code};`) as (start: typeof video) => LooseChain;
		expect(run(video).build()).toStrictEqual(chain.build());
		expect(inspect(loose(chain).duration(5))).toContain('.duration(5)');
		expect(inspect(loose(chain).duration(5))).not.toContain('.duration(12)');
	});

	test('is JSON in the chain’s JSON', () => {
		expect(JSON.parse(JSON.stringify(chain))).toStrictEqual(chain.build());
	});

	test('edits and extends', () => {
		const edit = shotList([shot(4, prompt`Strictly edit ${tower}: add ${hero}`)]);
		const extension = shotList([shot(4, prompt`Extend ${tower}`), shot(1, 'it rains')]);
		expect(editVideo().text(edit).resolution('720p').build().duration).toBe(4);
		expect(extendVideo().text(extension).resolution('720p').build().duration).toBe(5);
		expect(
			video()
				.webSearch()
				.text(shotList([shot(4, 'A cat')]))
				.resolution('720p')
				.build().duration,
		).toBe(4);
	});
});
