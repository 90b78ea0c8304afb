import { expect, test } from 'vitest';
import { InvalidRequestError, parseRequest, requestSchema, video } from '../../src/index.js';

const cyclic: Record<string, unknown> = {};
cyclic['self'] = cyclic;
cyclic['content'] = [cyclic];

const thrower = new Proxy(
	{},
	{
		get() {
			throw new Error('sk-secret');
		},
		ownKeys() {
			throw new Error('sk-secret');
		},
	},
);

const tenMegabytes = 'x'.repeat(10 * 1024 * 1024);
const base = { model: 'seedance-2.0-ultra', resolution: '720p' };

const hostile: readonly [name: string, input: unknown][] = [
	['null', null],
	['undefined', undefined],
	['a number', Number.NaN],
	['a bigint', 1n],
	['a symbol', Symbol('request')],
	['a function', () => base],
	['a list', [base]],
	['a cyclic object', cyclic],
	['a getter that throws', Object.defineProperty({ ...base }, 'content', { enumerable: true, get: () => thrower })],
	['a proxy that throws', thrower],
	['a proxy inside', { ...base, content: [thrower] }],
	['a __proto__ key', JSON.parse('{"__proto__": {"content": []}, "model": "seedance-2.0-ultra"}')],
	['a 10 MB string', tenMegabytes],
	['a 10 MB key', { ...base, content: [], [tenMegabytes]: 1 }],
	['a 10 MB source', { ...base, content: [{ type: 'image_url', image_url: { url: tenMegabytes } }] }],
	['10 MB of placeholders', { ...base, content: [{ type: 'text', text: '@image1 '.repeat(1024 * 1280) }] }],
	['10 MB of digits', { ...base, content: [{ type: 'text', text: `@image${'9'.repeat(10 * 1024 * 1024)}` }] }],
	[
		'10,000 wrong items',
		{ ...base, content: Array.from({ length: 10_000 }, () => ({ type: 'text', text: 1, txt: 2 })) },
	],
	[
		'10,000 images',
		{ ...base, content: Array.from({ length: 10_000 }, () => ({ type: 'image_url', image_url: { url: 'cat.jpg' } })) },
	],
	['10⁶ items', { ...base, content: Array.from({ length: 1e6 }, () => ({ type: 'text', text: 'x' })) }],
	[
		'10⁶ unknown keys',
		{ ...base, ...Object.fromEntries(Array.from({ length: 1e6 }, (_, index) => [`key${index}`, 1])) },
	],
	['a list of 2³² - 1 items', { ...base, content: Object.assign([], { length: 2 ** 32 - 1 }) }],
	['a proxy of a list that says it is endless', { ...base, content: new Proxy([], { get: () => Infinity }) }],
	['a proxy of a list whose length is a text', { ...base, content: new Proxy([], { get: () => '9' }) }],
	['10¹² items in a few lists', { ...base, content: nested(4) }],
	['10¹⁵ items in a few lists, in an unknown field', { ...base, content: [], x: nested(5) }],
	[
		'10 GB in one text that is repeated',
		{ ...base, content: Array.from({ length: 1_000 }, () => ({ type: 'text', text: tenMegabytes })) },
	],
	[
		'10 GB of unknown fields',
		{ ...base, content: [], ...Object.fromEntries(Array.from({ length: 990 }, (_, index) => [index, tenMegabytes])) },
	],
	['1,000 levels', { ...base, content: deep(1_000) }],
	['100,000 levels', { ...base, content: deep(100_000) }],
	['a revoked proxy', revoked({})],
	['a revoked proxy as content', { ...base, content: revoked([]) }],
	['a revoked proxy as an item', { ...base, content: [revoked({})] }],
	[
		'a proxy whose toJSON throws',
		new Proxy(
			{ ...base, content: [] },
			{
				ownKeys: () => ['toJSON'],
				getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
				get: () => thrower,
			},
		),
	],
	['a toJSON', { ...base, content: [{ type: 'text', text: 'x' }], toJSON: () => ({}) }],
	['a boxed text', { ...base, content: [{ type: 'text', text: new String('x') }] }],
	['bytes', new Uint8Array(1e7)],
	['bytes as content', { ...base, content: new Uint8Array(1e7) }],
	['a map', new Map(Object.entries(base))],
	['a date', new Date()],
	['an error', new Error('sk-secret')],
	['a sparse list', { ...base, content: Object.assign(Array(1), { 1: { type: 'text', text: 'x' } }) }],
	[
		'a list with a getter that throws',
		{ ...base, content: Object.defineProperty([], 0, { enumerable: true, get: () => JSON.parse('sk-secret') }) },
	],
	['a function in an item', { ...base, content: [{ type: 'text', text: () => 'x' }] }],
	['a symbol in an item', { ...base, content: [{ type: 'text', text: Symbol('x') }] }],
	['a __proto__ key in an item', { ...base, content: [JSON.parse('{"type":"text","text":"x","__proto__":{"a":1}}')] }],
	['a lone surrogate as a key', { ...base, content: [], '\ud83d': 1 }],
];

test.each(hostile)('%s is an InvalidRequestError, with a message of a page at most', (_, input) => {
	const error = caught(() => parseRequest(input));
	expect(error).toBeInstanceOf(InvalidRequestError);
	expect((error as Error).message.length).toBeLessThan(3_000);
	expect((error as Error).message).not.toContain('sk-secret');
	expect(requestSchema.safeParse(input).success).toBe(false);
});

