import { deepStrictEqual, notDeepStrictEqual } from 'node:assert/strict';
import { describe, expect, test } from 'vitest';
import { dialogue, InvalidRequestError, media, prompt, shot, shotList, video, type Prompt } from '../../src/index.js';
import { issuesOf, messagesOf } from './issues-of.js';

const hero = media.image('https://example.com/hero.jpg');
const villain = media.image('https://example.com/villain.jpg');
const tower = media.video('https://example.com/tower.mp4');
const song = media.audio('https://example.com/song.mp3');
const story = shotList([shot(4, prompt`${hero} runs`)]);

/** Calls the tag with values that the compiler refuses. */
const loosely = prompt as (strings: TemplateStringsArray, ...values: readonly unknown[]) => Prompt;

const copyOf = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

describe('what a prompt is made of', () => {
	test.each([
		['a text', prompt`A cat`, 'A cat'],
		['nothing', prompt``, ''],
		['a text as a value', prompt`A ${'cat'}`, 'A cat'],
		['a number', prompt`${3} cats, ${-0.5}`, '3 cats, -0.5'],
		['a handle', prompt`${hero} runs`, '@image1 runs'],
		['handles of three kinds', prompt`${hero} in ${tower} to ${song}`, '@image1 in @video1 to @audio1'],
		['two of a kind', prompt`${hero} meets ${villain}`, '@image1 meets @image2'],
		['no handles in a list', prompt`A cat${[]}`, 'A cat'],
		['one handle in a list', prompt`${[hero]} runs`, '@image1 runs'],
		['two handles in a list', prompt`${[hero, villain]} run`, '@image1 and @image2 run'],
		['three handles in a list', prompt`${[hero, tower, song]}.`, '@image1, @video1 and @audio1.'],
		['a prompt', prompt`In ${prompt`${tower}`}: ${prompt`A cat`}`, 'In @video1: A cat'],
		['a shot list', prompt`${hero} first.\n${story}`, '@image1 first.\nShot 1 (0-4s): @image1 runs'],
		['dialogue', prompt`${hero} says ${dialogue('“Hi”')}`, `@image1 says "'Hi'"`],
		['an escape that is none', prompt`${hero} opens C:\users`, String.raw`@image1 opens C:\users`],
	])('it takes %s', (_, { text }, expected) => {
		expect(text).toBe(expected);
	});

	test('its handles stand in the order of the text, whatever their kinds', () => {
		expect(prompt`In ${tower}, ${hero} dances to ${song}`.handles).toStrictEqual([tower, hero, song]);
	});

	test('each handle is there once, as the first of its kind and URL', () => {
		const again = media.image(hero.url);
		const { handles, text } = prompt`${hero}, ${villain}, ${again}, ${[villain, hero]}`;
		expect(handles).toStrictEqual([hero, villain]);
		expect(handles[0]).toBe(hero);
		expect(text).toBe('@image1, @image2, @image1, @image2 and @image1');
	});

	test('handles of one URL and two kinds are two', () => {
		const image = media.image('asset://a');
		const clip = media.video('asset://a');
		expect(prompt`${image}${clip}`.handles).toStrictEqual([image, clip]);
	});

	test('its parts are texts and handles, none of them empty and no two texts side by side', () => {
		expect(prompt`${''}A ${'cat '}${1}${hero}${''}${prompt`.`}${tower}`.parts).toStrictEqual([
			'A cat 1',
			hero,
			'.',
			tower,
		]);
	});

	test('it has the length of a shot list that it holds, at any depth', () => {
		expect(story.seconds).toBe(4);
		expect(prompt`${prompt`Noir. ${story}`}`.seconds).toBe(4);
		expect(prompt`Noir.`.seconds).toBeUndefined();
		expect(Object.keys(prompt`Noir.`)).toStrictEqual(['text', 'handles', 'parts']);
	});
});

