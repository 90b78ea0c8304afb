import { Queue, type Job } from 'bullmq';
import { describe, expect, test } from 'vitest';
import { videoJob, videoJobKey } from '../../src/bullmq/index.js';
import { video } from '../../src/builder/index.js';
import { randomOf } from '../deep/faults-random.js';
import { serveEmulator } from './emulator-server.js';
import { noRedis, startRedis, type RedisServer } from './redis.js';
import { createWorkerPool, type WorkerProcess } from './worker-process.js';

/** `npm run test:scale` runs vitest in this mode. */
const isFull = process.env['MODE'] === 'scale';
const load = isFull ? { jobs: 500, workers: 4, kills: 60 } : { jobs: 40, workers: 2, kills: 4 };

/** `SEED=…` repeats the kills of a seed, as far as the machine's own timing allows. */
const seed = process.env['SEED'] ?? (isFull ? String(Date.now() % 2 ** 31) : '1');

const requestTimeout = 2_000;

describe.skipIf(noRedis)('workers that are killed at random moments, and a Redis server that is restarted', () => {
	test(`submit no request twice and lose no task: SEED=${seed}`, async () => {
		const redis = await startRedis();
		const api = await serveEmulator({ queuedFor: 100, runningFor: 400 }, 150);
		const pool = await createWorkerPool();
		const settings = {
			port: redis.port,
			baseUrl: api.url,
			concurrency: 5,
			requestTimeout,
			checkInterval: 300,
			lockDuration: 1_000,
		};
		try {
			const began = Date.now();
			const queue = new Queue('load', { connection: redis.connect() });
			queue.on('error', () => undefined); // It connects again by itself.
			const texts = Array.from({ length: load.jobs }, (_, index) => `Cat ${index + 1} plays the piano`);
			const jobs = await queue.addBulk(
				texts.map((text) => ({ name: 'video', data: jobOf(text), opts: { attempts: 5 } })),
			);
			const killer = await killAtRandom(redis, () => pool.start({ ...settings, queue: 'load' }));
			const ended = await allEnded(queue, jobs);
			const seconds = (Date.now() - began) / 1_000;
			await killer.stop();

			const uncertain = ended.filter(({ failedReason }) =>
				failedReason?.includes('it is unknown whether the API accepted'),
			);
			const completed = ended.filter(({ returnvalue }) => returnvalue?.taskId !== undefined);
			const creates = [...api.creates.values()].reduce((sum, count) => sum + count, 0);
			expect(Object.fromEntries([...api.creates].filter(([, count]) => count > 1))).toEqual({});
			expect(completed.length + uncertain.length).toBe(load.jobs);
			expect(uncertain.filter((job) => !killer.unrecorded.has(videoJobKey(job))).map(({ id }) => id)).toEqual([]);
			expect(completed.filter(({ data }) => !api.creates.has(textOf(data))).map(({ id }) => id)).toEqual([]);
			expect(new Set(completed.map(({ returnvalue }) => returnvalue.taskId)).size).toBe(completed.length);
			const lost = [...api.creates.keys()].filter((text) => !ended.some(({ data }) => textOf(data) === text));
			expect(lost).toEqual([]);

			if (isFull) {
				const asleep = await sleepers(redis, () => pool.start({ ...settings, queue: 'sleep', sleeps: true }));
				process.stdout.write(
					`seed ${seed}: ${load.jobs} jobs, ${killer.kills()} kills, ${creates} creates, ${uncertain.length} uncertain, ` +
						`${(load.jobs / seconds).toFixed(1)} jobs a second with kills; a processor that only sleeps ${asleep.toFixed(1)}\n`,
				);
			}
			await queue.close();
		} finally {
			await pool.close();
			await api.close();
			await redis.close();
		}
	}, 600_000);
});

/** Kills workers at random moments and starts others, and restarts Redis once. */
interface Killer {
	/** The keys that a killed worker may have claimed and had not recorded. */
	readonly unrecorded: ReadonlySet<string>;

	/** How many were killed. */
	kills(): number;

	/** Kills no more. */
	stop(): Promise<void>;
}

async function killAtRandom(redis: RedisServer, start: () => Promise<WorkerProcess>): Promise<Killer> {
	const random = randomOf(seed);
	const unrecorded = new Set<string>();
	const workers = await Promise.all(Array.from({ length: load.workers }, start));
	const state = { kills: 0, isOver: false };

	async function killSome(): Promise<void> {
		while (!state.isOver && state.kills < load.kills) {
			await pause(random.whole(0, 1_000));
			const worker = workers.splice(random.whole(0, workers.length - 1), 1)[0];
			if (worker === undefined) continue;
			await worker.kill();
			state.kills += 1;
			// An entry's key ends with the number of the attempt.
			for (const key of worker.claimed) unrecorded.add(key.replace(/:\d+$/, ''));
			if (state.kills === Math.ceil(load.kills / 2)) await redis.restart();
			starting.push(start().then((started) => void workers.push(started)));
		}
	}

	const starting: Promise<void>[] = [];
	const killing = killSome();
	return {
		unrecorded,
		kills: () => state.kills,
		async stop() {
			state.isOver = true;
			await killing;
			await Promise.all(starting);
		},
	};
}

/** Waits until every job has ended, and resolves with the jobs as they are then. */
async function allEnded(queue: Queue, jobs: readonly Job[]): Promise<Job[]> {
	for (;;) {
		const { completed = 0, failed = 0 } = await queue.getJobCounts('completed', 'failed');
		if (completed + failed === jobs.length) break;
		await pause(200);
	}
	return Promise.all(jobs.map(async ({ id }) => (await queue.getJob(id!))!));
}

/** How many jobs a second the workers do if a job only sleeps. */
async function sleepers(redis: RedisServer, start: () => Promise<WorkerProcess>): Promise<number> {
	const queue = new Queue('sleep', { connection: redis.connect() });
	await Promise.all(Array.from({ length: load.workers }, start));
	const began = Date.now();
	const jobs = await queue.addBulk(Array.from({ length: load.jobs }, () => ({ name: 'sleep', data: {} })));
	await allEnded(queue, jobs);
	const seconds = (Date.now() - began) / 1_000;
	await queue.close();
	return load.jobs / seconds;
}

function jobOf(text: string) {
	return videoJob(
		video()
			.text(text as 'A cat')
			.resolution('720p')
			.build(),
	);
}

function textOf(data: ReturnType<typeof videoJob>): string {
	return (data.request.content[0] as { readonly text: string }).text;
}

function pause(milliseconds: number): Promise<void> {
	return new Promise((resolve) => void setTimeout(resolve, milliseconds));
}
