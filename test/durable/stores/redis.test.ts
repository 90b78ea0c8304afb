import { Redis } from 'ioredis';
import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { redisStore, type Store } from '../../../src/durable/index.js';
import { noRedis, startRedis, type RedisServer } from '../../bullmq/redis.js';

describe.skipIf(noRedis)('a store on a Redis server', () => {
	let server: RedisServer;
	const closes: (() => unknown)[] = [];
	beforeAll(async () => {
		server = await startRedis();
	});
	afterAll(async () => {
		for (const close of closes) await close();
		await server.close();
	});

	async function ioredisStore(): Promise<Store> {
		const redis = new Redis({ port: server.port });
		closes.push(() => redis.disconnect());
		return redisStore(redis);
	}

	async function nodeRedisStore(): Promise<Store> {
		const redis = createClient({ url: `redis://127.0.0.1:${server.port}` });
		await redis.connect();
		closes.push(() => redis.close());
		return redisStore(redis);
	}

	test.each([
		['ioredis', ioredisStore],
		['redis', nodeRedisStore],
	])('through %s is claimed by one of many, and keeps what was set', async (name, open) => {
		const stores = await Promise.all([open(), open()]);
		const claims = await Promise.all(
			Array.from({ length: 20 }, async (_, index) => stores[index % 2]!.claim(`${name}:1`, String(index))),
		);
		expect(claims.filter(Boolean)).toHaveLength(1);
		expect(await stores[0].get(`${name}:1`)).toBe(String(claims.indexOf(true)));
		await stores[1].set(`${name}:1`, 'set');
		expect(await stores[0].get(`${name}:1`)).toBe('set');
		expect((await stores[0].get(`${name}:2`)) ?? undefined).toBeUndefined();
	});
});