describe('nesting', () => {
	test('the handles of fragments are merged and numbered anew', () => {
		const opening = prompt`In ${tower}, ${villain} wakes`;
		const closing = prompt`${hero} beats ${villain}`;
		const scene = prompt`${closing}. ${opening}. ${closing}.`;
		expect(scene.text).toBe('@image1 beats @image2. In @video1, @image2 wakes. @image1 beats @image2.');
		expect(scene.handles).toStrictEqual([hero, villain, tower]);
		expect(opening.text).toBe('In @video1, @image1 wakes');
	});

	test('a prompt in a prompt is the prompt', () => {
		const scene = prompt`In ${tower}, ${hero} wakes. ${story}`;
		expect(prompt`${scene}`).toStrictEqual(scene);
		expect(prompt`${prompt`${prompt`${scene}`}`}`).toStrictEqual(scene);
	});

	const three = [hero, tower, song] as const;
	const orders = permutations(three);
	const shapes: Readonly<Record<string, (handles: readonly unknown[]) => Prompt>> = {
		'side by side': ([a, b, c]) => loosely`${a} ${b} ${c}`,
		'two in a fragment, then one': ([a, b, c]) => loosely`${loosely`${a} ${b}`} ${c}`,
		'one, then two in a fragment': ([a, b, c]) => loosely`${a} ${loosely`${b} ${c}`}`,
		'each in a fragment': ([a, b, c]) => loosely`${loosely`${a}`} ${loosely`${b}`} ${loosely`${c}`}`,
		'one in the other': ([a, b, c]) => loosely`${loosely`${loosely`${a}`} ${b}`} ${c}`,
		'with repetitions': ([a, b, c]) => loosely`${loosely`${a} ${b} ${c}`}${loosely` ${c} ${a}`}`,
	};

	test('there are six orders', () => {
		expect(new Set(orders.map((order) => order.map(({ kind }) => kind).join()))).toHaveLength(6);
	});

	test.each(
		Object.entries(shapes).flatMap(([shape, build]) =>
			orders.map((order) => ({ shape, build, order, kinds: order.map(({ kind }) => kind).join() })),
		),
	)('$kinds are numbered by kind and put in order: $shape', ({ shape, build, order }) => {
		const scene = build(order);
		const [a, b, c] = order.map(({ kind }) => `@${kind}1`);
		const text = shape === 'with repetitions' ? `${a} ${b} ${c} ${c} ${a}` : `${a} ${b} ${c}`;
		expect(scene.text).toBe(text);
		expect(scene.handles).toStrictEqual(order);
		const request = video().text(scene).resolution('720p').build();
		expect(request.content).toStrictEqual([
			{ type: 'text', text },
			{ type: 'image_url', image_url: { url: hero.url }, role: 'reference_image' },
			{ type: 'video_url', video_url: { url: tower.url }, role: 'reference_video' },
			{ type: 'audio_url', audio_url: { url: song.url }, role: 'reference_audio' },
		]);
	});

	test.each(permutations(['a', 'b', 'c', 'd'] as const))('%s, %s, %s, %s: two images and two videos', (...order) => {
		const handles = { a: hero, b: villain, c: tower, d: media.video('asset://d') };
		const [one, two, three, four] = order.map((name) => handles[name]);
		const scene = loosely`${loosely`${one} ${two}`} ${loosely`${three} ${loosely`${four} ${one}`}`}`;
		const numbers = { image: 0, video: 0 };
		const names = order.map((name) => `@${handles[name].kind}${++numbers[handles[name].kind]}`);
		expect(scene.text).toBe([...names, names[0]].join(' '));
	});
});

describe('seams', () => {
	test.each([
		['a digit behind a handle', prompt`${hero}2 cats`, '@image1 2 cats'],
		['a number behind a handle', prompt`${hero}${2} cats`, '@image1 2 cats'],
		['a fragment that begins with a digit', prompt`${hero}${prompt`2 cats`}`, '@image1 2 cats'],
		['a fragment that ends with a handle', prompt`${prompt`${hero}`}2 cats`, '@image1 2 cats'],
		['a digit behind an empty text', prompt`${hero}${''}${prompt``}${'2'} cats`, '@image1 2 cats'],
		['a letter behind a handle', prompt`${hero}s`, '@image1s'],
		['a letter before a handle', prompt`user${hero}`, 'user @image1'],
		['a digit before a handle', prompt`${2}${hero}`, '2 @image1'],
		['a letter at the end of a fragment', prompt`${prompt`user`}${hero}`, 'user @image1'],
		['a letter before a fragment', prompt`user${prompt`${hero}`}`, 'user @image1'],
		['two handles', prompt`${hero}${villain}`, '@image1 @image2'],
		['two fragments of a handle', prompt`${prompt`${hero}`}${prompt`${villain}`}`, '@image1 @image2'],
		['a bracket', prompt`(${hero})`, '(@image1)'],
		['a letter of another script', prompt`猫${hero}在跑`, '猫@image1在跑'],
		['an @', prompt`@${hero}`, '@@image1'],
		['a name that becomes none', prompt`@image${hero}`, '@image @image1'],
	])('%s changes no number', (_, scene, text) => {
		expect(scene.text).toBe(text);
		// The chain numbers it in the same way.
		const { content } = video().text(scene).referenceImage('asset://z').resolution('720p').build();
		expect(content[0]).toStrictEqual({ type: 'text', text });
	});
});

