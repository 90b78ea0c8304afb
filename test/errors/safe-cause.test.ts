import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { CallbackError } from '../../src/errors/index.js';
import { safeCause } from '../../src/errors/safe-cause.js';

const key = 'sk-0123456789abcdef';
const redact = (text: string): string => text.replaceAll(key, '[api key]');
const fail = (): never => {
	throw new Error(key);
};

/** What may not become a `cause` as it is. */
const unsafe: readonly (readonly [name: string, thrown: unknown])[] = [
	['a revoked proxy', revoked({})],
	['a revoked proxy of a function', revoked(() => {})],
	['a proxy whose every trap throws', throwing({})],
	['a proxy of an error whose every trap throws', throwing(new Error('x'))],
	['a getter that throws', Object.defineProperty({}, 'message', { enumerable: true, get: fail })],
	['an error whose stack throws', Object.defineProperty(new Error('x'), 'stack', { get: fail })],
	['an error whose name throws', Object.defineProperty(new Error('x'), 'name', { get: fail })],
	['an error whose cause throws', Object.defineProperty(new Error('x'), 'cause', { get: fail })],
	['a tag that throws', Object.defineProperty({}, Symbol.toStringTag, { get: fail })],
	['an inspect of its own that throws', { [inspect.custom]: fail }],
	['an error with a revoked proxy as its cause', new Error('x', { cause: revoked({}) })],
	['an error with a revoked proxy in a list', Object.assign(new Error('x'), { parts: [[revoked([])]] })],
	['a map with a revoked proxy', new Map([['a', revoked({})]])],
	['the key as text', `Bearer ${key}`],
	['an error with the key', new Error(`Bearer ${key}`)],
	['an error with the key in its cause', new Error('x', { cause: new Error(key) })],
	[
		'an error with the key in its headers',
		Object.assign(new Error('x'), { config: { headers: { authorization: key } } }),
	],
	['an error with the key in a header list', Object.assign(new Error('x'), { h: new Headers({ authorization: key }) })],
	[
		'an error with the key in a request',
		Object.assign(new Error('x'), { r: new Request('https://a.b', { headers: { a: key } }) }),
	],
	['a field that is named like the key', { [key]: 1 }],
	['a symbol with the key', Symbol(key)],
	['a set with the key', new Set([key])],
	['an inspect of its own with the key', { [inspect.custom]: () => key }],
	['an inherited field with the key', Object.create({ message: key })],
	['more values than are read', Object.assign(new Error('x'), { list: Array(10_000).fill(1) })],
];

test.each(unsafe)('%s is replaced by an error that can be printed', (_, thrown) => {
	const cause = safeCause(thrown, redact);
	expect(cause === thrown).toBe(false);
	expect(cause).toBeInstanceOf(Error);
	const error = new CallbackError('onProgress', 'task-1', cause);
	const printed = [
		inspect(error, { depth: Infinity, showHidden: true, getters: true }),
		String(error),
		JSON.stringify(error),
	];
	expect(printed.join('\n')).not.toContain(key);
});

describe('what can be printed is kept as it is:', () => {
	class OwnError extends Error {
		override name = 'OwnError';
		readonly #secret = 5;

		get secret(): number {
			return this.#secret;
		}
	}
	const cyclic = new Error('x');
	cyclic.cause = cyclic;
	test.each<[string, unknown]>([
		['an error', new Error('a bug')],
		['an error of a class', new OwnError('a bug')],
		['an error with fields', Object.assign(new Error('x'), { code: 'ENOENT', path: '/x', errno: -2 })],
		['an aggregate', new AggregateError([new Error('x'), 5])],
		['an abort', AbortSignal.abort().reason],
		['a cyclic error', cyclic],
		['a text', 'a bug'],
		['undefined', undefined],
		['null', null],
		['a bigint', 5n],
		['a function', () => {}],
		['a response', new Response('x')],
		['bytes', new Uint8Array(1e6)],
	])('%s', (_, thrown) => {
		expect(safeCause(thrown, redact)).toBe(thrown);
	});
});

function revoked(target: object): object {
	const { proxy, revoke } = Proxy.revocable(target, {});
	revoke();
	return proxy;
}

/** A proxy whose every trap throws the key. */
function throwing(target: object): object {
	return new Proxy(target, new Proxy({}, { get: () => fail }));
}
