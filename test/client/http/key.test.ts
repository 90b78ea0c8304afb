import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { openRange } from '../../../src/client/download/open-range.js';
import { createClient } from '../../../src/client/index.js';
import {
	apiKey,
	clientOf,
	failing,
	fakeApi,
	json,
	rejection,
	request,
	silence,
	succeeded,
	taskIn,
	text,
	type Reply,
} from '../fake-api.js';

// What an API, a proxy or a fetch might do to give a key away.
const replies: readonly (readonly [string, Reply])[] = [
	[
		'a refusal that quotes it',
		json({ error: { message: `Invalid API key: ${apiKey}`, code: 'invalid_api_key' } }, 401),
	],
	['a refusal that escapes it', text(`{"error":{"message":"${apiKey.replace('-', '\\u002d')}"}}`, 401)],
	[
		'a refusal that escapes it in JSON within JSON',
		json({ error: { message: `{"error":{"message":"${apiKey.replace('-', '\\u002D')}"}}` } }, 401),
	],
	['a header that quotes it', json({}, 401, { 'x-request-id': `Bearer ${apiKey}` })],
	['a page that quotes it', text(`<html>${apiKey}</html>`, 502)],
	['an unreadable answer that quotes it', text(`<html>${apiKey}</html>`)],
	['a failed task that quotes it', taskIn('FAILURE', { fail_reason: `key ${apiKey} was refused` })],
	['a code that quotes it', failing(`E ${apiKey}`)],
	['a fetch that quotes it', failing('ECONNRESET', `Bearer ${apiKey}: connection reset`)],
	[
		'a fetch that throws the request',
		() => {
			throw Object.assign(new TypeError('fetch failed'), { request: { headers: { authorization: apiKey } } });
		},
	],
	['a silence', silence],
];

describe.each(replies)('the key shows in no error after %s', (_, reply) => {
	const client = clientOf(fakeApi(reply).fetch, { requestTimeout: 5 });

	test('to a submit', async () => {
		expectNoKey(await client.submit(request).catch((error: unknown) => error));
	});

	test('to a read', async () => {
		expectNoKey(
			await client
				.task('task-1')
				.status()
				.catch((error: unknown) => error),
		);
	});

	test('to a wait', async () => {
		expectNoKey(await rejection(client.task('task-1').wait({ deadline: 5 })));
	});
});

test('the key shows in no client, task, snapshot or result', async () => {
	const client = clientOf(fakeApi(succeeded).fetch);
	const task = client.task('task-1');
	const result = await task.wait();
	for (const thing of [client, task, await task.status(), result]) expectNoKey(thing);
});

test('the key shows in no status, ratio or resolution that quotes it', async () => {
	const quoted = fakeApi(
		taskIn(apiKey),
		taskIn('SUCCESS', { url: 'https://cdn.example/a.mp4', ratio: apiKey, resolution: apiKey }),
	);
	const task = clientOf(quoted.fetch).task('task-1');
	for (const snapshot of [await task.status(), await task.status()]) expectNoKey(snapshot);
	expectNoKey(
		await rejection(
			clientOf(fakeApi(taskIn(apiKey)).fetch)
				.task('task-1')
				.wait({ deadline: 5 }),
		),
	);
});

test('the key shows in no complaint about it', () => {
	const broken = `${apiKey}\u0000`;
	expect(() => createClient({ apiKey: broken })).toThrow(/characters/);
	try {
		createClient({ apiKey: broken });
	} catch (error) {
		expectNoKey(error);
	}
});

test("the key doesn't go to a result's URL", async () => {
	const api = fakeApi(succeeded, text('video'));
	await openRange(await clientOf(api.fetch).task('task-1').wait());
	expect(JSON.stringify(api.calls[1])).toContain('https://cdn.example/video.mp4');
	expectNoKey(api.calls[1]);
});

function expectNoKey(thing: unknown): void {
	const stack = thing instanceof Error ? thing.stack : '';
	const printed = [
		inspect(thing, { depth: Number.POSITIVE_INFINITY, showHidden: true, getters: true }),
		JSON.stringify(thing),
		stack,
	];
	expect(printed.join('\n')).not.toContain(apiKey);
}

test('the key goes nowhere else, whatever a hook does to the event that it is told', async () => {
	const api = fakeApi(succeeded);
	const onRequest = (event: { url: string }): void => {
		event.url = 'https://evil.example/';
	};
	await clientOf(api.fetch, { onRequest }).task('task-1').status();
	expect(api.calls[0]?.url).toMatch(/^https:\/\/ai\.alad\.com\//);
});