describe('a placeholder by hand', () => {
	const beside = '@image1 stands beside handles, whose numbers may change: use a handle for it';

	test.each<[string, () => unknown]>([
		['in the text', () => prompt`${hero} and @image1`],
		['before the handle', () => prompt`@image1 and ${hero}`],
		['in a value', () => prompt`${hero} and ${'@image1'}`],
		['in a fragment', () => prompt`${prompt`@image1 runs`}. ${hero} too`],
		['with the handle in the fragment', () => prompt`@image1 runs. ${prompt`${hero} too`}`],
		['with a handle of another kind', () => prompt`@image1 in ${tower}`],
		['in a shot list', () => prompt`${shotList([shot(4, '@image1 runs')])} ${tower}`],
		['made of two texts', () => prompt`@${'image1'} and ${hero}`],
		['made of a text and a number', () => prompt`${hero} and @image${1}`],
		['made of two fragments', () => prompt`${prompt`@im`}${prompt`age1`} and ${hero}`],
		['made of a fragment and the text', () => prompt`${hero}. ${prompt`@image`}1`],
		['made of a template and a list', () => prompt`${prompt`See @image`}${prompt`1${[hero]}`}`],
		['behind a letter of another script', () => prompt`猫@image1 and ${hero}`],
	])('is refused beside a handle: %s', (_, create) => {
		expect(messagesOf(create)).toStrictEqual([beside]);
	});

	test.each([
		['without handles', prompt`@image1 runs`],
		['in a fragment, without handles', prompt`${prompt`@image1 runs`} and ${prompt`@video1`}`],
		['as an address', prompt`${hero} writes to me@image1.com`],
		['as an address made of two texts', prompt`${hero} writes to ${'me'}@image1.com`],
		['without a number', prompt`${hero} and @image`],
		['in another form', prompt`${hero} and [Image 1]`],
	])('stands %s', (_, { text }) => {
		expect(text).toMatch(/@?image/i);
	});

	test('is truncated in the sentence', () => {
		const [message] = messagesOf(() => prompt`${hero} and ${`@image${'9'.repeat(1_000_000)}`}`);
		expect(message!.length).toBeLessThan(300);
	});
});

describe('as text', () => {
	test('a prompt without handles is its text', () => {
		const scene = prompt`A ${'cat'}`;
		expect(String(scene)).toBe('A cat');
		expect(`${scene as unknown as string}!`).toBe('A cat!');
		expect((scene as unknown as string) + '!').toBe('A cat!');
	});

	test.each<[string, (scene: never) => unknown]>([
		['in a template', (scene: string) => `${scene}!`],
		['by String()', (scene) => String(scene)],
		['by toString()', (scene: Prompt) => scene.toString()],
		['by +', (scene: string) => scene + '!'],
		['by join()', (scene) => [scene].join()],
	])('a prompt with handles refuses to be text %s', (_, read) => {
		const scene = prompt`${hero} runs` as never;
		expect(() => read(scene)).toThrow(TypeError);
		expect(() => read(scene)).toThrow('pass it to .text() or prompt`${…}`, so that its media are attached');
	});
});

