import { describe, expect, test, vi } from 'vitest';
import { memoryStore, redisStore } from '../../../src/durable/index.js';
import { ConfigurationError } from '../../../src/errors/index.js';

test('a store in memory is claimed once for each key', async () => {
	const store = memoryStore();
	expect([await store.claim('a', '1'), await store.claim('a', '2'), await store.claim('b', '3')]).toEqual([
		true,
		false,
		true,
	]);
	expect(await store.get('a')).toBe('1');
	await store.set('a', '4');
	expect([await store.get('a'), await store.get('c')]).toEqual(['4', undefined]);
});

describe('a store on Redis', () => {
	test.each([
		['ioredis', { status: 'ready', options: {} }, ['NX']],
		['redis', { isOpen: true }, [{ NX: true }]],
	])('claims through a client of %s', async (_, fields, condition) => {
		const redis = { ...fields, get: vi.fn(), set: vi.fn().mockResolvedValueOnce('OK').mockResolvedValueOnce(null) };
		const store = redisStore(redis);
		expect([await store.claim('a:1', 'x'), await store.claim('a:1', 'y')]).toEqual([true, false]);
		expect(redis.set).toHaveBeenCalledWith('seedance:a:1', 'x', ...condition);
	});

	test('takes another prefix', async () => {
		const redis = { isOpen: true, get: vi.fn().mockResolvedValue('x'), set: vi.fn() };
		await redisStore(redis, { prefix: 'shop:' }).get('a:1');
		expect(redis.get).toHaveBeenCalledWith('shop:a:1');
	});

	test.each([[undefined], [{}], [{ get: () => null, set: () => null }], ['redis://localhost']])(
		'refuses %j',
		(redis) => {
			expect(() => redisStore(redis as never)).toThrow(ConfigurationError);
		},
	);
});
