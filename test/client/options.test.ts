import { afterEach, describe, expect, test, vi } from 'vitest';
import { resolveOptions } from '../../src/client/options.js';
import { ConfigurationError } from '../../src/errors/index.js';

const apiKey = 'sk-0123456789abcdef';

afterEach(() => {
	vi.unstubAllEnvs();
	vi.unstubAllGlobals();
});

describe('the key', () => {
	test("is the environment's where none is given", () => {
		vi.stubEnv('SEEDANCE_API_KEY', 'from-the-environment');
		expect(resolveOptions({}).apiKey).toBe('from-the-environment');
		expect(resolveOptions({ apiKey }).apiKey).toBe(apiKey);
	});

	test('is freed from the blanks of a file that it was read from', () => {
		expect(resolveOptions({ apiKey: ` ${apiKey}\n` }).apiKey).toBe(apiKey);
	});

	test('may have the scheme of the header before it', () => {
		for (const scheme of ['Bearer ', 'bearer  ', ' BEARER\t']) {
			expect(resolveOptions({ apiKey: scheme + apiKey }).apiKey).toBe(apiKey);
		}
		expect(resolveOptions({ apiKey: 'Bearer-key' }).apiKey).toBe('Bearer-key');
	});

	test.each([[5n], [null], [{}], [Symbol('key')]])('that is no text is refused without being shown: %s', (given) => {
		expect(() => resolveOptions({ apiKey: given as never })).toThrow(ConfigurationError);
	});

	test.each([[undefined], [''], ['Bearer '], ['  \n']])('is missing where it is %j', (given) => {
		vi.stubEnv('SEEDANCE_API_KEY', '');
		expect(() => resolveOptions({ apiKey: given })).toThrow(
			'apiKey is missing: pass it to createClient or set SEEDANCE_API_KEY',
		);
	});

	test('is missing where there is no environment', () => {
		vi.stubGlobal('process', undefined);
		expect(() => resolveOptions({})).toThrow(ConfigurationError);
	});

	test("that a header can't carry is refused without being shown", () => {
		expect(() => resolveOptions({ apiKey: 'sk-0123\n456' })).toThrow(
			'apiKey has characters that a header cannot carry: copy it again',
		);
	});
});

describe('the base URL', () => {
	test.each([
		[undefined, 'https://ai.alad.com/'],
		['https://proxy.example/seedance/', 'https://proxy.example/seedance/'],
		[new URL('https://proxy.example'), 'https://proxy.example/'],
		['http://localhost:8080', 'http://localhost:8080/'],
		['http://127.0.0.1:8080', 'http://127.0.0.1:8080/'],
		['http://127.1.2.3', 'http://127.1.2.3/'],
		['http://[::1]:8080', 'http://[::1]:8080/'],
		['http://api.localhost', 'http://api.localhost/'],
		['https://ai.alad.com/v1', 'https://ai.alad.com/'],
		['https://ai.alad.com/v1/', 'https://ai.alad.com/'],
		['https://proxy.example/seedance/v1//', 'https://proxy.example/seedance/'],
		['https://proxy.example/v10', 'https://proxy.example/v10'],
		['https://proxy.example/av1', 'https://proxy.example/av1'],
		['https://v1.example/', 'https://v1.example/'],
	])('may be %s', (baseUrl, href) => {
		expect(resolveOptions({ apiKey, baseUrl }).baseUrl.href).toBe(href);
	});

	test('may be one that is named as insecure, and no other', () => {
		const allowInsecure = ['http://gateway.internal:8080/'];
		const settled = (baseUrl: string): unknown => resolveOptions({ apiKey, baseUrl, allowInsecure }).baseUrl.href;
		expect(settled('http://gateway.internal:8080/v')).toBe('http://gateway.internal:8080/v');
		expect(() => settled('http://gateway.internal:8081')).toThrow(ConfigurationError);
		expect(() => settled('http://other.internal:8080')).toThrow(ConfigurationError);
	});

	test.each([
		[
			'http://ai.alad.com',
			'http://ai.alad.com would receive the key without encryption: use https:, or add "http://ai.alad.com" to allowInsecure',
		],
		[
			'http://localhost.example',
			'http://localhost.example would receive the key without encryption: use https:, or add "http://localhost.example" to allowInsecure',
		],
		[
			'http://127.0.0.1.example',
			'http://127.0.0.1.example would receive the key without encryption: use https:, or add "http://127.0.0.1.example" to allowInsecure',
		],
		['https://ai.alad.com:6000', 'has the port 6000, which fetch refuses: use another port'],
		['http://127.0.0.1:1/v1', 'has the port 1, which fetch refuses: use another port'],
		['ftp://localhost', 'ftp://localhost would receive the key without encryption: use https:'],
		['ai.alad.com', '"ai.alad.com" is not a URL: write it like https://ai.alad.com'],
		[
			'https://user:secret@ai.alad.com',
			'has a user, a query or a fragment: give https://ai.alad.com and a path at most',
		],
		[
			'https://ai.alad.com/?key=secret',
			'has a user, a query or a fragment: give https://ai.alad.com and a path at most',
		],
	])('may not be %s', (baseUrl, problem) => {
		expect(() => resolveOptions({ apiKey, baseUrl })).toThrow(new ConfigurationError('baseUrl', problem));
	});
});

