import { describe, expect, test } from 'vitest';
import { ConfigurationError, media, prompt, promptTemplate, shot, shotList, type Prompt } from '../../../src/index.js';
import type { Shot } from '../../../src/index.js';
import { issuesOf, messagesOf } from '../issues-of.js';

const hero = media.image('https://example.com/hero.jpg');
const villain = media.image('https://example.com/villain.jpg');
const tower = media.video('https://example.com/tower.mp4');

/** Calls `shotList` and `shot` with what the compiler refuses. */
const listOf = shotList as (shots: unknown, options?: unknown) => Prompt;
const shotOf = shot as (seconds: unknown, content?: unknown) => Shot;

const shots = [
	shot(4, prompt`${hero} enters ${tower}`),
	shot(5, 'the storm breaks'),
	shot(3, prompt`close on ${villain}, then ${hero}`),
] as const;

describe('a shot', () => {
	test('is frozen data', () => {
		expect(shot(4, 'A cat')).toStrictEqual({ seconds: 4, content: 'A cat' });
		expect(Object.isFrozen(shot(4, 'A cat'))).toBe(true);
	});
});

describe('a shot list', () => {
	test('is written as shots by default', () => {
		const expected = [
			'Shot 1 (0-4s): @image1 enters @video1',
			'Shot 2 (4-9s): the storm breaks',
			'Shot 3 (9-12s): close on @image2, then @image1',
		].join('\n');
		expect(shotList([...shots]).text).toBe(expected);
		expect(shotList([...shots], { format: 'shots' }).text).toBe(expected);
		expect(shotList([...shots], {}).text).toBe(expected);
		expect(shotList([...shots], { format: undefined }).text).toBe(expected);
	});

	test('is written as a timeline', () => {
		expect(shotList([...shots], { format: 'timeline' }).text).toBe(
			[
				'[00:00-00:04] @image1 enters @video1',
				'[00:04-00:09] the storm breaks',
				'[00:09-00:12] close on @image2, then @image1',
			].join('\n'),
		);
	});

	test('pads the seconds of a timeline to two digits', () => {
		expect(shotList([shot(10, 'a'), shot(5, 'b')], { format: 'timeline' }).text).toBe(
			'[00:00-00:10] a\n[00:10-00:15] b',
		);
	});

	test('has the handles of its shots, each once, and the sum of their seconds', () => {
		const { handles, seconds } = shotList([...shots]);
		expect(handles).toStrictEqual([hero, tower, villain]);
		expect(seconds).toBe(12);
	});

	test('is the prompt that is written with its text and handles, but for its length', () => {
		const list = shotList([shot(4, prompt`${hero} runs`)]);
		const { text, handles, parts } = prompt`Shot 1 (0-4s): ${hero} runs`;
		expect(list).toEqual({ text, handles, parts, seconds: 4 });
	});

	test('takes what a template was filled with', () => {
		const runs = promptTemplate('{who} runs');
		expect(shotList([shot(4, runs({ who: hero })), shot(1, runs({ who: 'Ada' }))]).text).toBe(
			'Shot 1 (0-4s): @image1 runs\nShot 2 (4-5s): Ada runs',
		);
	});

	test('keeps line breaks and white space in a shot', () => {
		expect(shotList([shot(4, ' a\nb '), shot(1, 'c')]).text).toBe('Shot 1 (0-4s):  a\nb \nShot 2 (4-5s): c');
	});

	test('takes a list whose length only the run time knows', () => {
		const lines = ['A cat wakes', 'it stretches'].map((line) => shot(line.length > 11 ? 4 : 3, line));
		expect(shotList(lines).seconds).toBe(7);
	});

	test('may be read from JSON', () => {
		const list = JSON.parse('[{"seconds": 4, "content": "A cat"}]') as Shot[];
		expect(shotList(list)).toStrictEqual(shotList([shot(4, 'A cat')]));
		expect(listOf(JSON.parse(JSON.stringify(shots)))).toStrictEqual(shotList([...shots]));
	});

	test('stands in another prompt', () => {
		const list = shotList([...shots]);
		expect(prompt`${villain} first.\n${list}`.text).toMatch(
			/^@image1 first\.\nShot 1 \(0-4s\): @image2 enters @video1\n/,
		);
		expect(prompt`${villain} first.\n${list}`.seconds).toBe(12);
	});
});

