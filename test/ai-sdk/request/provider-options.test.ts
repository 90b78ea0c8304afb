import { describe, expect, test } from 'vitest';
import { rejection, stage } from '../calls.js';

type Options = Record<string, never>;

/** Submits with options as JavaScript may pass them. */
async function refusal(seedance: unknown): Promise<{ readonly lines: readonly string[]; readonly creates: number }> {
	const { emulator, start } = stage();
	const error = await rejection(start({ providerOptions: { seedance: seedance as Options } }));
	return { lines: (error as Error).message.split('\n- '), creates: emulator.creates };
}

describe('an option of providerOptions.seedance', () => {
	test.each([
		['webSerch', true, 'unknown field "webSerch": did you mean webSearch?'],
		['return_last_frame', true, 'unknown field "return_last_frame": did you mean returnLastFrame?'],
		['cameraFixed', true, 'unknown field "cameraFixed": remove it'],
		['__proto__x', true, 'unknown field "__proto__x": remove it'],
		['toString', true, 'unknown field "toString": remove it'],
		['ratio', '1:1', 'unknown field "ratio": set aspectRatio beside providerOptions, as an option of the AI SDK'],
		[
			'generateAudio',
			true,
			'unknown field "generateAudio": set generateAudio beside providerOptions, as an option of the AI SDK',
		],
		['webSearch', 'yes', 'webSearch is "yes": give true or false'],
		['watermark', 1, 'watermark is 1: give true or false'],
		['returnLastFrame', null, 'returnLastFrame is null: give true or false'],
		['referenceImages', 'asset://a', 'referenceImages is "asset://a": give a list of sources'],
		['referenceAudio', {}, 'referenceAudio is an object: give a list of sources'],
	])('%s: %j is refused by its name', async (name, value, line) => {
		expect(await refusal({ [name]: value })).toStrictEqual({
			lines: ['the request breaks a rule:', `providerOptions.seedance: ${line}`],
			creates: 0,
		});
	});

	test.each([
		[{ firstFrame: 1 }, /^content\[1\]\.image_url: url is 1: give a string/],
		[{ lastFrame: 'asset://a' }, /a last frame requires a first frame/],
		[{ firstFrame: '/tmp/a.png' }, /the API cannot read a local file/],
		[{ referenceVideos: ['data:video/mp4;base64,AAAA'] }, /a video must be .*, not base64/],
		[{ referenceImages: [null] }, /^content\[1\]/],
	])('%j is judged as a source', async (options, line) => {
		const { lines, creates } = await refusal(options);
		expect(lines.slice(1)).toStrictEqual([expect.stringMatching(line)]);
		expect(creates).toBe(0);
	});

	test('that is undefined counts as left out', async () => {
		const { emulator, start } = stage();
		const options = { webSearch: undefined, referenceImages: undefined, firstFrame: undefined, resolution: undefined };
		await start({ providerOptions: { seedance: options } });
		expect(Object.keys(emulator.requests[0]!)).toStrictEqual(['model', 'content', 'resolution', 'ratio']);
	});
});

describe('providerOptions.seedance', () => {
	test.each([
		['a text', () => 'yes', 'is a string: pass an object'],
		['a list', () => [], 'is a list: pass an object'],
		['a proxy that throws', () => new Proxy({}, { ownKeys: () => expect.fail() }), 'could not be read: pass an object'],
	])('can’t be %s', async (_, options, problem) => {
		expect(await refusal(options())).toStrictEqual({ lines: [`providerOptions.seedance ${problem}`], creates: 0 });
	});

	test('may be absent, undefined or null', async () => {
		const { emulator, model } = stage();
		const call = { prompt: 'A cat', resolution: '1280x720' };
		await model.doStart({ ...call, providerOptions: { seedance: undefined } });
		await model.doStart({ ...call, providerOptions: { seedance: null as never } });
		await model.doStart(call);
		expect(emulator.creates).toBe(3);
	});
});
