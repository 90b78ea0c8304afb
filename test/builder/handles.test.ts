import { expect, test } from 'vitest';
import { media, video } from '../../src/index.js';

const hero = media.image('https://example.com/hero.jpg');
const villain = media.image('https://example.com/villain.jpg');
const scene = media.video('https://example.com/scene.mp4');
const song = media.audio('https://example.com/song.mp3');

const urlsOf = (request: { readonly content: readonly object[] }): string[] =>
	request.content.map((item) => Object.values(item).find((value) => value?.url)?.url ?? 'text');

const orders = [
	[hero, scene, song],
	[hero, song, scene],
	[scene, hero, song],
	[scene, song, hero],
	[song, hero, scene],
	[song, scene, hero],
] as const;

test.each(orders)('%s, %s, %s in the prose are numbered by kind and put in order', (first, second, third) => {
	const chain = video().text`A ${first}, then ${second} and ${third}.`;
	// The compiler knows all three; which comes first is known at run time alone.
	const request = (chain as unknown as ReturnType<typeof threeKinds>).resolution('720p').build();
	const [one, two, three] = [first, second, third].map(({ kind }) => `@${kind}1`);
	expect(request.content[0]).toStrictEqual({ type: 'text', text: `A ${one}, then ${two} and ${three}.` });
	expect(urlsOf(request)).toStrictEqual(['text', hero.url, scene.url, song.url]);
});

const threeKinds = () => video().text`${hero}${scene}${song}`;

test('a handle that stands twice is one item, with one number', () => {
	const request = video().text`${hero} meets ${villain}; ${hero} wins`.resolution('720p').build();
	expect(request.content[0].text).toBe('@image1 meets @image2; @image1 wins');
	expect(request.content).toHaveLength(3);
});

test('two handles of one URL are one item', () => {
	const again = media.image('https://example.com/hero.jpg');
	expect(video().text`${hero} is ${again}`.resolution('720p').build().content).toHaveLength(2);
});

test('text and numbers stand as they are', () => {
	const name: string = 'Ada';
	const request = video().text`${name} dances ${3} times with ${hero}`.resolution('720p').build();
	expect(request.content[0].text).toBe('Ada dances 3 times with @image1');
});

test.each([
	['in the text', video().text`${hero}2 cats`],
	['in a number', video().text`${hero}${2} cats`],
	['in a text between', video().text`${hero}${''}${'2'} cats`],
])('a digit behind a handle is no part of its number: %s', (_, chain) => {
	expect(chain.resolution('720p').build().content[0].text).toBe('@image1 2 cats');
});

test('a template without handles is a text', () => {
	const request = video().text`A ${'cat'}`.firstFrame(hero).resolution('720p').build();
	expect(urlsOf(request)).toStrictEqual(['text', hero.url]);
	expect(request.content[0].text).toBe('A cat');
});

test('more is attached behind the handles of its kind', () => {
	const request = video().text`${hero} in ${scene} to ${song}`
		.referenceImage(villain, 'https://example.com/crowd.jpg')
		.referenceVideo('https://example.com/alley.mp4')
		.resolution('720p')
		.build();
	expect(urlsOf(request)).toStrictEqual([
		'text',
		hero.url,
		villain.url,
		'https://example.com/crowd.jpg',
		scene.url,
		'https://example.com/alley.mp4',
		song.url,
	]);
});

test('a verb’s video comes after every image, whatever the template holds', () => {
	const chain = video().text`${hero} in ${scene}`.referenceVideo('https://example.com/alley.mp4');
	const result = (chain as unknown as ReturnType<typeof threeKinds>)
		.referenceImage(villain)
		.resolution('720p')
		.safeBuild();
	expect(!result.success && result.error.issues.map(({ message }) => message)).toStrictEqual([
		'images come before videos: call .referenceImage() before .referenceVideo()',
	]);
});

test('a placeholder by hand counts the handles too', () => {
	const result = video().text`${hero} and @image2`.resolution('720p').safeBuild();
	expect(!result.success && result.error.issues.map(({ message }) => message)).toStrictEqual([
		'@image2 refers to a missing image: attach it or correct the number',
	]);
});

test('audio alone is refused until something to see is attached', () => {
	const sound = video().text`Dance to ${song}`;
	const early = (sound as unknown as ReturnType<typeof threeKinds>).resolution('720p').safeBuild();
	expect(!early.success && early.error.issues.map(({ rule }) => rule)).toStrictEqual(['audio-needs-visual']);
	const request = sound.referenceImage(hero).resolution('720p').build();
	expect(urlsOf(request)).toStrictEqual(['text', hero.url, song.url]);
});

test('a handle is a source of its kind', () => {
	const request = video().text('@image1').firstFrame(hero).lastFrame(villain).resolution('720p').build();
	expect(urlsOf(request)).toStrictEqual(['text', hero.url, villain.url]);
});

test('a handle of another kind is refused at run time too', () => {
	const wrong = scene as unknown as typeof hero;
	const result = video().referenceImage(wrong).resolution('720p').safeBuild();
	expect(!result.success && result.error.issues.map(({ rule }) => rule)).toStrictEqual(['source']);
});

