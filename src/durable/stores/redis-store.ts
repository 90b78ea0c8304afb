import { ConfigurationError } from '../../errors/configuration-error.js';
import { readOptions } from '../../errors/read-options.js';
import { formatValue } from '../../rules.js';
import type { Store } from './store.js';

/** A client of the package `ioredis`: the methods that the store calls. */
export interface IoredisClient {
	/** Tells the two packages apart. */
	readonly options: object;
	readonly status: string;
	get(key: string): Promise<string | null>;
	set(key: string, value: string): Promise<unknown>;
	set(key: string, value: string, condition: 'NX'): Promise<unknown>;
}

/** A client of the package `redis`: the methods that the store calls. */
export interface NodeRedisClient {
	/** Tells the two packages apart. */
	readonly isOpen: boolean;
	get(key: string): Promise<string | null>;
	set(key: string, value: string, options?: { readonly NX: true }): Promise<unknown>;
}

/** Options of {@link redisStore}. */
export interface RedisStoreOptions {
	/** What every key of the journal begins with. @default "seedance:" */
	readonly prefix?: string | undefined;
}

/**
 * Creates a store on Redis, through your own client of `ioredis` or `redis`. The library imports neither.
 *
 * The server must keep what it has accepted: with `appendonly yes`, and `noeviction` as its `maxmemory-policy`. A lost entry is a
 * request that may be paid for twice. The entries do not expire: delete them once a job is settled for good.
 *
 * @throws {ConfigurationError} If `redis` is a client of neither package.
 *
 * @example
 * const steps = createSteps(client, redisStore(new Redis()));
 */
export function redisStore(redis: IoredisClient | NodeRedisClient, options?: RedisStoreOptions): Store {
	const { prefix = 'seedance:' } = readOptions('options', options, ({ prefix }) => ({ prefix }));
	if (typeof prefix !== 'string') {
		throw new ConfigurationError('prefix', `is ${formatValue(prefix)}: give a text`);
	}
	const claim = claimOf(redis);
	return {
		claim: async (key, value) => (await claim(prefix + key, value)) === 'OK',
		get: (key) => redis.get(prefix + key),
		set: (key, value) => redis.set(prefix + key, value),
	};
}

function claimOf(redis: IoredisClient | NodeRedisClient): (key: string, value: string) => Promise<unknown> {
	const { get, set } = (redis ?? {}) as Partial<IoredisClient>;
	if (typeof get === 'function' && typeof set === 'function') {
		if ('isOpen' in redis) return (key, value) => redis.set(key, value, { NX: true });
		if ('status' in redis) return (key, value) => redis.set(key, value, 'NX');
	}
	throw new ConfigurationError('redis', 'is no client of ioredis or redis: pass new Redis() or createClient()');
}
