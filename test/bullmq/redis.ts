import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

/** Why the tests with a Redis server are skipped; `undefined` if there is one. */
export const noRedis = hasRedis() ? undefined : 'no redis-server on the PATH: install the package redis-server';

if (noRedis !== undefined) console.warn(`Tests with Redis are skipped: ${noRedis}`);

/** A Redis server on a free port of the loopback interface, which keeps what it was told through a restart. */
export interface RedisServer {
	readonly port: number;

	/** A new connection, as BullMQ wants it. */
	connect(): Redis;

	/** Stops the server and starts it again. */
	restart(): Promise<void>;

	/** Closes the connections, stops the server and removes its files. */
	close(): Promise<void>;
}

/** Starts a server. */
export async function startRedis(): Promise<RedisServer> {
	const folder = await mkdtemp(join(tmpdir(), 'redis-'));
	const port = await freePort();
	const connections: Redis[] = [];
	let server = await start(folder, port);
	return {
		port,
		connect() {
			const connection = new Redis({ port, host: '127.0.0.1', maxRetriesPerRequest: null });
			connection.on('error', () => undefined); // It connects again by itself.
			connections.push(connection);
			return connection;
		},
		async restart() {
			await stop(server);
			server = await start(folder, port);
		},
		async close() {
			for (const connection of connections) connection.disconnect();
			await stop(server);
			await rm(folder, { recursive: true });
		},
	};
}

async function start(folder: string, port: number): Promise<ChildProcess> {
	const settings = { port, bind: '127.0.0.1', dir: folder, appendonly: 'yes', appendfsync: 'always', save: '' };
	const given = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
	const server = spawn('redis-server', given, { stdio: ['ignore', 'pipe', 'inherit'] });
	for await (const chunk of server.stdout as AsyncIterable<Buffer>) {
		if (String(chunk).includes('Ready to accept connections')) break;
	}
	server.stdout.resume();
	return server;
}

async function stop(server: ChildProcess): Promise<void> {
	server.kill('SIGTERM');
	if (server.exitCode === null) await once(server, 'exit');
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

function hasRedis(): boolean {
	try {
		execFileSync('redis-server', ['--version']);
		return true;
	} catch {
		return false;
	}
}
