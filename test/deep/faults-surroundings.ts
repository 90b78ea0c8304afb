import type { Fetch } from '../../src/client/index.js';
import type { Behaviour, Plan } from './faults-plan.js';
import { randomOf, type Random } from './faults-random.js';
import type { FaultyServer, RunRecord } from './faults-server.js';
import { sleep } from './faults-wire.js';

/** Makes a callback that behaves as the plan says, after `note` has taken what it was called with. */
export function callbackOf<Arguments extends readonly unknown[]>(
	behaviour: Behaviour,
	random: Random,
	note: (...given: Arguments) => void,
): ((...given: Arguments) => unknown) | undefined {
	if (behaviour === 'none') return undefined;
	return (...given) => {
		note(...given);
		if (behaviour === 'hangs') return new Promise(() => undefined);
		if (behaviour === 'waits') return sleep(random.whole(1, 15));
		if (behaviour === 'throws' && random.chance(0.5)) throw oddValue(random);
		return behaviour === 'throws' ? Promise.reject(oddValue(random)) : 'ignored';
	};
}

/** Makes the `fetch` of a run. */
export function fetchOf({ fetchKind, apiKey }: Plan, server: FaultyServer, record: RunRecord): Fetch | undefined {
	const random = randomOf(`${record.seed}/fetch`);
	const strike = (): boolean => random.chance(0.35);
	const kinds: Record<Plan['fetchKind'], Fetch | undefined> = {
		platform: undefined,
		unreachable: (url, init) => globalThis.fetch(strike() ? url.replace(/:\d+/, `:${server.deadPort}`) : url, init),
		deaf: (url, init) => globalThis.fetch(url, { ...init, signal: null }),
		slow: async (url, init) => {
			await sleep(random.whole(1, 40));
			const response = await globalThis.fetch(url, { ...init, signal: null });
			await sleep(random.whole(1, 40));
			return response;
		},
		broken: async (url, init) => {
			if (!strike()) return globalThis.fetch(url, init);
			if (random.chance(0.3)) return undefined as unknown as Response;
			// For a download, it is given no key.
			throw oddValue(random, url.includes('?read=') ? undefined : new Error(`with ${apiKey}`));
		},
		hiding: async (url, init) => {
			if (!strike()) return globalThis.fetch(url, init);
			const index = Number(/request (\d+)/.exec(init?.body as string)?.[1] ?? -1);
			// The server must have it before the client can send it again.
			const response = await globalThis.fetch(url, init).catch(() => undefined);
			void response?.body?.cancel().catch(() => undefined);
			const hidden = record.creates.filter((create) => create.index === index).at(-1);
			if (hidden) hidden.isHidden = true;
			throw brokenAfter(random);
		},
	};
	return kinds[fetchKind];
}

/** An error after the request was sent, whose causes tell of older attempts too. */
function brokenAfter(random: Random): unknown {
	const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' });
	const reset = (cause?: unknown): Error =>
		Object.assign(new Error('read ECONNRESET', { cause }), { code: 'ECONNRESET', syscall: 'read' });
	return random.pick([
		new TypeError('fetch failed', { cause: reset(refused) }),
		new TypeError('fetch failed', { cause: Object.assign(reset(), { errors: [refused] }) }),
		Object.assign(new Error('connect ECONNREFUSED', { cause: reset() }), { code: 'ECONNREFUSED', syscall: 'connect' }),
		new AggregateError([refused, reset()], 'all failed'),
		new TypeError('fetch failed: connect ECONNREFUSED'),
		Object.assign(new Error('aborted'), { code: 'UND_ERR_ABORTED' }),
		Object.assign(new Error('read EHOSTUNREACH'), { code: 'EHOSTUNREACH', syscall: 'read' }),
	]);
}

/** What a callback or a custom `fetch` may throw. */
function oddValue(random: Random, secret?: Error): unknown {
	const throwing = {
		get message(): string {
			throw secret ?? new Error('from a getter');
		},
	};
	const { proxy, revoke } = Proxy.revocable({}, {});
	revoke();
	const secrets = secret && [
		secret,
		Object.assign(new Error('boom', { cause: secret }), { config: { headers: secret.message } }),
		{ toString: () => secret.message },
		secret.message,
	];
	if (secrets && random.chance(0.7)) return random.pick(secrets);
	return random.pick([new Error('broken'), undefined, null, 'a text', Symbol('a symbol'), throwing, proxy]);
}
