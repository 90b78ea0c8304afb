import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Queue, QueueEvents, Worker, type Job } from 'bullmq';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createVideoProcessor, videoJob, videoJobId, videoJobKey, type VideoJob } from '../../src/bullmq/index.js';
import { createClient, type Fetch } from '../../src/client/index.js';
import { createSteps, redisStore, type Store } from '../../src/durable/index.js';
import { SeedanceError } from '../../src/errors/index.js';
import { createEmulator } from '../../src/testing/index.js';
import { apiKey, created, failing, fakeApi, json, request, succeeded, taskIn, type Reply } from '../client/fake-api.js';
import { noRedis, startRedis, type RedisServer } from './redis.js';

let redis: RedisServer;
beforeAll(async () => {
	if (noRedis === undefined) redis = await startRedis();
});
afterAll(() => redis?.close());

const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
	for (const one of open.splice(0)) await one.close();
});

describe.skipIf(noRedis)('a job on BullMQ and Redis', () => {
	test('submits once, and returns the result of its task', async () => {
		const emulator = createEmulator({ queuedFor: 20, runningFor: 60 });
		const { run, progress } = await setUp(emulator.fetch);
		const { returned, creates } = await run(videoJob(request));
		expect(returned).toMatchObject({ taskId: expect.any(String) as string, videoUrl: expect.any(String) as string });
		expect(creates()).toBe(1);
		expect(progress()).toContainEqual({ taskId: returned!.taskId, status: 'queued', progress: 0 });
	});

	test('saves the video where its data says', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'bullmq-'));
		const { run } = await setUp(createEmulator({ queuedFor: 0, runningFor: 0 }).fetch);
		const { returned } = await run(videoJob(request, { path: join(folder, 'a.mp4') }));
		expect(returned).toMatchObject({ path: join(folder, 'a.mp4') });
		expect(await readdir(folder)).toEqual(['a.mp4']);
		await rm(folder, { recursive: true });
	});

	test.each<[string, Reply, string]>([
		['an uncertain submit', failing('ECONNRESET'), 'SubmitUncertainError'],
		['a refused request', json({ code: 'InvalidParameter', message: 'no' }, 400), 'ApiError'],
		['a wrong key', json({ message: 'no' }, 401), 'ApiError'],
		['an account without money', json({ code: 'AccountOverdueError' }, 403), 'ApiError'],
	])('fails for good after %s', async (_, reply, name) => {
		const { run } = await setUp(fakeApi(reply, created).fetch);
		const { failed, cause, creates, job } = await run(videoJob(request), { attempts: 5 });
		expect(failed).toBe(cause?.message);
		expect(cause).toMatchObject({ name });
		expect(creates()).toBe(1);
		expect(job.attemptsMade).toBe(1);
	});

	test.each<[string, Reply]>([
		['HTTP 429', json({}, 429)],
		['a refused connection', failing('ECONNREFUSED')],
	])('begins again after %s, by its own attempts', async (_, reply) => {
		const { run } = await setUp(fakeApi(reply, created, succeeded).fetch);
		const { returned, creates } = await run(videoJob(request), { attempts: 2, backoff: 5 });
		expect(returned).toMatchObject({ taskId: 'task-1' });
		expect(creates()).toBe(2);
	});

	test('begins again after another worker recorded a refusal between two reads of the store', async () => {
		const { run } = await setUp(fakeApi(created, succeeded).fetch, { wrap: refusedMeanwhile });
		const { returned, creates, job } = await run(videoJob(request));
		expect(returned).toMatchObject({ taskId: 'task-1' });
		expect([creates(), job.attemptsMade]).toEqual([1, 1]);
	});

	test('goes on after a read that failed', async () => {
		const replies = [created, json({}, 502), failing('ECONNRESET'), () => new Response('<html>'), succeeded];
		const { run } = await setUp(fakeApi(...replies).fetch);
		const { returned, job, creates } = await run(videoJob(request));
		expect(returned).toMatchObject({ taskId: 'task-1' });
		expect([creates(), job.attemptsMade]).toEqual([1, 1]);
	});

	test.each([
		['is given up', 'InputTextSensitiveContentDetected', 1],
		['is submitted again', 'OutputVideoSensitiveContentDetected', 2],
	])('whose task fails %s after %s', async (_, code, expected) => {
		const failure = taskIn('FAILURE', { fail_reason: JSON.stringify({ error: { code, message: 'no' } }) });
		const { run } = await setUp(fakeApi(created, failure, created, failure).fetch);
		const { cause, creates } = await run(videoJob(request), { attempts: 2, backoff: 5 });
		expect(cause).toMatchObject({ name: 'TaskFailedError' });
		expect(creates()).toBe(expected);
	});

	test('fails at the deadline, and its task is found by its key', async () => {
		const { run, steps } = await setUp(fakeApi(created, taskIn('IN_PROGRESS')).fetch, { deadline: 30 });
		const { cause, job } = await run(videoJob(request));
		expect(cause).toMatchObject({ name: 'TaskTimeoutError', taskId: 'task-1', lastStatus: 'running' });
		await expect(steps.check(videoJobKey(job))).resolves.toMatchObject({ done: false, taskId: 'task-1' });
	});

	test('is not added twice with the id of its request', async () => {
		const { queue, run } = await setUp(createEmulator({ queuedFor: 0, runningFor: 0 }).fetch);
		const data = videoJob(request);
		const jobId = await videoJobId(data);
		await queue.pause();
		await queue.add('video', data, { jobId });
		await queue.add('video', videoJob(request), { jobId });
		expect(await queue.getWaitingCount()).toBe(1);
		await queue.resume();
		const { creates } = await run(videoJob({ ...request, resolution: '1080p' }));
		expect(creates()).toBe(2);
	});

	test('with other fields of the user keeps them', async () => {
		const { run } = await setUp(createEmulator({ queuedFor: 0, runningFor: 0 }).fetch);
		const { job } = await run({ ...videoJob(request), order: 17 } as VideoJob);
		expect(job.data).toMatchObject({ order: 17 });
	});

	test('without a request fails for good', async () => {
		const { run } = await setUp(fakeApi(created).fetch);
		const { cause, creates } = await run({} as VideoJob, { attempts: 3 });
		expect(cause).toMatchObject({ name: 'InvalidRequestError' });
		expect(creates()).toBe(0);
	});

	test('holds no worker while its video is made: 5 slots carry 200 videos of a minute at the same time', async () => {
		// A minute of the API is 20 seconds here.
		const began = Date.now();
		const emulator = createEmulator({ now: () => began + (Date.now() - began) * 3, queuedFor: 0, runningFor: 60_000 });
		let [running, most] = [0, 0];
		const fetch: Fetch = async (url, init) => {
			const answer = await emulator.fetch(url, init);
			if (init?.method === 'POST') most = Math.max(most, (running += 1));
			else if ((await answer.clone().text()).includes('"SUCCESS"')) running -= 1;
			return answer;
		};
		const { queue, events } = await setUp(fetch, { concurrency: 5, checkInterval: 5_000 });
		const jobs = await queue.addBulk(Array.from({ length: 200 }, () => ({ name: 'video', data: videoJob(request) })));
		await Promise.all(jobs.map((job) => job.waitUntilFinished(events)));
		expect(most).toBe(200);
	}, 120_000);
});

