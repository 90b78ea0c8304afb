import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { apiKey } from '../client/fake-api.js';

const root = join(import.meta.dirname, '../..');

/** What a worker process is started with. */
export interface WorkerSettings {
	readonly queue: string;
	readonly port: number;
	readonly baseUrl: string;
	readonly concurrency: number;
	readonly requestTimeout: number;
	readonly checkInterval: number;
	readonly lockDuration: number;

	/** Whether jobs only sleep, for comparison. */
	readonly sleeps?: boolean;
}

/** Starts processes that work on a queue. The program is bundled once. */
export interface WorkerPool {
	/** Starts a process, and resolves once it works. */
	start(settings: WorkerSettings): Promise<ChildProcess>;
	close(): Promise<void>;
}

export async function createWorkerPool(): Promise<WorkerPool> {
	const folder = await mkdtemp(join(tmpdir(), 'worker-'));
	const file = join(folder, 'worker.mjs');
	await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
	await build({
		stdin: { contents: program, resolveDir: join(root, 'src'), loader: 'ts' },
		bundle: true,
		packages: 'external',
		platform: 'node',
		format: 'esm',
		outfile: file,
		logLevel: 'error',
	});
	const started: ChildProcess[] = [];
	return {
		async start(settings) {
			const env = { ...process.env, SEEDANCE_API_KEY: apiKey };
			const child = fork(file, [JSON.stringify(settings)], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
			started.push(child);
			await once(child, 'message');
			return child;
		},
		async close() {
			await Promise.all(started.map(kill));
			await rm(folder, { recursive: true });
		},
	};
}

/** Kills a process at once, and waits for its end. */
export async function kill(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	child.kill('SIGKILL');
	await once(child, 'exit');
}

const program = `
import { Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { createVideoProcessor } from './bullmq/index.ts';
import { createClient } from './client/index.ts';
import { redisStore } from './durable/index.ts';

const { queue, port, baseUrl, concurrency, requestTimeout, checkInterval, lockDuration, sleeps } = JSON.parse(process.argv[2]);
const connect = () => {
	const redis = new Redis({ port, host: '127.0.0.1', maxRetriesPerRequest: null });
	redis.on('error', () => {});
	return redis;
};
const client = createClient({ baseUrl, requestTimeout, polling: { interval: 5, maxInterval: 50 } });
const processor = sleeps
	? () => new Promise((resolve) => setTimeout(resolve, checkInterval))
	: createVideoProcessor(client, { store: redisStore(connect()), checkInterval });
const worker = new Worker(queue, processor, {
	connection: connect(),
	concurrency,
	lockDuration,
	stalledInterval: lockDuration,
	maxStalledCount: 1000,
});
worker.on('error', () => {});
await worker.waitUntilReady();
process.send('ready');
process.on('disconnect', () => process.exit());
`;
