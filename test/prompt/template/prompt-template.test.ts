import { describe, expect, test } from 'vitest';
import { media, prompt, promptTemplate, shot, shotList, video, type Prompt } from '../../../src/index.js';
import { issuesOf, messagesOf } from '../issues-of.js';

const hero = media.image('https://example.com/hero.jpg');
const villain = media.image('https://example.com/villain.jpg');
const tower = media.video('https://example.com/tower.mp4');
const story = shotList([shot(4, prompt`${hero} runs`)]);

/** Makes a template of a text that is known only as `string`, and fills it with what the compiler can't check. */
function fill(text: string, values: unknown): Prompt {
	return promptTemplate(text)(values as object);
}

const expected = (slot: string, found: string): string =>
	`the slot {${slot}} requires a text, a number, a handle, a list of handles or a prompt: it ${found}`;

describe('filling', () => {
	test('a slot of a literal takes a handle, a list, a text, a number, a prompt and a shot list', () => {
		const scene = promptTemplate('{hero} and {cast} in {place}: {times} {what}. {scene} {story}');
		const filled = scene({
			hero,
			cast: [villain, hero],
			place: tower,
			times: 3,
			what: 'cats',
			scene: prompt`${villain} waits.`,
			story,
		});
		expect(filled.text).toBe(
			'@image1 and @image2 and @image1 in @video1: 3 cats. @image2 waits. Shot 1 (0-4s): @image1 runs',
		);
		expect(filled.handles).toStrictEqual([hero, villain, tower]);
		expect(filled.seconds).toBe(4);
	});

	test('a text that is known only as string takes a record', () => {
		const stored: string = 'The {hero} dances in {place}';
		const values: Record<string, string | typeof hero> = { hero, place: 'Paris' };
		expect(promptTemplate(stored)(values).text).toBe('The @image1 dances in Paris');
	});

	test('the result is the prompt that is written with the tag', () => {
		const dance = promptTemplate('The {hero} dances in {place}, {times} times');
		expect(dance({ hero, place: tower, times: 3 })).toStrictEqual(prompt`The ${hero} dances in ${tower}, ${3} times`);
	});

	test('the order of the values makes no difference', () => {
		const pair = promptTemplate('{b} {a}');
		expect(pair({ a: hero, b: villain })).toStrictEqual(pair({ b: villain, a: hero }));
		expect(pair({ a: hero, b: villain }).handles).toStrictEqual([villain, hero]);
	});

	test('a slot that is repeated has its value in each place', () => {
		const { text, handles } = promptTemplate('{hero} meets {villain}; {hero} wins')({ hero, villain });
		expect(text).toBe('@image1 meets @image2; @image1 wins');
		expect(handles).toStrictEqual([hero, villain]);
	});

	test('a template is filled more than once', () => {
		const line = promptTemplate('{who} runs');
		expect(line({ who: hero }).text).toBe('@image1 runs');
		expect(line({ who: 'Ada' }).text).toBe('Ada runs');
	});

	test('what is filled in is not searched for slots', () => {
		const pair = promptTemplate('{a} {b}');
		expect(pair({ a: '{b} {{b}} {c}', b: '{a}' }).text).toBe('{b} {{b}} {c} {a}');
		expect(pair({ a: '{', b: 'a}' }).text).toBe('{ a}');
		expect(pair({ a: prompt`{b}`, b: shotList([shot(4, '{a}')]) }).text).toBe('{b} Shot 1 (0-4s): {a}');
		expect(fill('{a}{b}', { a: '$&', b: '$1 $$' }).text).toBe('$&$1 $$');
	});

	test.each([
		['a letter before a slot', 'user{hero}', 'user @image1'],
		['a digit behind a slot', '{hero}2 cats', '@image1 2 cats'],
		['a slot behind a slot', '{hero}{hero}', '@image1 @image1'],
	])('%s changes no number', (_, text, result) => {
		expect(fill(text, { hero }).text).toBe(result);
	});

	test('a placeholder by hand beside handles is refused', () => {
		const beside = '@image1 stands beside handles, whose numbers may change: use a handle for it';
		expect(messagesOf(() => fill('{hero} and @image1', { hero }))).toStrictEqual([beside]);
		expect(messagesOf(() => fill('{hero} and {other}', { hero, other: '@image1' }))).toStrictEqual([beside]);
		expect(messagesOf(() => fill('{hero} and @image{number}', { hero, number: 1 }))).toStrictEqual([beside]);
		expect(fill('{hero} and @image1', { hero: 'Ada' }).text).toBe('Ada and @image1');
	});

	test('two shot lists are refused', () => {
		const message = 'a prompt has one shot list: put all shots into a single shotList()';
		expect(messagesOf(() => fill('{a} {b}', { a: story, b: prompt`Then ${story}` }))).toStrictEqual([message]);
		expect(messagesOf(() => fill('{a} {a}', { a: story }))).toStrictEqual([message]);
	});

	test('a chain takes it', () => {
		const dance = promptTemplate('The {hero} dances in {place}')({ hero, place: tower });
		const { content } = video().text(dance).resolution('720p').build();
		expect(content).toStrictEqual([
			{ type: 'text', text: 'The @image1 dances in @video1' },
			{ type: 'image_url', image_url: { url: hero.url }, role: 'reference_image' },
			{ type: 'video_url', video_url: { url: tower.url }, role: 'reference_video' },
		]);
	});
});

