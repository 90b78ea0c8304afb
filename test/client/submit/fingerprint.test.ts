import { createHash } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { fingerprintOf } from '../../../src/client/submit/fingerprint.js';
import { ConfigurationError } from '../../../src/errors/index.js';
import { rejection, request } from '../fake-api.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

test('is the SHA-256 of the canonical form: the example of RFC 8785', async () => {
	const json =
		'{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],' +
		'"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}';
	const canonical =
		'{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
		'"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}';
	expect(await fingerprintOf(JSON.parse(json) as object)).toBe(sha256(canonical));
});

test('sorts keys by their UTF-16 units: the example of RFC 8785', async () => {
	const names = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
	const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
	const canonical = JSON.stringify(Object.fromEntries(sorted.map((name) => [`${name}x`, 0])));
	expect(await fingerprintOf(Object.fromEntries(names.map((name) => [`${name}x`, 0])))).toBe(sha256(canonical));
});

test.each([
	[{ a: -0 }, '{"a":0}'],
	[{ a: 1e21 }, '{"a":1e+21}'],
	[{ a: 'lone \ud83d' }, '{"a":"lone \ufffd"}'],
	[JSON.parse('{"__proto__":{"a":1}}') as object, '{"__proto__":{"a":1}}'],
	[{ b: [{ d: 1, c: 2 }], a: null }, '{"a":null,"b":[{"c":2,"d":1}]}'],
])('%j is hashed as %s', async (body, canonical) => {
	expect(await fingerprintOf(body)).toBe(sha256(canonical));
});

test('is the same whatever the order of the keys, and another for another request', async () => {
	const reordered = Object.fromEntries(
		['resolution', 'content', 'model'].map((field) => [field, request[field as 'model']]),
	);
	expect(Object.keys(reordered)).not.toEqual(Object.keys(request));
	expect(await fingerprintOf(reordered)).toBe(await fingerprintOf(request));
	expect(await fingerprintOf({ ...request, duration: 5 })).not.toBe(await fingerprintOf(request));
});

test('a platform without crypto is told so', async () => {
	vi.stubGlobal('crypto', undefined);
	const error = await rejection(fingerprintOf(request)).finally(() => vi.unstubAllGlobals());
	expect(error).toBeInstanceOf(ConfigurationError);
});
