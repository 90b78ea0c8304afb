import { APICallError, createDownload, experimental_generateVideo as generateVideo } from 'ai';
import { describe, expect, test } from 'vitest';
import { createSeedance } from '../../src/ai-sdk/index.js';
import {
	accepted,
	createEmulator,
	failed,
	moderated,
	queued,
	reply,
	running,
	succeeded,
} from '../../src/testing/index.js';
import { rejection, stage, typical } from './calls.js';

describe('a create whose outcome is unknown is sent once, however often the AI SDK may retry', () => {
	test.each([
		['a reset after the API accepted it', accepted({ answer: reply.dropped() })],
		['a reset', reply.dropped()],
		['an HTML page', reply.html(502)],
		['an HTML page with 200', reply.html()],
		['HTTP 502', reply.error(502)],
		['HTTP 503', reply.error(503)],
		['HTTP 504', reply.error(504)],
		['an empty answer', reply.empty()],
		['half an answer', reply.truncated()],
		['no answer in time', reply.timeout()],
	])('%s', async (_, create) => {
		const { emulator, generate, start, submitted } = stage({ create: [create] }, { requestTimeout: 100 });
		expect(await rejection(generate({ maxRetries: 5 }))).toMatchObject({ name: 'SubmitUncertainError' });
		expect(await rejection(start({ maxRetries: 5 }))).toMatchObject({ name: 'SubmitUncertainError' });
		expect([emulator.creates, submitted]).toStrictEqual([2, []]);
	});

	test('the error is ours, with the request', async () => {
		const { emulator, generate } = stage({ create: [accepted({ answer: reply.dropped() })] });
		const error = await rejection(generate());
		expect(error).toMatchObject({
			name: 'SubmitUncertainError',
			message: expect.stringContaining('a task may exist and be billed') as unknown,
			request: emulator.requests[0],
		});
		expect(APICallError.isInstance(error)).toBe(false);
	});

	test('an error that the AI SDK retries would be sent again', async () => {
		const { emulator, generate, model } = stage({ create: [reply.dropped(), accepted()] });
		const facts = { message: 'reset', url: '', requestBodyValues: {}, isRetryable: true };
		const careless: typeof model = {
			...model,
			doStart: (options) =>
				model.doStart(options).catch(() => {
					throw new APICallError({ ...facts, responseHeaders: { 'retry-after-ms': '1' } });
				}),
		};
		await generate({ model: careless });
		expect(emulator.creates).toBe(2);
	});
});

describe('a create that is refused', () => {
	test.each([
		['HTTP 401', reply.error(401), 1, 'auth'],
		['HTTP 402', reply.error(402), 1, 'billing'],
		['moderation', reply.moderated(), 1, 'input-moderation'],
		['HTTP 429, three times', reply.rateLimited({ retryAfter: 0 }), 3, 'rate-limit'],
	])('by %s gives our error', async (_, create, creates, kind) => {
		const { emulator, generate } = stage({ create: [create] });
		expect(await rejection(generate())).toMatchObject({ name: 'ApiError', kind });
		expect([emulator.creates, emulator.requests.length]).toStrictEqual([creates, 0]);
	});

	test('is sent again where no task can exist', async () => {
		const { emulator, generate } = stage({ create: [reply.unreachable(), reply.rateLimited(), accepted()] });
		await generate();
		expect([emulator.creates, emulator.requests.length]).toStrictEqual([3, 1]);
	});
});

