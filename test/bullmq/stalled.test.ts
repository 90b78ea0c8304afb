import { Queue, QueueEvents } from 'bullmq';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { videoJob } from '../../src/bullmq/index.js';
import { request } from '../client/fake-api.js';
import { serveEmulator, type EmulatorServer } from './emulator-server.js';
import { noRedis, startRedis, type RedisServer } from './redis.js';
import { createWorkerPool, type WorkerPool } from './worker-process.js';

const lockDuration = 1_000;

describe.skipIf(noRedis)('a worker that is stopped while it submits', () => {
	let redis: RedisServer;
	let api: EmulatorServer;
	let pool: WorkerPool;
	beforeAll(async () => {
		// The answer takes up to two seconds, so that the worker can be stopped before it arrives.
		[redis, api, pool] = await Promise.all([
			startRedis(),
			serveEmulator({ queuedFor: 0, runningFor: 0 }, 2_000),
			createWorkerPool(),
		]);
	});
	afterAll(async () => {
		await pool.close();
		await api.close();
		await redis.close();
	});

	test('past the time of its lock: two workers hold the job, and one request is sent', async () => {
		const queue = new Queue('stalled', { connection: redis.connect() });
		const events = new QueueEvents('stalled', { connection: redis.connect() });
		await events.waitUntilReady();
		const settings = {
			queue: 'stalled',
			port: redis.port,
			baseUrl: api.url,
			concurrency: 1,
			requestTimeout: 20_000,
			checkInterval: 50,
			lockDuration,
		};
		const { child: first } = await pool.start(settings);
		const job = await queue.add('video', videoJob(request));
		await vi.waitFor(() => expect(api.creates.size).toBe(1), { timeout: 10_000 });
		first.kill('SIGSTOP');

		let stalls = 0;
		events.on('stalled', () => (stalls += 1));
		await pool.start(settings);
		await vi.waitFor(() => expect(stalls).toBe(1), { timeout: 20_000 });
		await vi.waitFor(async () => expect(await job.getState()).toBe('delayed'), { timeout: 10_000 });
		first.kill('SIGCONT');

		await expect(job.waitUntilFinished(events)).resolves.toMatchObject({ taskId: expect.any(String) as string });
		expect([...api.creates.values()]).toEqual([1]);
		await Promise.all([queue.close(), events.close()]);
	});
});