describe('as a value', () => {
	const equal: readonly (readonly [string, unknown, unknown])[] = [
		['the same text', prompt`A cat`, prompt`A cat`],
		['another composition', prompt`${prompt`A`} ${'cat'}`, prompt`A cat`],
		['handles of one URL', prompt`${hero} runs`, prompt`${media.image(hero.url)} runs`],
		['a copy of a handle', prompt`${copyOf(hero)} runs`, prompt`${hero} runs`],
		['a copy of a prompt', prompt`${copyOf(prompt`${hero} runs`)}`, prompt`${hero} runs`],
		['a list and prose', prompt`${[hero, villain]}`, prompt`${hero} and ${villain}`],
		['one shot list', prompt`${story}`, story],
	];
	const different: readonly (readonly [string, unknown, unknown])[] = [
		['texts', prompt`A cat`, prompt`A dog`],
		['handles', prompt`${hero}`, prompt`${villain}`],
		['kinds', prompt`${media.image('asset://a')}`, prompt`${media.video('asset://a')}`],
		['a handle and a placeholder', prompt`${hero}`, prompt`@image1`],
		['a shot list and its text', shotList([shot(4, 'A cat')]), prompt`Shot 1 (0-4s): A cat`],
		['lengths', shotList([shot(4, 'A cat')]), shotList([shot(5, 'A cat')])],
	];

	test.each(equal)('prompts with %s are equal', (_, one, other) => {
		expect(one).toEqual(other);
		expect(one).toStrictEqual(other);
		deepStrictEqual(one, other);
	});

	test.each(different)('prompts with different %s are not equal', (_, one, other) => {
		expect(one).not.toEqual(other);
		expect(one).not.toStrictEqual(other);
		notDeepStrictEqual(one, other);
	});

	test('it is frozen all the way down', () => {
		const open: unknown[] = [prompt`In ${tower}, ${copyOf(hero)} runs. ${copyOf(story)}`];
		for (const value of open) {
			if (typeof value !== 'object' || value === null) continue;
			expect(Object.isFrozen(value)).toBe(true);
			open.push(...Object.values(value));
		}
		expect(open.length).toBeGreaterThan(15);
	});

	test('a later change of a copy changes nothing', () => {
		const copy = copyOf(prompt`${hero} runs`) as unknown as { parts: { url: string }[] };
		const scene = loosely`${copy}!`;
		copy.parts[0]!.url = 'https://example.com/other.jpg';
		expect(scene).toStrictEqual(prompt`${hero} runs!`);
	});

	test.each<[string, (value: Prompt) => Prompt]>([
		['JSON', copyOf],
		['structuredClone', structuredClone],
		['a spread', (value) => ({ ...value })],
	])('a copy by %s stands for the prompt in a chain and in a prompt', (_, copy) => {
		const scene = prompt`In ${tower}, ${hero} runs to ${song}. ${story}`;
		const payload = video().text(scene).resolution('720p').build();
		expect(copy(scene)).toEqual({ ...scene });
		expect(video().text(copy(scene)).resolution('720p').build()).toStrictEqual(payload);
		expect(video().text`${copy(scene)}`.resolution('720p').build()).toStrictEqual(payload);
		expect(prompt`${copy(scene)}`).toStrictEqual(scene);
		expect(shotList([shot(4, copy(prompt`${hero}`) as Prompt<[typeof hero], undefined>)])).toStrictEqual(
			shotList([shot(4, prompt`${hero}`)]),
		);
	});

	test('its JSON has its text, its handles, its parts and its length', () => {
		expect(copyOf(story)).toStrictEqual({
			text: 'Shot 1 (0-4s): @image1 runs',
			handles: [{ kind: 'image', url: hero.url }],
			parts: ['Shot 1 (0-4s): ', { kind: 'image', url: hero.url }, ' runs'],
			seconds: 4,
		});
	});
});

