import { expect, test } from 'vitest';
import { video } from '../../src/builder/index.js';
import { createClient, type TaskProgress } from '../../src/client/index.js';
import { InvalidRequestError } from '../../src/errors/index.js';
import { createEmulator } from '../../src/testing/index.js';
import { rejection, request } from './fake-api.js';

test('a request becomes a video, with one create', async () => {
	let now = 1_700_000_000_000;
	const emulator = createEmulator({ now: () => now, queuedFor: 1_000, runningFor: 1_000 });
	const client = createClient({ apiKey: 'test', fetch: emulator.fetch, polling: { interval: 1, maxInterval: 1 } });
	const seen: TaskProgress[] = [];
	const result = await client.generate(
		{ ...request, ratio: '9:16', return_last_frame: true },
		{
			onProgress: (progress) => {
				seen.push(progress);
				now += 1_000;
			},
		},
	);
	expect(seen.map(({ status }) => status)).toEqual(['queued', 'running', 'succeeded']);
	expect(result).toMatchObject({
		ratio: '9:16',
		duration: 5,
		resolution: '720p',
		expiresAt: '2023-11-15T22:13:22.000Z',
	});
	expect(result.lastFrameUrl).toMatch(/^https:/);
	expect(result.usage?.totalTokens).toBeGreaterThan(0);
	expect([emulator.creates, emulator.polls]).toEqual([1, 3]);
});

test('a task that nobody knows is not found', async () => {
	const client = createClient({ apiKey: 'test', fetch: createEmulator().fetch });
	expect(await rejection(client.task('task-9').wait())).toMatchObject({
		name: 'ApiError',
		kind: 'not-found',
		taskId: 'task-9',
	});
});

test('another client takes up a task by its id', async () => {
	const { fetch } = createEmulator({ queuedFor: 0, runningFor: 0 });
	const task = await createClient({ apiKey: 'one', fetch }).submit(request);
	const { id } = JSON.parse(JSON.stringify(task)) as { id: string };
	await expect(createClient({ apiKey: 'two', fetch }).task(id).wait()).resolves.toMatchObject({ taskId: id });
});

test('a finished chain is submitted as it is, and an unfinished one does not compile', async () => {
	const emulator = createEmulator();
	const client = createClient({ apiKey: 'test', fetch: emulator.fetch });
	const chain = video().text('A cat plays the piano');
	await client.submit(chain.resolution('720p'));
	expect(emulator.requests).toEqual([request]);
	// @ts-expect-error The resolution is missing.
	expect(await rejection(client.submit(chain))).toBeInstanceOf(InvalidRequestError);
	expect(emulator.creates).toBe(1);
});
