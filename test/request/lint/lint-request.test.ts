import { describe, expect, test } from 'vitest';
import { ConfigurationError, InvalidRequestError, lintRequest, parseRequest, video } from '../../../src/index.js';
import { advice } from '../../../src/rules.js';
import pageRequests from '../../fixtures/api-page-requests.json' with { type: 'json' };
import { framesOf, requestOf } from './requests.js';

const plain = requestOf('A cat plays the piano');
const chain = video().text('A cat --dur 8').resolution('720p');

test('a right request gets no advice', () => {
	expect(lintRequest(plain)).toStrictEqual([]);
});

test('the requests of the API page get no advice, but for the opening of the edit', () => {
	const found = Object.entries(pageRequests).map(([, request]) =>
		lintRequest(parseRequest({ ...(request as object), resolution: '720p' })).map(({ rule }) => rule),
	);
	expect(found.flat()).toStrictEqual(['opening']);
});

test('a chain and its payload get the same advice, and the fix is a payload', () => {
	const found = lintRequest(chain);
	expect(found).toStrictEqual(lintRequest(chain.build()));
	expect(found[0]?.fix).toStrictEqual({ ...requestOf('A cat'), duration: 8 });
});

test('anything with build() is taken', () => {
	expect(lintRequest({ build: () => plain })).toStrictEqual([]);
	const thrown = new Error('mine');
	const failing = {
		build(): never {
			throw thrown;
		},
	};
	expect(() => lintRequest(failing)).toThrow(thrown);
});

test('a fix is frozen, and the request is as it was', () => {
	const request = structuredClone(requestOf('[Image 1] --dur 8', { images: 1 }));
	const before = structuredClone(request);
	for (const { fix } of lintRequest(request)) {
		expect(Object.isFrozen(fix) && Object.isFrozen(fix?.content) && Object.isFrozen(fix?.content[0])).toBe(true);
	}
	expect(request).toStrictEqual(before);
	expect(Object.isFrozen(request)).toBe(false);
});

test('the advice is in the order of the catalogue', () => {
	const request = requestOf(`${'slow '.repeat(1001)} [Image 1] [Image 9] --dur 8 --dur 9 --seed 5 --wm true`, {
		images: 2,
		videos: 1,
	});
	const rules = lintRequest(request, { media: { 'https://example.com/video1': { seconds: 16 } } }).map(
		({ rule }) => rule,
	);
	expect([...new Set(rules)]).toStrictEqual([
		'prompt-length',
		'reference-form',
		'unattached-reference',
		'unmentioned-reference',
		'option-suffix',
		'suffix-conflict',
		'unsupported-suffix',
		'opening',
		'total-seconds',
	]);
	expect(Object.keys(advice).filter((rule) => rules.some((found) => found === rule))).toStrictEqual([
		...new Set(rules),
	]);
});

test.each([
	['null', null],
	['a text', 'A cat'],
	['an empty object', {}],
	['a request without a resolution', { ...plain, resolution: undefined }],
	['a dangling placeholder', requestOf('@image1')],
	['an unfinished chain', video().text('A cat')],
])('an invalid request is refused as parseRequest refuses it: %s', (_, request) => {
	expect(() => lintRequest(request as never)).toThrow(InvalidRequestError);
});

