import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { createClient } from '../../src/client/index.js';
import { ConfigurationError, SeedanceError } from '../../src/errors/index.js';
import { estimateTokens, lintRequest, type VideoRequest } from '../../src/index.js';
import { saveVideo } from '../../src/node/index.js';
import * as testing from '../../src/testing/index.js';
import { apiKey, fakeApi, request, succeeded, created } from '../client/fake-api.js';

const thrower = new Proxy(
	{},
	{
		get() {
			throw new Error(apiKey);
		},
	},
);

/** What is no object of options, and what the message says of it. */
const wrong: readonly (readonly [name: string, given: unknown, says: string])[] = [
	['null', null, 'is null'],
	['a text, which may be the key', apiKey, 'is a string'],
	['a number', 5, 'is a number'],
	['false', false, 'is a boolean'],
	['a bigint', 5n, 'is a bigint'],
	['a symbol', Symbol('x'), 'is a symbol'],
	['a function', () => ({}), 'is a function'],
	['a list', [{}], 'is a list'],
	['a proxy that throws', thrower, 'could not be read'],
	['a revoked proxy', revoked(), 'could not be read'],
	['a getter that throws', throwing(), 'could not be read'],
];

const api = fakeApi(created, succeeded);
const client = createClient({ apiKey, fetch: api.fetch });
const { reply } = testing;

/** Every function that takes options: whether it is async, and the argument that its message names. */
const calls: Readonly<
	Record<string, readonly [kind: 'sync' | 'async', argument: string, call: (given: never) => unknown]>
> = {
	createClient: ['sync', 'options', (given) => createClient(given)],
	'createClient, polling': ['sync', 'polling', (polling) => createClient({ apiKey, polling })],
	submit: ['async', 'options', (given) => client.submit(request, given)],
	generate: ['async', 'options', (given) => client.generate(request, given)],
	generateAll: ['sync', 'options', (given) => client.generateAll([request], given)],
	wait: ['async', 'options', (given) => client.task('task-1').wait(given)],
	status: ['async', 'options', (given) => client.task('task-1').status(given)],
	saveVideo: ['async', 'options', (given) => saveVideo(result, '/nowhere/a.mp4', given)],
	'saveVideo, result': ['async', 'result', (given) => saveVideo(given, '/nowhere/a.mp4')],
	lintRequest: ['sync', 'options', (given) => lintRequest(request, given)],
	estimateTokens: ['sync', 'options', (given) => estimateTokens(sized, given)],
	createEmulator: ['sync', 'options', (given) => testing.createEmulator(given)],
	accepted: ['sync', 'options', (given) => testing.accepted(given)],
	served: ['sync', 'options', (given) => testing.served(given)],
	queued: ['sync', 'options', (given) => testing.queued(given)],
	running: ['sync', 'options', (given) => testing.running(50, given)],
	succeeded: ['sync', 'options', (given) => testing.succeeded(given)],
	failed: ['sync', 'options', (given) => testing.failed(given)],
	moderated: ['sync', 'options', (given) => testing.moderated(given)],
	cancelled: ['sync', 'options', (given) => testing.cancelled(given)],
	expired: ['sync', 'options', (given) => testing.expired(given)],
	'reply.error': ['sync', 'options', (given) => reply.error(500, given)],
	'reply.rateLimited': ['sync', 'options', (given) => reply.rateLimited(given)],
	'reply.moderated': ['sync', 'options', (given) => reply.moderated(given)],
};
const sized: VideoRequest = { ...request, ratio: '1:1' };
const result = { taskId: 'task-1', videoUrl: 'https://cdn.example/a.mp4', expiresAt: '', raw: null };

const cases = Object.entries(calls).flatMap(([name, [kind, argument, call]]) =>
	wrong.map(([what, given, says]) => [name, what, { kind, argument, call, given, says }] as const),
);

