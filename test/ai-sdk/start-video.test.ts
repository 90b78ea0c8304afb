import { experimental_getVideoStatus as getVideoStatus } from 'ai';
import { describe, expect, test } from 'vitest';
import { createSeedance } from '../../src/ai-sdk/index.js';
import { createClient } from '../../src/client/index.js';
import { accepted, failed, queued, reply, running, succeeded } from '../../src/testing/index.js';
import { rejection, stage } from './calls.js';

describe('startVideo in one process and getVideoStatus in another', () => {
	test('share the operation as JSON', async () => {
		const { emulator, start } = stage({ task: [queued(), reply.error(502), running(50), succeeded()] });
		const { operation, providerMetadata, response } = await start();
		expect(providerMetadata).toStrictEqual({ seedance: { taskId: 'asyntask_00000001' } });
		expect(response).toMatchObject({ modelId: 'seedance-2.0-ultra', timestamp: expect.any(Date) as unknown });

		const stored = JSON.parse(JSON.stringify(operation)) as string;
		const other = createSeedance({ apiKey: 'other', fetch: emulator.fetch }).video('seedance-2.0-ultra');
		const seen = [];
		for (let read = 0; read < 4; read++) seen.push(await getVideoStatus(other, { operation: stored }));
		expect(seen).toMatchObject([
			{ status: 'pending', providerMetadata: { seedance: { taskId: stored, status: 'queued', progress: 0 } } },
			{ status: 'pending' },
			{ status: 'pending', providerMetadata: { seedance: { status: 'running', progress: 0.5 } } },
			{ status: 'completed', videos: [{ type: 'url', mediaType: 'video/mp4' }], warnings: [] },
		]);
		expect(JSON.parse(JSON.stringify(seen))).toMatchObject(seen.map(({ status }) => ({ status })));
		expect([emulator.creates, emulator.polls]).toStrictEqual([1, 4]);
	});

	test('the operation is the id of the task, for client.task() too', async () => {
		const { emulator, start, submitted } = stage();
		const { operation } = await start();
		const client = createClient({ apiKey: 'test', fetch: emulator.fetch });
		expect(submitted).toStrictEqual([operation]);
		await expect(client.task(operation as string).wait()).resolves.toMatchObject({ taskId: operation });
	});

	test('a task that failed is a status with our message', async () => {
		const { model, start } = stage({ task: [failed({ code: 'OutputVideoSensitiveContentDetected', message: 'No.' })] });
		const { operation } = await start();
		expect(await getVideoStatus(model, { operation })).toMatchObject({
			status: 'error',
			error: expect.stringMatching(
				/^task "asyntask_00000001" failed: OutputVideoSensitiveContentDetected: No\.; /,
			) as unknown,
			providerMetadata: {
				seedance: {
					status: 'failed',
					kind: 'output-moderation',
					code: 'OutputVideoSensitiveContentDetected',
					reason: 'OutputVideoSensitiveContentDetected: No.',
				},
			},
		});
	});

	test('a finished task without a URL is pending', async () => {
		const { model, start } = stage({
			task: [() => Response.json({ code: 'success', data: { task_id: 'asyntask_00000001', status: 'SUCCESS' } })],
		});
		const { operation } = await start();
		expect(await getVideoStatus(model, { operation })).toMatchObject({ status: 'pending' });
	});

	test.each([undefined, null, '', 7, {}, ['asyntask_00000001']])('%j is no operation', async (operation) => {
		const { emulator, model } = stage();
		const error = await rejection(getVideoStatus(model, { operation: operation as string }));
		expect(error).toMatchObject({ name: 'ConfigurationError', option: 'taskId' });
		expect(emulator.polls).toBe(0);
	});
});

describe('the time limit of the AI SDK', () => {
	test('drops the id, which onSubmitted has stored', async () => {
		const { emulator, generate, model, submitted } = stage({
			task: [running(), running(), running(), running(), succeeded()],
		});
		const error = await rejection(generate({ poll: { intervalMs: 1, timeoutMs: 1 } }));
		expect((error as Error).message).toBe('Video generation timed out after 1ms.');
		let status = 'pending';
		while (status === 'pending') ({ status } = await getVideoStatus(model, { operation: submitted[0]! }));
		expect([status, emulator.creates]).toStrictEqual(['completed', 1]);
	});
});

describe('an abort', () => {
	test('before the submit sends nothing', async () => {
		const { emulator, start } = stage();
		const error = await rejection(start({ abortSignal: AbortSignal.abort(new Error('enough')) }));
		expect(error).toMatchObject({ name: 'AbortError', cause: { message: 'enough' } });
		expect(emulator.creates).toBe(0);
	});

	test('while the request is on its way leaves the outcome unknown', async () => {
		const abort = new AbortController();
		const { emulator, start } = stage({
			create: [
				accepted({
					answer: (request, shape) => {
						abort.abort();
						return reply.timeout()(request, shape);
					},
				}),
			],
		});
		expect(await rejection(start({ abortSignal: abort.signal }))).toMatchObject({ name: 'SubmitUncertainError' });
		expect([emulator.creates, emulator.requests.length]).toStrictEqual([1, 1]);
	});

	test('while onSubmitted runs has the id', async () => {
		const abort = new AbortController();
		const { start } = stage({}, { onSubmitted: () => abort.abort() });
		const error = await rejection(start({ abortSignal: abort.signal }));
		expect(error).toMatchObject({ name: 'AbortError', taskId: 'asyntask_00000001' });
	});

	test('during a read ends it', async () => {
		const abort = new AbortController();
		const { model, start } = stage({
			task: [
				(request, shape) => {
					abort.abort();
					return reply.timeout()(request, shape);
				},
			],
		});
		const { operation } = await start();
		const error = await rejection(getVideoStatus(model, { operation, abortSignal: abort.signal }));
		expect(error).toMatchObject({ name: 'AbortError', taskId: operation });
	});

	test('between two reads ends generateVideo', async () => {
		const abort = new AbortController();
		const { emulator, generate } = stage({ task: [running()] });
		const poll = { intervalMs: 1, delay: async () => void (emulator.polls === 2 && abort.abort()) };
		expect(await rejection(generate({ abortSignal: abort.signal, poll }))).toMatchObject({ name: 'AbortError' });
		expect([emulator.creates, emulator.polls]).toStrictEqual([1, 2]);
	});
});