describe('the sum of the seconds', () => {
	const sumOf = (...lengths: number[]): Prompt => listOf(lengths.map((seconds) => shotOf(seconds, 'a')));

	test.each([
		[4, [4]],
		[4, [1, 1, 1, 1]],
		[5, [2, 3]],
		[15, [15]],
		[15, [7, 8]],
		[15, Array<number>(15).fill(1)],
	])('%d is accepted: %j', (seconds, lengths) => {
		expect(sumOf(...lengths).seconds).toBe(seconds);
	});

	test.each([
		[0, []],
		[1, [1]],
		[3, [3]],
		[3, [1, 2]],
		[16, [15, 1]],
		[16, Array<number>(16).fill(1)],
		[18, [8, 6, 4]],
		[1500, Array<number>(100).fill(15)],
	])('%d is refused: %j', (seconds, lengths) => {
		expect(issuesOf(() => sumOf(...lengths))).toStrictEqual([
			{ rule: 'shots', path: [], message: `the shots last ${seconds} s in all: a video has 4 to 15` },
		]);
	});

	test('a list of more than a hundred shots is refused without a look at them', () => {
		const message = (count: number): string =>
			`${count} shots are too many: each lasts 1 s or more, and a video has at most 15`;
		expect(messagesOf(() => sumOf(...Array<number>(101).fill(1)))).toStrictEqual([message(101)]);
		expect(messagesOf(() => listOf(Array(2 ** 32 - 1)))).toStrictEqual([message(2 ** 32 - 1)]);
	});
});

