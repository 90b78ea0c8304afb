import { expect, test } from 'vitest';
import type { RequestEvent, ResponseEvent } from '../../../src/client/index.js';
import { apiKey, clientOf, created, failing, fakeApi, json, request, succeeded, taskIn } from '../fake-api.js';

const url = 'https://ai.alad.com/v1/video/generations';

test('the hooks tell each call with its attempt and its task, and neither key nor body', async () => {
	const before: RequestEvent[] = [];
	const after: ResponseEvent[] = [];
	const api = fakeApi(json({}, 429), created, taskIn('QUEUED'), failing('ECONNRESET'), succeeded);
	const client = clientOf(api.fetch, {
		onRequest: (event) => before.push(event),
		onResponse: (event) => after.push(event),
	});
	await client.generate(request);
	expect(before).toEqual([
		{ method: 'POST', url, attempt: 1 },
		{ method: 'POST', url, attempt: 2 },
		...[1, 2, 3].map((attempt) => ({ method: 'GET', url: `${url}/task-1`, attempt, taskId: 'task-1' })),
	]);
	expect(after.map(({ status, code }) => status ?? code)).toEqual([429, 200, 200, 'ECONNRESET', 200]);
	expect(after.every(({ duration }) => duration >= 0)).toBe(true);
	expect(JSON.stringify([before, after])).not.toContain(apiKey);
	expect(JSON.stringify([before, after])).not.toContain('piano');
});

test('the bodies are told where they are asked for, and the key is in none of them', async () => {
	const before: RequestEvent[] = [];
	const after: ResponseEvent[] = [];
	const client = clientOf(fakeApi(created, json({ message: `no, ${apiKey}` }, 404)).fetch, {
		includeBodies: true,
		onRequest: (event) => before.push(event),
		onResponse: (event) => after.push(event),
	});
	await expect(client.generate(request, { extraBody: { note: apiKey } })).rejects.toThrow('404');
	expect(before.map(({ requestBody }) => requestBody)).toEqual([
		JSON.stringify({ ...request, note: '[api key]' }),
		undefined,
	]);
	expect(after.map(({ responseBody }) => responseBody)).toEqual([
		expect.stringContaining('task-1'),
		'{"message":"no, [api key]"}',
	]);
});

test('a hook that throws costs nothing', async () => {
	const client = clientOf(fakeApi(created, succeeded).fetch, {
		onRequest: () => {
			throw new Error('a bug');
		},
		onResponse: () => Promise.reject(new Error('another')),
	});
	await expect(client.generate(request)).resolves.toMatchObject({ taskId: 'task-1' });
});