test('a handle with a wrong source is refused when the chain is built', () => {
	const local: string = './hero.jpg';
	const result = video().text`${media.image(local)}`.resolution('720p').safeBuild();
	expect(!result.success && result.error.issues.map(({ path }) => path)).toStrictEqual([
		['content', 1, 'image_url', 'url'],
	]);
});

test('a handle stands for its URL in JSON, and shows what it is in text', () => {
	expect(JSON.stringify(media.video(new URL('https://example.com/a.mp4')))).toBe(
		'{"kind":"video","url":"https://example.com/a.mp4"}',
	);
	expect(hero.toString()).toBe('media.image(https://example.com/hero.jpg)');
});

test('a copy of a handle, as JSON and structuredClone make it, is a handle', () => {
	for (const copy of [JSON.parse(JSON.stringify(hero)) as typeof hero, structuredClone(hero), { ...hero }]) {
		const request = video().text`${copy} dances`.referenceImage(villain).resolution('720p').build();
		expect(request.content[0].text).toBe('@image1 dances');
		expect(urlsOf(request)).toStrictEqual(['text', hero.url, villain.url]);
	}
});

test('a handle in a template that is no tag says so, before its medium is lost', () => {
	const loose = hero as unknown as string;
	expect(() => video().text(`${loose} dances`)).toThrow(/write \.text`\$\{handle\} …`, without parentheses/);
	expect(() => video().text(loose + ' dances')).toThrow(TypeError);
});

test('what is neither text, a number nor a handle is refused in a template', () => {
	for (const span of [undefined, null, true, {}, Object.create(null), [hero, 'hero'], [undefined]]) {
		const result = video().text`A ${span as unknown as string} dances`.resolution('720p').safeBuild();
		expect(!result.success && result.error.issues.map(({ path }) => path)).toStrictEqual([['content', 0, 'text']]);
	}
});

test.each([
	['none', [], '.'],
	['one', [hero], '@image1.'],
	['two', [hero, villain], '@image1 and @image2.'],
	['three of three kinds', [hero, scene, song], '@image1, @video1 and @audio1.'],
	['three, one of them twice', [hero, villain, hero], '@image1, @image2 and @image1.'],
])('a list of handles is written as prose: %s', (_, cast, text) => {
	const chain = video().text`${cast}.`.referenceImage('asset://a').resolution('720p');
	const [first] = chain.build().content;
	expect(first).toStrictEqual({ type: 'text', text });
});

test('a list of handles attaches each of them', () => {
	const request = video().text`${[hero, villain]} in ${scene}`.resolution('720p').build();
	expect(urlsOf(request)).toStrictEqual(['text', hero.url, villain.url, scene.url]);
});

test('a handle that a template attached is not attached again by a verb', () => {
	const request = video().text`${hero} runs`.referenceImage(hero, villain).resolution('720p').build();
	expect(urlsOf(request)).toStrictEqual(['text', hero.url, villain.url]);
});

test('a handle that verbs attach twice is one item', () => {
	const again = media.image(hero.url);
	const request = video()
		.referenceImage(hero, again)
		.referenceImage(hero)
		.referenceVideo(scene)
		.resolution('720p')
		.build();
	expect(urlsOf(request)).toStrictEqual([hero.url, scene.url]);
});

test('a URL is attached as often as it is given', () => {
	const request = video().text`${hero} runs`.referenceImage(hero.url, hero.url).resolution('720p').build();
	expect(urlsOf(request)).toStrictEqual(['text', hero.url, hero.url, hero.url]);
});

test('a handle may be the first and the last frame', () => {
	expect(urlsOf(video().firstFrame(hero).lastFrame(hero).resolution('720p').build())).toHaveLength(2);
});

test.each([
	['behind a letter', video().text`user${hero}`, 'user @image1'],
	['behind a digit of another handle', video().text`${hero}${villain}`, '@image1 @image2'],
	['behind a letter in a span', video().text`${'user'}${hero}`, 'user @image1'],
	['not behind a bracket', video().text`(${hero})`, '(@image1)'],
	['not behind a letter of another script', video().text`猫${hero}`, '猫@image1'],
])('a handle is set apart where its placeholder would be an address: %s', (_, chain, text) => {
	expect(chain.resolution('720p').build().content[0].text).toBe(text);
});

test.each([
	['a path of Windows', video().text`${hero} opens C:\users\bob`, String.raw`@image1 opens C:\users\bob`],
	['a hexadecimal escape', video().text`${hero} types \xyz`, String.raw`@image1 types \xyz`],
	['a number', video().text`${hero} finds \1 on ${scene}`, String.raw`@image1 finds \1 on @video1`],
	['a valid escape', video().text`${hero}\nruns`, '@image1\nruns'],
])('an escape that is no escape stays as it is written: %s', (_, chain, text) => {
	expect(chain.resolution('720p').build().content[0].text).toBe(text);
});