describe('wrong shots', () => {
	test.each<[string, unknown, string, readonly (string | number)[]]>([
		['undefined', undefined, 'shot 2 is missing: give a shot, created with shot(seconds, text)', ['shots', 1]],
		['null', null, 'shot 2 is null: give a shot, created with shot(seconds, text)', ['shots', 1]],
		['a text', 'A cat', 'shot 2 is "A cat": give a shot, created with shot(seconds, text)', ['shots', 1]],
		[
			'no length',
			shotOf(undefined, 'a'),
			'the length of shot 2 is missing: give a whole number of seconds',
			['shots', 1, 'seconds'],
		],
		[
			'a length as text',
			shotOf('4', 'a'),
			'the length of shot 2 is "4": give a whole number of seconds',
			['shots', 1, 'seconds'],
		],
		[
			'0 seconds',
			shotOf(0, 'a'),
			'shot 2 lasts 0 s: choose a whole number of seconds from 1 to 15',
			['shots', 1, 'seconds'],
		],
		[
			'-1 seconds',
			shotOf(-1, 'a'),
			'shot 2 lasts -1 s: choose a whole number of seconds from 1 to 15',
			['shots', 1, 'seconds'],
		],
		[
			'2.5 seconds',
			shotOf(2.5, 'a'),
			'shot 2 lasts 2.5 s: choose a whole number of seconds from 1 to 15',
			['shots', 1, 'seconds'],
		],
		[
			'20 seconds',
			shotOf(20, 'a'),
			'shot 2 lasts 20 s: choose a whole number of seconds from 1 to 15',
			['shots', 1, 'seconds'],
		],
		[
			'NaN seconds',
			shotOf(Number.NaN, 'a'),
			'shot 2 lasts NaN s: choose a whole number of seconds from 1 to 15',
			['shots', 1, 'seconds'],
		],
		[
			'endless seconds',
			shotOf(Infinity, 'a'),
			'shot 2 lasts Infinity s: choose a whole number of seconds from 1 to 15',
			['shots', 1, 'seconds'],
		],
		['no content', shotOf(4), 'the content of shot 2 is missing: give a text or a prompt', ['shots', 1, 'content']],
		[
			'a handle as content',
			shotOf(4, hero),
			'the content of shot 2 is an object: give a text or a prompt',
			['shots', 1, 'content'],
		],
		[
			'a number as content',
			shotOf(4, 5),
			'the content of shot 2 is 5: give a text or a prompt',
			['shots', 1, 'content'],
		],
		[
			'handles as content',
			shotOf(4, [hero]),
			'the content of shot 2 is a list: give a text or a prompt',
			['shots', 1, 'content'],
		],
		['an empty text', shotOf(4, ''), 'shot 2 is blank: describe it or remove it', ['shots', 1, 'content']],
		['a blank text', shotOf(4, ' \n\u3000'), 'shot 2 is blank: describe it or remove it', ['shots', 1, 'content']],
		['an empty prompt', shotOf(4, prompt``), 'shot 2 is blank: describe it or remove it', ['shots', 1, 'content']],
		[
			'a blank prompt',
			shotOf(4, prompt`${' '}\n${[]}`),
			'shot 2 is blank: describe it or remove it',
			['shots', 1, 'content'],
		],
		[
			'a shot list as content',
			shotOf(4, shotList([shot(4, 'a')])),
			'a prompt has one shot list: put all shots into a single shotList()',
			['shots', 1, 'content'],
		],
		[
			'a prompt with a shot list as content',
			shotOf(4, prompt`Noir. ${shotList([shot(4, 'a')])}`),
			'a prompt has one shot list: put all shots into a single shotList()',
			['shots', 1, 'content'],
		],
	])('%s is named', (_, wrong, message, path) => {
		expect(issuesOf(() => listOf([shot(4, 'A cat'), wrong]))).toStrictEqual([{ rule: 'shots', path, message }]);
	});

	test('a shot of a handle alone is not blank', () => {
		expect(shotList([shot(4, prompt`${hero}`)]).text).toBe('Shot 1 (0-4s): @image1');
	});

	test('each wrong shot has its issues, and no sum is said of wrong numbers', () => {
		expect(messagesOf(() => listOf([shotOf(0, ''), shotOf(20, 'a'), shotOf(Number.NaN, null)]))).toStrictEqual([
			'shot 1 lasts 0 s: choose a whole number of seconds from 1 to 15',
			'shot 1 is blank: describe it or remove it',
			'shot 2 lasts 20 s: choose a whole number of seconds from 1 to 15',
			'shot 3 lasts NaN s: choose a whole number of seconds from 1 to 15',
			'the content of shot 3 is null: give a text or a prompt',
		]);
	});

	test.each<[unknown, string]>([
		[undefined, 'is missing'],
		[null, 'is null'],
		['A cat', 'is "A cat"'],
		[shot(4, 'A cat'), 'is an object'],
		[new Map(), 'is an object'],
	])('%j is no list of shots', (value, found) => {
		expect(issuesOf(() => listOf(value))).toStrictEqual([
			{ rule: 'shots', path: ['shots'], message: `shots ${found}: give a list of shots` },
		]);
	});

	test('a placeholder by hand beside handles is refused, in whatever shot', () => {
		const beside = '@image1 stands beside handles, whose numbers may change: use a handle for it';
		const runs = shot(4, prompt`${hero} runs`);
		expect(issuesOf(() => listOf([runs, shot(4, 'so does @image1')]))).toStrictEqual([
			{ rule: 'mixed-placeholder', path: [], message: beside },
		]);
		expect(messagesOf(() => listOf([shot(4, prompt`@image1 too`), runs]))).toStrictEqual([beside]);
		expect(shotList([shot(4, '@image1 runs')]).text).toBe('Shot 1 (0-4s): @image1 runs');
	});

	test('what cannot be read is refused in a sentence', () => {
		const fail = (): never => {
			throw new Error('sk-secret');
		};
		const { proxy, revoke } = Proxy.revocable([], {});
		revoke();
		const unreadable = 'reading the request threw an error: pass plain JSON data';
		expect(messagesOf(() => listOf(new Proxy([shots[0]], { get: fail })))).toStrictEqual([unreadable]);
		expect(messagesOf(() => listOf([new Proxy(shots[0], { get: fail })]))).toStrictEqual([unreadable]);
		expect(messagesOf(() => listOf([{ seconds: 4, get content() { return fail(); } }]))).toStrictEqual([unreadable]); // prettier-ignore
		expect(messagesOf(() => listOf(proxy))).toStrictEqual(['shots is an object: give a list of shots']);
		expect(messagesOf(() => listOf([shotOf(4, new Proxy({}, { get: fail }))]))).toStrictEqual([
			'the content of shot 1 is an object: give a text or a prompt',
		]);
	});
});

describe('the options', () => {
	test.each<[unknown, string]>([
		['toString', 'format is "toString": choose shots or timeline'],
		['', 'format is "": choose shots or timeline'],
		[null, 'format is null: choose shots or timeline'],
		[5, 'format is 5: choose shots or timeline'],
	])('a format %j is refused', (format, message) => {
		expect(() => listOf([...shots], { format })).toThrow(
			new ConfigurationError('format', message.slice('format '.length)),
		);
		expect(() => listOf([...shots], { format })).toThrow(message);
	});

	test('options that are no object are refused', () => {
		expect(() => listOf([...shots], 'timeline')).toThrow(ConfigurationError);
		expect(() => listOf([...shots], null)).toThrow(ConfigurationError);
	});
});
