import { describe, expect, test } from 'vitest';
import { video } from '../../src/builder/index.js';
import { ConfigurationError, MediaFileError, TaskAbortedError } from '../../src/errors/index.js';
import { mediaFromFile, probeMedia } from '../../src/media-files/index.js';
import { fixtureBytes, refusal, wav } from './fixtures.js';

const png = fixtureBytes('image.png');
const uri = `data:image/png;base64,${png.toString('base64')}`;

describe('a handle is made', () => {
	test.each([
		['a File', new File([png], 'cat.jpg', { type: 'image/jpeg' })],
		['a Blob', new Blob([png])],
		['a Uint8Array', new Uint8Array(png)],
		['a Buffer', png],
		['an ArrayBuffer', new Uint8Array(png).buffer],
		['a part of a buffer', new Uint8Array([1, 2, 3, ...png]).subarray(3)],
		['a DataView, which the types do not list', new DataView(new Uint8Array(png).buffer) as unknown as Uint8Array],
	])('from %s', async (_, source) => {
		const handle = await mediaFromFile(source);
		expect(handle).toMatchObject({ kind: 'image', url: uri });
	});

	test('from a Blob of another realm, such as a test environment’s', async () => {
		const blob = { size: png.byteLength, slice: (start: number, end: number) => new Blob([png.subarray(start, end)]) };
		const source = { ...blob, arrayBuffer: () => Promise.reject(new Error('it is read in parts')) };
		expect((await mediaFromFile(source as unknown as Blob)).url).toBe(uri);
	});

	test('and goes into a request', async () => {
		const hero = await mediaFromFile(png, { as: 'image' });
		const voice = await mediaFromFile(wav(3), { as: 'audio' });
		const { content } = video().text`${hero} says ${voice}`.resolution('720p').build();
		expect(content).toStrictEqual([
			{ type: 'text', text: '@image1 says @audio1' },
			{ type: 'image_url', image_url: { url: uri }, role: 'reference_image' },
			{ type: 'audio_url', audio_url: { url: voice.url }, role: 'reference_audio' },
		]);
	});
});

describe('what is no file is refused', () => {
	test.each([
		['a path', 'cat.png', 'file is "cat.png": pass a File, another Blob, or bytes'],
		['nothing', undefined, 'file is undefined: pass a File, another Blob, or bytes'],
		['a list of bytes', [137, 80], 'file is a list: pass a File, another Blob, or bytes'],
		['a response', { arrayBuffer: () => png }, 'file is an object: pass a File, another Blob, or bytes'],
	])('%s', async (_, given, message) => {
		expect((await refusal(mediaFromFile(given as unknown as Blob), ConfigurationError)).message).toBe(message);
		expect((await refusal(probeMedia(given as unknown as Blob), ConfigurationError)).message).toBe(message);
	});

	test('an empty file', async () => {
		const empty = new File([], 'cat.png');
		const { file, problems } = await refusal(mediaFromFile(empty), MediaFileError);
		expect(file).toBe('cat.png');
		expect(problems).toStrictEqual([
			{
				reason: 'unreadable',
				source: 'this library',
				message: 'cat.png is empty: write it first, or pass another file',
			},
		]);
	});

	test('a buffer that was sent to a worker', async () => {
		const bytes = new Uint8Array(png);
		structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
		expect((await refusal(mediaFromFile(bytes), MediaFileError)).message).toMatch(/^the file is empty/);
		expect((await refusal(mediaFromFile(bytes.buffer), MediaFileError)).message).toMatch(/^the file is empty/);
	});

	test('a File whose file on disk changed', async () => {
		const broken = { arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) };
		const file = Object.assign(new File([png], 'cat.png'), { slice: () => broken });
		const error = await refusal(mediaFromFile(file as unknown as Blob), MediaFileError);
		expect(error.message).toBe('cat.png cannot be read: it was moved or changed; choose it again');
		expect(error.code).toBe('NotReadableError');
	});
});

describe('options', () => {
	test.each([
		[{ as: 'sound' }, 'as "sound" is invalid: choose image or audio'],
		[{ as: 'video' }, 'as "video" is invalid: a video needs a URL or asset://<id>: pass it to media.video()'],
		[{ upstreamLimits: 'no' }, 'upstreamLimits "no" is invalid: choose true or false'],
		[{ signal: 'stop' }, 'signal is "stop": give the signal of an AbortController'],
		['image', 'options is a string: pass an object, or leave it out'],
	])('%j is refused', async (options, message) => {
		expect((await refusal(mediaFromFile(png, options as object), ConfigurationError)).message).toBe(message);
	});

	test('a signal that has aborted stops the call before anything is read', async () => {
		const signal = AbortSignal.abort('enough');
		const { cause } = await refusal(mediaFromFile(png, { signal }), TaskAbortedError);
		expect(cause).toBe('enough');
		await refusal(probeMedia(png, { signal }), TaskAbortedError);
	});

	test('a signal ends the wait for a file that never comes', async () => {
		const controller = new AbortController();
		const never = { size: 5, slice: () => ({ arrayBuffer: () => new Promise(() => {}) }), arrayBuffer() {} };
		const call = mediaFromFile(never as unknown as Blob, { signal: controller.signal });
		controller.abort();
		await refusal(call, TaskAbortedError);
	});
});