describe('slots', () => {
	test.each<[string, readonly string[]]>([
		['A cat', []],
		['', []],
		['{hero}', ['hero']],
		['{hero} {villain} {hero}', ['hero', 'villain']],
		['{_} {$} {a1} {A_b$2}', ['_', '$', 'a1', 'A_b$2']],
		['{主角}在{地点}跳舞', ['主角', '地点']],
		['{größe} {имя} {🐈}', ['größe', 'имя', '🐈']],
		[
			'{constructor} {toString} {__proto__} {hasOwnProperty}',
			['constructor', 'toString', '__proto__', 'hasOwnProperty'],
		],
		['{"a": 1}', []],
		['{} { hero} {hero } {he ro} {1st} {a-b} {a.b} {a:b}', []],
		['{{"a": {"b": 1}}}', []],
		['{ {hero}', ['hero']],
		['{{hero}', ['hero']],
		['{hero}}', ['hero']],
		['{"hero": "{hero}"}', ['hero']],
		['{a{hero}b}', ['hero']],
		['} {hero', []],
		['{hero', []],
		['${hero} `{hero}`', ['hero']],
		['{\nhero}', []],
	])('the slots of %j are %j', (text, slots) => {
		const template = promptTemplate(text);
		expect(template.slots).toStrictEqual(slots);
		expect(Object.isFrozen(template.slots)).toBe(true);
		expect(Object.isFrozen(template)).toBe(true);
		const values = Object.fromEntries(slots.map((slot) => [slot, 'Ada']));
		expect(fill(text, values).text).toBe(slots.reduce((filled, slot) => filled.replaceAll(`{${slot}}`, 'Ada'), text));
	});

	test.each([
		['{{mustache}}', 'mustache'],
		['{{ mustache }}', 'mustache'],
		['{{\n\tmustache\u3000}}', 'mustache'],
		['{{{mustache}}}', 'mustache'],
		['{a} {{1}} {{ b}} {{c}}', 'b'],
		['{{"a": 1}} {{ x {{b}}', 'b'],
		['{{主角}}', '主角'],
	])('%j is refused, because of %s', (text, name) => {
		expect(issuesOf(() => promptTemplate(text))).toStrictEqual([
			{ rule: 'slot', path: [], message: `"{{${name}}}" has two pairs of braces: write {${name}}` },
		]);
	});

	test.each(['{{}}', '{{ }}', '{{1}}', '{{a b}}', '{{a}b}', '{{a} }', '{{"a": 1}}', '{ {a} }', '{{\u00a0}}', '{{\n'])(
		'%j is not refused',
		(text) => {
			expect(() => promptTemplate(text)).not.toThrow();
		},
	);

	test.each([undefined, null, 5, ['{a}'], {}, prompt`{a}`])('a template of %j is refused', (text) => {
		const [issue] = issuesOf(() => promptTemplate(text as string));
		expect(issue).toMatchObject({ rule: 'shape', path: [] });
		expect(issue!.message).toMatch(/^text is .*: give a string$/);
	});

	test.each([
		['braces', '{'.repeat(200_000)],
		['white space in braces', `{{${'\u00a0'.repeat(200_000)}`],
		['letters in braces', `{{${'a'.repeat(200_000)}`],
		['pairs of braces', '{{ '.repeat(100_000)],
		['slots', '{a}'.repeat(100_000)],
	])('a text of many %s is read in a second', (_, text) => {
		const start = performance.now();
		fill(text, text.includes('{a}') ? { a: 'b' } : {});
		expect(performance.now() - start).toBeLessThan(1_000);
	});
});