describe('the times', () => {
	test('have defaults', () => {
		expect(resolveOptions({ apiKey })).toMatchObject({
			requestTimeout: 300_000,
			polling: { interval: 5_000, maxInterval: 15_000, deadline: 1_800_000 },
		});
	});

	test('move the default of the other bound out of their way', () => {
		expect(resolveOptions({ apiKey, polling: { interval: 60_000 } }).polling).toMatchObject({ maxInterval: 60_000 });
		expect(resolveOptions({ apiKey, polling: { maxInterval: 100 } }).polling).toMatchObject({ interval: 100 });
	});

	test.each([5n, '5', null, Number.NaN, {}, Symbol('5')])('are numbers, and not %s', (time) => {
		for (const options of [
			{ requestTimeout: time },
			{ polling: { interval: time } },
			{ polling: { maxInterval: time } },
			{ polling: { deadline: time } },
		]) {
			if (time === null && 'polling' in options) continue; // stands for the default of a bound
			expect(() => resolveOptions({ apiKey, ...options } as never)).toThrow(ConfigurationError);
		}
	});

	test.each([
		[{ requestTimeout: 0 }, 'requestTimeout 0 is out of range: give milliseconds from 1 to 2147483647'],
		[{ polling: { deadline: Number.POSITIVE_INFINITY } }, 'polling.deadline Infinity is out of range'],
		[{ polling: { interval: Number.NaN } }, 'polling.interval NaN is out of range'],
		[{ polling: { interval: -1 } }, 'polling.interval -1 is out of range'],
		[
			{ polling: { interval: 20, maxInterval: 10 } },
			'polling.maxInterval 10 is less than polling.interval 20: give at least as much',
		],
	])('may not be %j', (options, message) => {
		expect(() => resolveOptions({ apiKey, ...options })).toThrow(message);
	});
});

test.each([
	[{ fetch: 'fetch' }, 'fetch is "fetch": give a function like the platform\'s fetch'],
	[{ fetch: null }, 'fetch is null'],
	[{ allowInsecure: 'http://a.test' }, 'allowInsecure is "http://a.test": give a list of origins'],
	[{ allowInsecure: null }, 'allowInsecure is null'],
	[{ baseUrl: 5n }, 'baseUrl a bigint is not a URL'],
	[{ baseUrl: null }, 'baseUrl null is not a URL'],
])('options that can not be used are refused: %s', (options, message) => {
	const given = { apiKey, ...options } as never;
	expect(() => resolveOptions(given)).toThrow(ConfigurationError);
	expect(() => resolveOptions(given)).toThrow(message);
});
