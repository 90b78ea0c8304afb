import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { openRange } from '../../../src/client/download/open-range.js';
import { createClient, type Client } from '../../../src/client/index.js';
import {
	ApiError,
	NetworkError,
	SubmitUncertainError,
	TaskAbortedError,
	UnexpectedResponseError,
} from '../../../src/errors/index.js';
import { apiKey, rejection, request } from '../fake-api.js';
import { listen, type Loopback } from '../loopback.js';

const servers: Loopback[] = [];
afterEach(async () => {
	await Promise.all(servers.splice(0).map((server) => server.close()));
});

describe('a submit is sent once', () => {
	test('where the connection drops after the request was read', async () => {
		const { client, server } = await start((incoming) => incoming.socket.destroy());
		const error = (await rejection(client.submit(request))) as SubmitUncertainError;
		expect(error).toBeInstanceOf(SubmitUncertainError);
		expect(error.cause).toMatchObject({ name: 'NetworkError', sent: true });
		expect(server.requests).toEqual([
			{ method: 'POST', path: '/v1/video/generations', authorization: `Bearer ${apiKey}` },
		]);
	});

	test('where the connection drops in the middle of the answer', async () => {
		const { client, server } = await start((_, response) => {
			response.writeHead(200, { 'content-length': 100 }).write('{"task_id":"tas', () => response.destroy());
		});
		expect(await rejection(client.submit(request))).toBeInstanceOf(SubmitUncertainError);
		expect(server.requests).toHaveLength(1);
	});

	test('where the answer takes too long', async () => {
		const { client, server } = await start(() => {}, 200);
		expect(await rejection(client.submit(request))).toBeInstanceOf(SubmitUncertainError);
		expect(server.requests).toHaveLength(1);
	});

	test.each([500, 503])('where the server answers %i', async (status) => {
		const { client, server } = await start((_, response) => response.writeHead(status).end('{}'));
		expect(await rejection(client.submit(request))).toBeInstanceOf(SubmitUncertainError);
		expect(server.requests).toHaveLength(1);
	});

	test('where it is aborted on the way', async () => {
		const controller = new AbortController();
		const { client, server } = await start(() => controller.abort());
		const error = await rejection(client.submit(request, { signal: controller.signal }));
		expect(error).toBeInstanceOf(SubmitUncertainError);
		expect(server.requests).toHaveLength(1);
	});
});

test('a submit that finds nobody never left', async () => {
	const { client, server } = await start(() => {});
	await server.close();
	const error = await rejection(client.submit(request));
	expect(error).toBeInstanceOf(NetworkError);
	expect(error).toMatchObject({ code: 'ECONNREFUSED', sent: false });
});

test('a read survives a drop', async () => {
	let reads = 0;
	const { client, server } = await start((incoming, response) => {
		reads += 1;
		if (reads === 1) incoming.socket.destroy();
		else response.end(JSON.stringify({ data: { status: 'SUCCESS', result_url: 'https://cdn.example/video.mp4' } }));
	});
	await expect(client.task('task-1').wait()).resolves.toMatchObject({ taskId: 'task-1' });
	expect(server.requests).toHaveLength(2);
});

test('an abort during a read settles in under 50 ms', async () => {
	const controller = new AbortController();
	let abortedAt = 0;
	const { client } = await start(() => {
		abortedAt = performance.now();
		controller.abort();
	});
	const error = await rejection(client.task('task-1').wait({ signal: controller.signal }));
	expect(performance.now() - abortedAt).toBeLessThan(50);
	expect(error).toBeInstanceOf(TaskAbortedError);
});

describe('the key', () => {
	test.each([301, 302, 303, 307, 308])('does not follow a %i to another host', async (status) => {
		const { server: elsewhere } = await start((_, response) => response.end('{"task_id":"stolen"}'));
		const { client, server } = await start((_, response) =>
			response.writeHead(status, { location: elsewhere.url }).end(),
		);
		const isPermanent = status === 301 || status === 308;
		expect(await rejection(client.submit(request))).toBeInstanceOf(isPermanent ? ApiError : SubmitUncertainError);
		expect(await rejection(client.task('task-1').status())).toBeInstanceOf(UnexpectedResponseError);
		expect(server.requests).toHaveLength(2);
		expect(elsewhere.requests).toEqual([]);
	});

	test("does not go to a result's URL, nor to where that redirects", async () => {
		const { server: storage } = await start((_, response) => response.end('video'));
		const { server: cdn } = await start((_, response) => response.writeHead(302, { location: storage.url }).end());
		const { client } = await start((_, response) => {
			response.end(JSON.stringify({ data: { status: 'SUCCESS', result_url: `${cdn.url}/video.mp4` } }));
		});
		const { body } = await openRange(await client.task('task-1').wait());
		expect(await new Response(body).text()).toBe('video');
		expect([...cdn.requests, ...storage.requests].map(({ authorization }) => authorization)).toEqual([
			undefined,
			undefined,
		]);
	});
});

async function start(
	listener: RequestListener,
	requestTimeout = 5_000,
): Promise<{ readonly client: Client; readonly server: Loopback }> {
	const server = await listen(listener);
	servers.push(server);
	const polling = { interval: 1, maxInterval: 1 };
	return { server, client: createClient({ apiKey, baseUrl: server.url, requestTimeout, polling }) };
}
