import { expect, test } from 'vitest';
import { InvalidRequestError, parseRequest } from '../../src/index.js';

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
];

test.each(hostile)('%s is an InvalidRequestError, with a message of a page at most', (_, input) => {
	const error = caught(() => parseRequest(input));
	expect(error).toBeInstanceOf(InvalidRequestError);
	expect((error as Error).message.length).toBeLessThan(3_000);
	expect((error as Error).message).not.toContain('sk-secret');
});

test('a __proto__ key changes no prototype', () => {
	caught(() => parseRequest(JSON.parse('{"__proto__": {"polluted": true}}')));
	expect({}).not.toHaveProperty('polluted');
});

function caught(act: () => unknown): unknown {
	try {
		act();
	} catch (error) {
		return error;
	}
	return undefined;
}