describe('options', () => {
	const request = framesOf('https://example.com/a.jpg', undefined, { ratio: '16:9' });
	const tall = { width: 1080, height: 1920 };
	const url = 'https://example.com/a.jpg';

	test.each([
		['an object', { [url]: tall }],
		['a Map', new Map([[url, tall]])],
		['a list', [{ url, ...tall }]],
		[
			'a list with several facts of one source, of which the last counts',
			[
				{ url, width: 16, height: 9 },
				{ url, ...tall },
			],
		],
		[
			'facts as probeMedia gives them',
			{ [url]: { kind: 'image', ...tall, bytes: 5, mediaType: 'image/jpeg' } as const },
		],
		[
			'facts of an object without a prototype',
			Object.assign(Object.create(null), { [url]: tall }) as Record<string, typeof tall>,
		],
	])('media may be %s', (_, media) => {
		expect(lintRequest(request, { media }).map(({ rule }) => rule)).toStrictEqual(['cropped-frame']);
	});

	test.each([
		['no facts', {}],
		['facts of another source', { 'https://example.com/b.jpg': { width: -1 } }],
		['undefined facts', { [url]: undefined }],
		['an empty Map', new Map()],
		['an empty list', []],
		['undefined', undefined],
	])('%s are no cause for advice', (_, media) => {
		expect(lintRequest(request, { media })).toStrictEqual([]);
	});

	test.each([
		[{ media: 'x' }, 'media is a string: pass an object of facts by source, a Map or a list'],
		[{ media: null }, 'media is null: pass an object'],
		[{ media: { [url]: null } }, 'media["https://example.com/a.jpg"] is null: pass an object of facts'],
		[{ media: { [url]: Promise.resolve(tall) } }, 'media["https://example.com/a.jpg"] is a promise: await it'],
		[
			{ media: { [url]: { width: '5' } } },
			'media["https://example.com/a.jpg"].width is "5": give a number of pixels over 0',
		],
		[{ media: { [url]: { height: 0 } } }, '.height is 0: give a number of pixels over 0'],
		[{ media: { [url]: { seconds: Number.NaN } } }, '.seconds is NaN: give a number of seconds, 0 or more'],
		[{ media: { [url]: { seconds: -1 } } }, '.seconds is -1: give a number of seconds, 0 or more'],
		[{ media: { [url]: { width: Infinity } } }, '.width is Infinity'],
		[{ media: [null] }, 'media[0] is null: pass an object with url and facts'],
		[{ media: [{ width: 5 }] }, 'media[0] has url undefined: give the source as text'],
		[{ medias: {} }, 'medias is no option: pass media'],
		[5, 'options is a number: pass an object, or leave it out'],
		[{ media: throwing() }, 'media could not be read'],
		[{ media: { [url]: throwing() } }, 'media["https://example.com/a.jpg"] could not be read'],
		[{ media: [throwing()] }, 'media[0] could not be read'],
	])('a wrong option is refused, case %#', (options, message) => {
		const call = (): unknown => lintRequest(request, options as never);
		expect(call).toThrow(ConfigurationError);
		expect(call).toThrow(message);
	});

	test('the key of a base64 source is shortened in an error', () => {
		const source = `data:image/png;base64,${'A'.repeat(1e6)}`;
		expect(() => lintRequest(framesOf(source), { media: { [source]: { width: -1 } } })).toThrow(/^.{1,120}$/);
	});
});

function throwing(): object {
	const fail = (): never => {
		throw new Error('sk-secret');
	};
	return new Proxy({}, { get: fail, has: fail, ownKeys: fail, getOwnPropertyDescriptor: fail });
}

const many = 300_000;

test.each([
	'--dur 5 ',
	'--dur 5',
	'--ratio --dur 5 ',
	'--',
	'--rs ',
	'[Image 1]',
	'[图9]',
	'@image1 ',
	'@video1 followed by ',
	'猫',
	' .',
	'a',
	'🐈\n',
])('many characters of %j are read', (part) => {
	const text = `A cat ${part.repeat(many / part.length)}`;
	const request = requestOf(text, { images: 1, videos: 1 });
	for (const { message } of lintRequest(request)) expect(message.length).toBeLessThan(800);
});

test('many different suffixes are one advice', () => {
	const text = Array.from({ length: 3e4 }, (_, index) => `--seed ${index}`).join(' ');
	expect(lintRequest(requestOf(text)).map(({ rule }) => rule)).toStrictEqual(['prompt-length', 'unsupported-suffix']);
});