describe('a poll', () => {
	test.each([
		['HTTP 500', reply.error(500)],
		['HTTP 502', reply.error(502)],
		['HTTP 503', reply.error(503)],
		['HTTP 504', reply.error(504)],
		['HTTP 429', reply.rateLimited({ retryAfter: 9 })],
		['an HTML page', reply.html()],
		['an HTML page with 502', reply.html(502)],
		['a reset', reply.dropped()],
		['a refused connection', reply.unreachable()],
		['an empty answer', reply.empty()],
		['no data', reply.noData()],
		['half an answer', reply.truncated()],
		['no answer in time', reply.timeout()],
	])('that meets %s goes on, with one create', async (_, failure) => {
		const { emulator, generate } = stage(
			{ task: [failure, queued(), failure, failure, running(), failure, succeeded()] },
			{ requestTimeout: 50 },
		);
		const { video, warnings } = await generate({ maxRetries: 0 });
		expect(video.uint8Array.length).toBeGreaterThan(1_000);
		expect(warnings).toStrictEqual([]);
		expect([emulator.creates, emulator.polls]).toStrictEqual([1, 7]);
	});

	test.each([
		['HTTP 401', reply.error(401)],
		['HTTP 404', reply.error(404)],
	])('that meets %s ends with our error, which has the id', async (_, failure) => {
		const { emulator, generate } = stage({ task: [queued(), failure, succeeded()] });
		expect(await rejection(generate())).toMatchObject({ name: 'ApiError', taskId: 'asyntask_00000001' });
		expect([emulator.creates, emulator.polls]).toStrictEqual([1, 2]);
	});

	test.each([
		[
			'failed',
			failed({ code: 'InternalServiceError', message: 'Try later.', quoted: 2 }),
			/^task "asyntask_00000001" failed: InternalServiceError: Try later\.; /,
		],
		['was moderated', moderated(), /^task "asyntask_00000001" failed: Output\w+SensitiveContentDetected: /],
	])('of a task that %s ends with our message', async (_, step, message) => {
		const { emulator, generate } = stage({ task: [running(), step] });
		expect(await rejection(generate())).toMatchObject({
			name: 'Error',
			message: expect.stringMatching(message) as unknown,
		});
		expect([emulator.creates, emulator.polls]).toStrictEqual([1, 2]);
	});
});

describe('the result of generateVideo', () => {
	test('has the video, the answer and our metadata', async () => {
		const { generate } = stage({ task: [queued(), running(), succeeded()] });
		const { video, responses, providerMetadata } = await generate({
			duration: 4,
			providerOptions: { seedance: { returnLastFrame: true } },
		});
		expect(video.mediaType).toBe('video/mp4');
		expect(responses).toMatchObject([{ modelId: 'seedance-2.0-ultra', timestamp: expect.any(Date) as unknown }]);
		expect(JSON.parse(JSON.stringify(providerMetadata))).toStrictEqual({
			seedance: {
				taskId: 'asyntask_00000001',
				status: 'succeeded',
				progress: 1,
				videoUrl: expect.stringMatching(/^https:.*\.mp4$/) as unknown,
				lastFrameUrl: expect.stringMatching(/^https:/) as unknown,
				expiresAt: expect.stringMatching(/^\d{4}-.*Z$/) as unknown,
				ratio: '16:9',
				duration: 4,
				resolution: '720p',
				usage: { completionTokens: expect.any(Number) as unknown, totalTokens: expect.any(Number) as unknown },
			},
		});
	});

	test('of several videos has the metadata of each among its responses', async () => {
		const { emulator, generate, submitted } = stage();
		const { videos, responses } = await generate({ n: 3 });
		const ids = responses.map(({ providerMetadata }) => providerMetadata?.['seedance']?.['taskId']);
		expect([videos.length, emulator.creates]).toStrictEqual([3, 3]);
		expect(new Set(ids)).toStrictEqual(new Set(submitted));
	});
});

test('a setting that no warning can be made for is met before the create, not after it', async () => {
	const { model, emulator } = stage();
	const headers = { 'idempotency-key': 5 as unknown as string };
	expect(await rejection(model.doStart({ ...typical, headers }))).toBeInstanceOf(TypeError);
	expect(emulator.creates).toBe(0);
});

test('the key is in no error', async () => {
	const apiKey = 'sk-0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnop';
	const emulator = createEmulator();
	const model = createSeedance({ apiKey, fetch: emulator.fetch }).video('seedance-2.0-ultra');
	const call = { model, ...typical, download: createDownload({ fetch: emulator.fetch }) };
	for (const settings of [
		{ resolution: apiKey as '1x1' },
		{ aspectRatio: apiKey as '1:1' },
		{ providerOptions: { seedance: { [apiKey]: true } } },
		{ providerOptions: { seedance: { webSearch: apiKey, resolution: apiKey, firstFrame: apiKey } } },
		{ prompt: `@image1 ${apiKey}`, providerOptions: { seedance: { webSearch: apiKey } } },
	]) {
		const error = (await rejection(generateVideo({ ...call, ...settings }))) as Error;
		expect(error.name).toBe('InvalidRequestError');
		expect(JSON.stringify(error) + error.message).not.toContain(apiKey.slice(0, 8));
	}
});
