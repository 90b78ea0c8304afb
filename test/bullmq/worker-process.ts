import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { apiKey } from '../client/fake-api.js';

const root = join(import.meta.dirname, '../..');

/** What a worker process is started with. */
interface WorkerSettings {
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

/** A process that works on a queue. */
export interface WorkerProcess {
	readonly child: ChildProcess;

	/** The keys that it may have claimed, and whose outcome it has not recorded. */
	readonly claimed: ReadonlySet<string>;

	/** Kills it at once, and waits for its end. */
	kill(): Promise<void>;
}

/** Starts processes that work on a queue. The program is bundled once. */
export interface WorkerPool {
	/** Starts a process, and resolves once it works. */
	start(settings: WorkerSettings): Promise<WorkerProcess>;
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
	const started: WorkerProcess[] = [];
	return {
		async start(settings) {
			const env = { ...process.env, SEEDANCE_API_KEY: apiKey };
			const child = fork(file, [JSON.stringify(settings)], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
			const claimed = new Set<string>();
			child.on('message', ({ claims, records }: Message) => {
				if (claims !== undefined) claimed.add(claims);
				if (records !== undefined) claimed.delete(records);
			});
			const worker = { child, claimed, kill: () => kill(child) };
			started.push(worker);
			await once(child, 'message');
			return worker;
		},
		async close() {
			await Promise.all(started.map((worker) => worker.kill()));
			await rm(folder, { recursive: true });
		},
	};
}

/** What a process reports: the key of an entry that it is about to claim, or has replaced. */
interface Message {
	readonly claims?: string;
	readonly records?: string;
}

async function kill(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	// All that it has sent arrives before it is disconnected.
	const ended = [once(child, 'exit'), ...(child.connected ? [once(child, 'disconnect')] : [])];
	child.kill('SIGKILL');
	await Promise.all(ended);
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
const tell = (message) => new Promise((resolve) => process.send(message, resolve));
const told = ({ claim, get, set }) => ({
	get,
	async claim(key, value) {
		await tell({ claims: key });
		return claim(key, value);
	},
	async set(key, value) {
		await set(key, value);
		await tell({ records: key });
	},
});
const client = createClient({ baseUrl, requestTimeout, polling: { interval: 5, maxInterval: 50 } });
const processor = sleeps
	? () => new Promise((resolve) => setTimeout(resolve, checkInterval))
	: createVideoProcessor(client, { store: told(redisStore(connect())), checkInterval });
const worker = new Worker(queue, processor, {
	connection: connect(),
	concurrency,
	lockDuration,
	stalledInterval: lockDuration,
	maxStalledCount: 1000,
});
worker.on('error', () => {});
await worker.waitUntilReady();
process.send({});
process.on('disconnect', () => process.exit());
`;