test.each(cases)('%s refuses %s', async (_, _what, { kind, argument, call, given, says }) => {
	const act = (): unknown => call(given as never);
	const error: unknown =
		kind === 'sync' ? thrownBy(act) : await (act() as Promise<unknown>).catch((one: unknown) => one);
	expect(error).toBeInstanceOf(ConfigurationError);
	expect(error).toMatchObject({ option: argument, message: expect.stringContaining(`${argument} ${says}: pass `) });
	expect(inspect(error)).not.toContain(apiKey);
	expect(api.calls).toEqual([]);
});

test.each(['onSubmitting', 'onSubmitted', 'onProgress'])(
	'%s that is no function is refused before a submit',
	async (name) => {
		for (const callback of [null, 5, 'x', {}, revoked()]) {
			const options = { [name]: callback };
			await expect(client.generate(request, options)).rejects.toMatchObject({ option: name });
			expect(thrownBy(() => client.generateAll([request], options))).toMatchObject({ option: name });
		}
		expect(api.calls).toEqual([]);
	},
);

test('onSubmitting that is no function is refused by submit, too', async () => {
	await expect(client.submit(request, { onSubmitting: null as never })).rejects.toMatchObject({
		message: 'onSubmitting is null: pass a function',
	});
	expect(api.calls).toEqual([]);
});

test.each(['onRequest', 'onResponse'])('%s that is no function is refused', (name) => {
	expect(thrownBy(() => createClient({ apiKey, [name]: 5 }))).toMatchObject({
		message: `${name} is 5: pass a function`,
	});
});

test.each([
	['a number', 5],
	['a text', 'x'],
	['an object', {}],
	['a proxy that throws', thrower],
	['a revoked proxy', revoked()],
])('a signal that is %s is refused before anything is sent', async (_, given) => {
	const signal = given as never;
	const calls = [
		() => client.submit(request, { signal }),
		() => client.generate(request, { signal }),
		() => client.task('task-1').wait({ signal }),
		() => client.task('task-1').status({ signal }),
		() => saveVideo(result, '/nowhere/a.mp4', { signal }),
	];
	for (const call of calls)
		await expect(call()).rejects.toMatchObject({ name: 'ConfigurationError', option: 'signal' });
	expect(thrownBy(() => client.generateAll([request], { signal }))).toMatchObject({ option: 'signal' });
	expect(api.calls).toEqual([]);
});

test('a result without a task id is refused', async () => {
	for (const given of [{}, { taskId: 5 }, { taskId: null }]) {
		await expect(saveVideo(given as never, '/nowhere/a.mp4')).rejects.toThrow(
			'result has no taskId: pass the result of wait() or generate()',
		);
	}
});

test('options may be an instance of a class, with getters', async () => {
	class Options {
		get apiKey(): string {
			return apiKey;
		}

		get fetch() {
			return fakeApi(succeeded).fetch;
		}
	}
	await expect(createClient(new Options()).task('task-1').status()).resolves.toMatchObject({ status: 'succeeded' });
});

test.each([
	[{ origin: 'here' }, 'origin "here" is not a URL: write it like http://localhost:4000'],
	[{ origin: null }, 'origin null is not a URL'],
	[{ shape: 'toString' }, 'shape "toString" is unknown: choose one of starrise, '],
	[{ shape: null }, 'shape null is unknown'],
	[{ now: 5 }, 'now is 5: pass a function'],
])('the emulator refuses %j', (options, message) => {
	const error = thrownBy(() => testing.createEmulator(options as never));
	expect(error).toBeInstanceOf(SeedanceError);
	expect((error as Error).message).toContain(message);
});

function thrownBy(act: () => unknown): unknown {
	try {
		act();
	} catch (error) {
		return error;
	}
	return undefined;
}

function revoked(): object {
	const { proxy, revoke } = Proxy.revocable({}, {});
	revoke();
	return proxy;
}

/** An object whose every option throws. */
function throwing(): object {
	const names = ['apiKey', 'interval', 'signal', 'spelling', 'code', 'answer', 'dropAt', 'taskId', 'now'];
	return Object.defineProperties(
		{},
		Object.fromEntries(
			names.map((name) => [
				name,
				{
					enumerable: true,
					get() {
						throw new Error(apiKey);
					},
				},
			]),
		),
	);
}