test('a request that breaks a rule makes no job', () => {
	expect(() => videoJob({ ...request, content: [] })).toThrow('the request is empty');
});

test.each([[''], [7]])('the path %j is refused', (path) => {
	expect(() => videoJob(request, { path: path as string })).toThrow('path');
});

/** A store whose first read finds a request on its way, and whose second one finds it refused. */
function refusedMeanwhile(store: Store): Store {
	let isFirst = true;
	return {
		...store,
		async get(key) {
			if (!isFirst) return store.get(key);
			isFirst = false;
			const fingerprint = await videoJobId(videoJob(request));
			await store.set(key, JSON.stringify({ state: 'refused', fingerprint, reason: 'HTTP 429' }));
			const at = new Date().toISOString();
			return JSON.stringify({ state: 'sending', fingerprint, run: 'another', at, timeout: 60_000 });
		},
	};
}

interface SetUpOptions {
	readonly wrap?: (store: Store) => Store;
	readonly concurrency?: number;
	readonly checkInterval?: number;
	readonly deadline?: number;
}

async function setUp(
	send: Fetch,
	{ concurrency = 1, checkInterval = 10, deadline = 60_000, wrap = (store) => store }: SetUpOptions = {},
) {
	const fetch = vi.fn(send);
	const client = createClient({ apiKey, fetch });
	const store = wrap(redisStore(redis.connect()));
	const name = `videos-${Math.random()}`;
	const [queue, events] = [
		new Queue(name, { connection: redis.connect() }),
		new QueueEvents(name, { connection: redis.connect() }),
	];
	for (const emitter of [queue, events]) emitter.setMaxListeners(0); // one for each job that is waited for
	const worker = new Worker(name, createVideoProcessor(client, { store, checkInterval, deadline }), {
		connection: redis.connect(),
		concurrency,
	});
	open.push(worker, events, queue);
	await events.waitUntilReady();
	const seen: unknown[] = [];
	events.on('progress', ({ data }) => seen.push(data));
	let cause: SeedanceError | undefined;
	worker.on('failed', (_, error) => {
		cause = (error instanceof SeedanceError ? error : error.cause) as SeedanceError;
	});
	return {
		queue,
		events,
		steps: createSteps(client, store),
		progress: () => seen,
		run: async (data: VideoJob, options: object = {}) => {
			const job: Job = await queue.add('video', data, options);
			const outcome = await job.waitUntilFinished(events).then(
				(returned: { taskId: string }) => ({ returned }),
				(error: Error) => ({ failed: error.message }),
			);
			const creates = (): number => fetch.mock.calls.filter(([, init]) => init?.method === 'POST').length;
			const after = (await queue.getJob(job.id!)) as Job;
			return { returned: undefined, failed: undefined, ...outcome, cause, creates, job: after };
		},
	};
}