test.each([
	['items', { ...base, content: Array(1e6) }, 'content has 1000000 items: a request has at most 16', ['content']],
	[
		'fields',
		{ ...base, ...Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`a${index}`, 1])) },
		'request has more than 1000 fields: remove the unknown ones',
		[],
	],
	['levels', { ...base, content: deep(30) }, 'is nested more than 20 levels deep: pass plain JSON data', undefined],
	['values', { ...base, content: nested(3) }, 'request has more than 20000 values: pass plain JSON data', []],
])('what has too many %s says so in one issue', (_, input, message, path) => {
	const { issues } = caught(() => parseRequest(input)) as InvalidRequestError;
	expect(issues).toHaveLength(1);
	expect(issues[0]!.message).toContain(message);
	expect(issues[0]!.path).toEqual(path ?? issues[0]!.path);
});

test.each([
	['a proxy that throws', thrower],
	['a revoked proxy', revoked({})],
	['a revoked proxy of a list', revoked([])],
])('%s in a chain is an InvalidRequestError', (_, given) => {
	const source = given as never;
	const chain = video().resolution('720p');
	const builds = [
		() => chain.text(source).build(),
		() => chain.text`a ${source}`.build(),
		() => chain.firstFrame(source).build(),
		() => chain.referenceImage(source).build(),
		() => chain.text('A cat').options(source).build(),
	];
	for (const build of builds) expect(caught(build)).toBeInstanceOf(InvalidRequestError);
});

test('at most a hundred issues are listed', () => {
	const content = Array.from({ length: 900 }, () => ({ type: 'text', text: 1, txt: 2 }));
	expect((caught(() => parseRequest({ ...base, content })) as InvalidRequestError).issues).toHaveLength(100);
});

test('each property is read once, and the copy is what was read', () => {
	const reads: Record<string, number> = {};
	const counting = <T extends object>(target: T, name: string): T =>
		new Proxy(target, {
			get(of, field) {
				const key = `${name}.${String(field)}`;
				if (Object.hasOwn(of, field)) reads[key] = (reads[key] ?? 0) + 1;
				return Reflect.get(of, field) as unknown;
			},
		});
	const item = counting({ type: 'text', text: 'A cat' }, 'item');
	const parsed = parseRequest(counting({ ...base, content: counting([item], 'content') }, 'request'));
	expect(parsed).toEqual({ ...base, content: [{ type: 'text', text: 'A cat' }] });
	expect(new Set(Object.values(reads))).toEqual(new Set([1]));
});

test.each(['request', 'an item', 'a source', 'a tool'])(
	'of 10⁵ fields in %s behind a proxy, 1,001 at most are looked at',
	(place) => {
		const seen = { get: 0, getOwnPropertyDescriptor: 0, has: 0, ownKeys: 0 };
		const names = Object.keys(base).concat(Array.from({ length: 1e5 }, (_, index) => `key${index}`));
		const many: object = new Proxy(base, {
			ownKeys: () => (seen.ownKeys++, names),
			getOwnPropertyDescriptor: () => (
				seen.getOwnPropertyDescriptor++,
				{ value: 1, enumerable: true, configurable: true }
			),
			get: () => void seen.get++,
			has: () => (seen.has++, true),
		});
		const content = { 'an item': [many], 'a source': [{ type: 'image_url', image_url: many }] }[place] ?? [];
		const input = { ...base, content, ...(place === 'a tool' && { tools: [many] }) };
		const error = caught(() => parseRequest(place === 'request' ? many : input)) as InvalidRequestError;
		expect(error.message).toContain('has more than 1000 fields: remove the unknown ones');
		expect(seen.ownKeys).toBe(1);
		expect(seen.getOwnPropertyDescriptor).toBeLessThan(2_100); // two for each field: is it enumerable, is it an own one
		expect([seen.get, seen.has]).toEqual([1, 0]); // what kind of object it is
	},
);

test.each(['content', 'tools'])('no item of a list of 10⁶ behind a proxy is read in %s', (field) => {
	let reads = 0;
	const list = new Proxy(Array(1e6), {
		get: (target, name) => {
			if (name !== 'length') reads++;
			return Reflect.get(target, name) as unknown;
		},
		ownKeys: () => {
			throw new Error('not asked for');
		},
	});
	const { issues } = caught(() => parseRequest({ ...base, content: [], [field]: list })) as InvalidRequestError;
	expect(issues).toMatchObject([{ path: [field], message: expect.stringContaining(`${field} has 1000000 items`) }]);
	expect(reads).toBe(0);
});

test('a field that is undefined is left out, and the copy is frozen', () => {
	const input = { ...base, content: [{ type: 'text', text: 'A cat' }], ratio: undefined };
	const parsed = parseRequest(input);
	expect(Object.keys(parsed)).not.toContain('ratio');
	expect([Object.isFrozen(parsed), Object.isFrozen(parsed.content), Object.isFrozen(parsed.content[0])]).toEqual([
		true,
		true,
		true,
	]);
	input.content[0]!.text = 'A dog';
	expect(parsed.content[0]).toEqual({ type: 'text', text: 'A cat' });
});

test('a __proto__ key changes no prototype', () => {
	caught(() => parseRequest(JSON.parse('{"__proto__": {"polluted": true}}')));
	expect({}).not.toHaveProperty('polluted');
});

/** A list of lists, 1,000 in each, which share the lists in them: 1,000 to the power of `levels` items. */
function nested(levels: number): unknown {
	return Array.from({ length: levels }).reduce<unknown>((inner) => Array(1_000).fill(inner), 1);
}

function deep(levels: number): unknown {
	return Array.from({ length: levels }).reduce<unknown>((inner) => [inner], []);
}

function revoked(target: object): object {
	const { proxy, revoke } = Proxy.revocable(target, {});
	revoke();
	return proxy;
}

function caught(act: () => unknown): unknown {
	try {
		act();
	} catch (error) {
		return error;
	}
	return undefined;
}