describe('what a prompt cannot hold', () => {
	const expected = (position: number, found: string): string =>
		`value ${position} requires a text, a number, a handle, a list of handles or a prompt: it ${found}`;

	test.each<[string, unknown, string]>([
		['undefined', undefined, 'has no value'],
		['null', null, 'is null'],
		['a truth value', true, 'is true'],
		['a bigint', 5n, 'is a bigint'],
		['a symbol', Symbol('cat'), 'is a symbol'],
		['a function', () => 'A cat', 'is a function'],
		['an object', {}, 'is an object'],
		['an object without a prototype', Object.create(null), 'is an object'],
		['a list of texts', ['A cat'], 'is a list'],
		['a list with a text', [hero, 'A cat'], 'is a list'],
		['a list with holes', Array(2 ** 30), 'is a list'],
		['a list of lists', [[hero]], 'is a list'],
		['a shot', shot(4, 'A cat'), 'is an object'],
		['a URL', new URL(hero.url), 'is an object'],
		['a chain', video().text('A cat'), 'is an object'],
		['a handle of no kind', { kind: 'text', url: hero.url }, 'is an object'],
		['a handle without a URL', { kind: 'image' }, 'is an object'],
		['parts that are no list', { parts: 'A cat' }, 'is an object'],
		['parts that are none', { parts: ['A cat', 5] }, 'is an object'],
		['a length that is a text', { parts: ['A cat'], seconds: '5' }, 'is an object'],
	])('%s is named', (_, value, found) => {
		expect(messagesOf(() => loosely`A ${value}`)).toStrictEqual([expected(1, found)]);
	});

	test('each wrong value has an issue with its place', () => {
		const wrong = (): Prompt => loosely`${null} ${hero} ${undefined} @image1`;
		expect(issuesOf(wrong)).toStrictEqual([
			{ rule: 'prompt-value', path: [0], message: expected(1, 'is null') },
			{ rule: 'prompt-value', path: [2], message: expected(3, 'has no value') },
			{
				rule: 'mixed-placeholder',
				path: [],
				message: '@image1 stands beside handles, whose numbers may change: use a handle for it',
			},
		]);
		expect(wrong).toThrow(/^the prompt breaks 3 rules:\n- value 1 requires/);
	});

	test('a second shot list is refused, at any depth', () => {
		const message = 'a prompt has one shot list: put all shots into a single shotList()';
		expect(messagesOf(() => loosely`${story} ${story}`)).toStrictEqual([message]);
		expect(messagesOf(() => loosely`${loosely`${story}`} ${loosely`Then ${loosely`${story}`}`}`)).toStrictEqual([
			message,
		]);
	});

	test('parentheses in place of a template are refused in a sentence', () => {
		const message = 'prompt is a template tag: write prompt`…` without parentheses';
		const call = prompt as unknown as (...values: readonly unknown[]) => unknown;
		for (const values of [[], ['A cat'], [['A cat'], hero], [null], [5], [revoked([])], [hero]]) {
			expect(messagesOf(() => call(...values))).toStrictEqual([message]);
		}
	});

	/** A getter or a trap that throws after it was asked some times. */
	function breaking(after: number): () => void {
		let left = after;
		return () => {
			if (left-- <= 0) throw new Error('sk-secret');
		};
	}

	const handler = (tick: () => void): ProxyHandler<object> => ({
		get: (target, name, receiver) => (tick(), Reflect.get(target, name, receiver) as unknown),
		has: (target, name) => (tick(), Reflect.has(target, name)),
		getPrototypeOf: (target) => (tick(), Reflect.getPrototypeOf(target)),
		getOwnPropertyDescriptor: (target, name) => (tick(), Reflect.getOwnPropertyDescriptor(target, name)),
		ownKeys: (target) => (tick(), Reflect.ownKeys(target)),
	});

	const originals: Readonly<Record<string, object>> = {
		'a handle': hero,
		'a copy of a handle': copyOf(hero),
		'a list of handles': [hero, villain],
		'a prompt': prompt`${hero} runs`,
		'a copy of a prompt': copyOf(story),
		'a plain object': {},
	};

	test.each(Object.entries(originals))('a proxy of %s throws nothing raw, whenever it breaks', (_, original) => {
		for (let after = 0; after < 40; after++) {
			const value = (): object => new Proxy(original, handler(breaking(after)));
			const results = [
				kindOfError(() => loosely`A ${value()}`),
				kindOfError(() => shotList([shot(4, value() as Prompt<[], undefined>)])),
				kindOfError(() =>
					video()
						.text(value() as Prompt)
						.resolution('720p')
						.build(),
				),
				kindOfError(() => video().text`A ${value() as Prompt}`.resolution('720p').build()),
			];
			expect(['none', 'InvalidRequestError']).toEqual(expect.arrayContaining(results));
		}
		expect(messagesOf(() => loosely`A ${revoked(original)}`)).toHaveLength(1);
	});

	test('a handle that changes while it is read is read once', () => {
		let reads = 0;
		const flaky = {
			kind: 'image',
			get url(): string {
				return `https://example.com/${++reads}.jpg`;
			},
		};
		expect(loosely`${flaky} runs`).toStrictEqual(prompt`${media.image('https://example.com/1.jpg')} runs`);
	});

	/** The name of the error that a call throws, or `none`. */
	function kindOfError(run: () => unknown): string {
		try {
			run();
		} catch (error) {
			const isSafe = error instanceof InvalidRequestError && !error.message.includes('sk-secret');
			return isSafe ? error.name : String(error);
		}
		return 'none';
	}

	function revoked(target: object): object {
		const { proxy, revoke } = Proxy.revocable(target, {});
		revoke();
		return proxy;
	}
});

test('a prompt is built of a thousand fragments, one in the other', () => {
	let scene: Prompt = prompt`0`;
	for (let index = 1; index <= 1_000; index++) scene = prompt`${scene} ${index % 2 === 0 ? hero : tower}`;
	expect(scene.handles).toStrictEqual([tower, hero]);
	expect(scene.text).toHaveLength('0'.length + 1_000 * ' @image1'.length);
});

function permutations<Item>(items: readonly Item[]): Item[][] {
	if (items.length === 0) return [[]];
	const without = (index: number): Item[] => items.filter((_, other) => other !== index);
	return items.flatMap((item, index) => permutations(without(index)).map((rest) => [item, ...rest]));
}