describe('wrong values', () => {
	test('each slot without a value is named', () => {
		expect(issuesOf(() => fill('{hero} in {place}', {}))).toStrictEqual([
			{ rule: 'slot', path: ['hero'], message: expected('hero', 'has no value') },
			{ rule: 'slot', path: ['place'], message: expected('place', 'has no value') },
		]);
	});

	test('a slot that is repeated is named once', () => {
		expect(messagesOf(() => fill('{hero} {hero}', {}))).toStrictEqual([expected('hero', 'has no value')]);
	});

	test('each value without a slot is named', () => {
		expect(issuesOf(() => fill('{hero}', { hero, place: tower, 'a b': 1 }))).toStrictEqual([
			{ rule: 'slot', path: ['place'], message: 'the template has no slot {place}: remove the value' },
			{ rule: 'slot', path: ['a b'], message: 'the template has no slot {a b}: remove the value' },
		]);
	});

	test.each<[unknown, string]>([
		[undefined, 'has no value'],
		[null, 'is null'],
		[false, 'is false'],
		[{}, 'is an object'],
		[['Ada'], 'is a list'],
		[shot(4, 'A cat'), 'is an object'],
		[promptTemplate('{a}'), 'is a function'],
	])('a value that a prompt cannot hold is named with its slot: %j', (value, found) => {
		expect(messagesOf(() => fill('A {hero}', { hero: value }))).toStrictEqual([expected('hero', found)]);
	});

	test('all that is wrong is said at once', () => {
		expect(messagesOf(() => fill('{hero} {place} {story} @image1', { hero, place: null, extra: 1 }))).toStrictEqual([
			expected('place', 'is null'),
			expected('story', 'has no value'),
			'the template has no slot {extra}: remove the value',
			'@image1 stands beside handles, whose numbers may change: use a handle for it',
		]);
	});

	test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'])(
		'a slot {%s} has a value only if it is given one',
		(name) => {
			const text = `A {${name}}`;
			expect(messagesOf(() => fill(text, {}))).toStrictEqual([expected(name, 'has no value')]);
			expect(fill(text, Object.fromEntries([[name, hero]])).text).toBe('A @image1');
			expect(fill(text, JSON.parse(`{"${name}": "cat"}`)).text).toBe('A cat');
		},
	);

	test('a __proto__ key from JSON is a value without a slot', () => {
		expect(messagesOf(() => fill('A cat', JSON.parse('{"__proto__": 1}')))).toStrictEqual([
			'the template has no slot {__proto__}: remove the value',
		]);
	});

	test.each([undefined, null, 5, true])('%j has no values', (values) => {
		expect(messagesOf(() => fill('A {hero}', values))).toStrictEqual([expected('hero', 'has no value')]);
		expect(fill('A cat', values).text).toBe('A cat');
	});

	test('values that cannot be read are refused in a sentence', () => {
		const thrower = new Proxy(
			{},
			{
				ownKeys: () => {
					throw new Error('sk-secret');
				},
			},
		);
		const getter = {
			get hero() {
				throw new Error('sk-secret');
			},
		};
		const { proxy, revoke } = Proxy.revocable({}, {});
		revoke();
		for (const values of [thrower, getter, proxy]) {
			expect(issuesOf(() => fill('A {hero}', values))).toStrictEqual([
				{
					rule: 'unreadable',
					path: [],
					message: 'reading the request threw an error: pass plain JSON data',
				},
			]);
		}
	});

	test('at most a hundred issues are listed, in sentences that are brief', () => {
		const names = Array.from({ length: 300 }, (_, index) => [`${'x'.repeat(100_000)}${index}`, 1]);
		const issues = issuesOf(() => fill(`{${'y'.repeat(100_000)}}`, Object.fromEntries(names)));
		expect(issues).toHaveLength(100);
		for (const { message } of issues) expect(message.length).toBeLessThan(300);
		const text: string = `{{${'x'.repeat(100_000)}}}`;
		const [doubled] = messagesOf(() => promptTemplate(text));
		expect(doubled!.length).toBeLessThan(400);
	});
});
