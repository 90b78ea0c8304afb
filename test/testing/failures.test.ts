import { describe, expect, test } from 'vitest';
import { openRange } from '../../src/client/download/open-range.js';
import type { VideoResult } from '../../src/client/index.js';
import {
	ApiError,
	DownloadError,
	NetworkError,
	SubmitUncertainError,
	TaskFailedError,
	TaskTimeoutError,
	UnexpectedResponseError,
} from '../../src/errors/index.js';
import {
	accepted,
	cancelled,
	createEmulator,
	type EmulatorOptions,
	type ErrorStatus,
	expired,
	failed,
	moderated,
	queued,
	type Reply,
	reply,
	running,
	served,
	type Shape,
	succeeded,
	unknownStatus,
} from '../../src/testing/index.js';
import { clientOf, rejection, request } from '../client/fake-api.js';

const id = 'asyntask_00000001';
const timeout = reply.timeout();
const stalled = reply.stalled();
const silent: readonly Reply[] = [timeout, stalled];
const shapes = ['starrise', 'new-api', 'new-api-task', 'openai-video', 'siray', 'ark'] as const satisfies Shape[];

describe('a submit', () => {
	test.each([
		[400, 'invalid-input'],
		[401, 'auth'],
		[402, 'billing'],
		[403, 'auth'],
		[404, 'not-found'],
		[413, 'invalid-input'],
	] as const)('that is refused with %i is an ApiError', async (status, kind) => {
		const { emulator, client } = start({ create: [reply.error(status)] });
		const error = await rejection(client.submit(request));
		expect(error).toBeInstanceOf(ApiError);
		expect(error).toMatchObject({ status, kind });
		expect(emulator).toMatchObject({ creates: 1, requests: [] });
	});

	test('that moderation refuses is an ApiError', async () => {
		const { client } = start({ create: [reply.moderated({ quoted: 1 })] });
		expect(await rejection(client.submit(request))).toMatchObject({
			name: 'ApiError',
			status: 400,
			kind: 'input-moderation',
			code: 'InputTextSensitiveContentDetected',
		});
	});

	test.each(shapes)('that is refused keeps code and message in the shape %s, however deeply quoted', async (shape) => {
		for (const quoted of [0, 1, 2, 3]) {
			const options = { code: 'InvalidParameter', message: 'content[1] is no image', quoted };
			const { client } = start({ shape, create: [reply.error(400, options)] });
			expect(await rejection(client.submit(request))).toMatchObject({
				name: 'ApiError',
				code: 'InvalidParameter',
				reason: 'content[1] is no image',
			});
		}
	});

	test('that never leaves is a NetworkError', async () => {
		const { client } = start({ create: [reply.unreachable()] });
		const error = await rejection(client.submit(request));
		expect(error).toBeInstanceOf(NetworkError);
		expect(error).toMatchObject({ code: 'ECONNREFUSED', sent: false });
	});

	const uncertain: [name: string, answer: Reply, cause: unknown][] = [
		...([500, 502, 503, 504] as const).map((status): [string, Reply, unknown] => [
			String(status),
			reply.error(status),
			ApiError,
		]),
		['an HTML 502', reply.html(502), ApiError],
		['a drop', reply.dropped(), NetworkError],
		['a timeout', timeout, NetworkError],
		['a body that stalls', stalled, NetworkError],
		['an empty 200', reply.empty(), UnexpectedResponseError],
		['an HTML 200', reply.html(), UnexpectedResponseError],
		['truncated JSON', reply.truncated(), UnexpectedResponseError],
		['an answer without data', reply.noData(), UnexpectedResponseError],
	];

	test.each(uncertain)('that meets %s before it was accepted is uncertain', async (_, answer, Cause) => {
		const { emulator, client } = start({ create: [answer] }, patience(answer));
		const error = await rejection(client.submit(request));
		expect(error).toBeInstanceOf(SubmitUncertainError);
		expect((error as Error).cause).toBeInstanceOf(Cause);
		expect(emulator).toMatchObject({ creates: 1, requests: [] });
	});

	test.each(uncertain)('that meets %s after it was accepted is uncertain, and its task exists', async (_, answer) => {
		const { emulator, client } = start({ create: [accepted({ answer })], task: [succeeded()] }, patience(answer));
		expect(await rejection(client.submit(request))).toBeInstanceOf(SubmitUncertainError);
		expect(emulator).toMatchObject({ creates: 1, requests: [request] });
		await expect(client.task('asyntask_00000001').wait()).resolves.toMatchObject({ duration: 5 });
	});
});

describe('a rate limit', () => {
	test.each([
		[undefined, null],
		[4, '4'],
		[new Date(0), 'Thu, 01 Jan 1970 00:00:00 GMT'],
	])('with retryAfter %s says %s', async (retryAfter, header) => {
		const { emulator } = start({ create: [reply.rateLimited({ retryAfter }), accepted()] });
		const response = await post(emulator.fetch);
		expect([response.status, response.headers.get('retry-after')]).toEqual([429, header]);
		expect(await response.json()).toMatchObject({ error: { code: 'RateLimitExceeded' } });
		expect((await post(emulator.fetch)).status).toBe(200);
		expect(emulator).toMatchObject({ creates: 2, requests: [request] });
	});
});

describe('a wait', () => {
	test.each([401, 404] as const)('that is refused with %i is an ApiError', async (status) => {
		const { emulator, client } = start({ task: [running(), reply.error(status)] });
		const error = await rejection(client.generate(request));
		expect(error).toBeInstanceOf(ApiError);
		expect(error).toMatchObject({ status, taskId: 'asyntask_00000001' });
		expect(emulator.polls).toBe(2);
	});

	test.each<[string, Reply]>([
		['429', reply.rateLimited({ retryAfter: 0 })],
		['500', reply.error(500)],
		['503', reply.error(503)],
		['a drop', reply.dropped()],
		['no connection', reply.unreachable()],
		['HTML', reply.html()],
		['an empty 200', reply.empty()],
		['truncated JSON', reply.truncated()],
		['an answer without data', reply.noData()],
		['a slow body', stalled],
		['a timeout', timeout],
	])('survives %s', async (_, answer) => {
		const { emulator, client } = start({ task: [queued(), answer, running(70), succeeded()] }, patience(answer));
		await expect(client.generate(request)).resolves.toMatchObject({ taskId: 'asyntask_00000001' });
		expect(emulator).toMatchObject({ creates: 1, polls: 4 });
	});

	test.each([
		['failed', failed(), { kind: 'server', code: 'InternalServiceError' }],
		['failed', moderated(), { kind: 'output-moderation', code: 'OutputVideoSensitiveContentDetected' }],
		['cancelled', cancelled(), {}],
		['expired', expired(), {}],
	] as const)('for a task that ends as %s is a TaskFailedError in every shape', async (status, end, facts) => {
		for (const shape of shapes) {
			const { client } = start({ shape, task: [running(), end] });
			const error = await rejection(client.generate(request));
			expect(error).toBeInstanceOf(TaskFailedError);
			expect(error).toMatchObject({ status, ...facts });
		}
	});

	test.each([0, 1, 2, 3])('tells why a task failed, quoted %i times, in every shape', async (quoted) => {
		for (const shape of shapes) {
			const { client } = start({ shape, task: [moderated({ message: 'Not this.', quoted })] });
			const error = await rejection(client.generate(request));
			expect(error).toMatchObject({ name: 'TaskFailedError', code: 'OutputVideoSensitiveContentDetected' });
			expect((error as TaskFailedError).reason).toContain('Not this.');
		}
	});

	test('goes on after a status that nobody knows', async () => {
		const { client } = start({ task: [unknownStatus('PAUSED'), succeeded()] });
		const seen: string[] = [];
		await client.generate(request, { onProgress: ({ status }) => seen.push(status) });
		expect(seen).toEqual(['unknown', 'succeeded']);
	});

	test('ends at the deadline where that status, the last of the script, never changes', async () => {
		const { client } = start({ task: [queued(), unknownStatus('PAUSED')] });
		const error = await rejection(client.generate(request, { deadline: 20 }));
		expect(error).toBeInstanceOf(TaskTimeoutError);
		expect(error).toMatchObject({ rawStatus: 'PAUSED' });
	});

	test.each(['SUCCESS', 'succeeded', 'completed'])('knows success as %s in every shape', async (spelling) => {
		for (const shape of shapes) {
			const { emulator, client } = start({ shape, task: [queued(), running(), succeeded({ spelling })] });
			const { videoUrl } = await client.generate(request);
			expect((await emulator.fetch(videoUrl)).status).toBe(200);
			expect(emulator).toMatchObject({ creates: 1, polls: 3 });
		}
	});

	test('reads the progress that the script tells', async () => {
		const { client } = start({
			task: [queued({ spelling: '' }), running(30, { spelling: 'generating' }), succeeded()],
		});
		const seen: unknown[] = [];
		await client.generate(request, { onProgress: ({ status, progress }) => seen.push([status, progress]) });
		expect(seen).toEqual([
			['queued', 0],
			['running', 0.3],
			['succeeded', 1],
		]);
	});
});

describe('a download', () => {
	test.each<[string, Reply, object]>([
		['an expired URL', reply.urlExpired(), { status: 403 }],
		['a 404', reply.error(404), { status: 404 }],
		['a drop', reply.dropped(), {}],
	])('that meets %s is a DownloadError', async (_, answer, facts) => {
		const { result } = await finish({ download: [answer] });
		const error = await rejection(openRange(result));
		expect(error).toBeInstanceOf(DownloadError);
		expect(error).toMatchObject({ taskId: 'asyntask_00000001', ...facts });
	});

	test('drops where the script says, and goes on from there', async () => {
		const { emulator, result } = await finish({ download: [served({ dropAt: 0.5 }), served()] });
		const { received, length, error } = await receive(await emulator.fetch(result.videoUrl));
		expect(received).toBe(Math.floor(length / 2));
		expect(error).toMatchObject({ message: 'terminated', cause: { message: 'other side closed' } });

		const headers = { range: `bytes=${received}-` };
		const rest = await receive(await emulator.fetch(result.videoUrl, { headers }));
		expect(rest).toEqual({ received: length - received, length: length - received, error: undefined });
	});

	test('ends before the length that was announced', async () => {
		const { emulator, result } = await finish({ download: [served({ endAt: 0.25 })] });
		const { received, length, error } = await receive(await emulator.fetch(result.videoUrl));
		expect([received, error]).toEqual([Math.floor(length / 4), undefined]);
	});

	test('is refused to a key, whatever the script says', async () => {
		const { emulator, result } = await finish({ download: [reply.urlExpired(), served()] });
		const headers = { authorization: 'Bearer test' };
		expect((await emulator.fetch(result.videoUrl, { headers })).status).toBe(400);
		expect((await emulator.fetch(result.videoUrl)).status).toBe(403);
	});
});

describe('a script', () => {
	test('begins anew for every task, and a create can bring its own', async () => {
		const create = [accepted(), accepted({ task: [failed()] }), accepted()];
		const { client } = start({ create, task: [queued(), succeeded()] });
		const ends = await Promise.allSettled([1, 2, 3].map(() => client.generate(request)));
		expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
	});

	test('without entries is the same as none', async () => {
		const { client } = start({ create: [], task: [], download: [], queuedFor: 0, runningFor: 0 });
		await expect(client.generate(request)).resolves.toMatchObject({ ratio: '16:9' });
	});

	test('takes an answer of your own', async () => {
		const teapot: Reply = (request, shape) => new Response(`${request.method} ${shape}`, { status: 418 });
		const { emulator } = start({ shape: 'ark', create: [teapot] });
		expect(await (await post(emulator.fetch)).text()).toBe('POST ark');
	});

	test('keeps the moments at which a query found the work begun and ended', async () => {
		let now = 1_000_000;
		const { client } = start({ now: () => now, task: [queued(), running(), succeeded()] });
		const task = await client.submit(request);
		for (const time of [1_010_000, 1_020_000, 1_030_000, 1_040_000]) {
			now = time;
			await task.status();
		}
		expect((await task.status()).raw).toMatchObject({
			data: { submit_time: 1_000, start_time: 1_020, finish_time: 1_030 },
		});
	});

	test('takes the words of its own place alone', () => {
		// @ts-expect-error A task step answers no create.
		createEmulator({ create: [queued()] });
		// @ts-expect-error Nothing is accepted by a query.
		createEmulator({ task: [accepted()] });
		// @ts-expect-error There are no words for this status.
		expect(() => reply.error(418)).toThrow(TypeError);
	});
});

test.each(shapes)('a whole request goes through in the shape %s', async (shape) => {
	const { emulator, client } = start({ shape, queuedFor: 0, runningFor: 0 });
	const result = await client.generate(request);
	expect((await emulator.fetch(result.videoUrl)).status).toBe(200);
	expect(emulator).toMatchObject({ creates: 1, polls: 1 });
});

test.each<[Shape, object, object]>([
	['starrise', { id, task_id: id, object: 'video' }, { code: 'success', data: { status: 'IN_PROGRESS' } }],
	['new-api', { task_id: id, status: 'queued' }, { task_id: id, status: 'in_progress', metadata: { fps: 24 } }],
	['new-api-task', { task_id: id }, { code: 'success', data: { platform: 'volcengine', status: 'IN_PROGRESS' } }],
	['openai-video', { id, task_id: id, object: 'video' }, { id, object: 'video', status: 'in_progress', progress: 50 }],
	['siray', { code: 'success', data: { task_id: id } }, { code: 'success', data: { status: 'IN_PROGRESS' } }],
	['ark', { id }, { id, status: 'running', error: null }],
])('the shape %s is written as its gateway writes it', async (shape, created, found) => {
	const { emulator, client } = start({ shape, task: [running()] });
	expect(await (await post(emulator.fetch)).json()).toMatchObject(created);
	expect((await client.task(id).status()).raw).toMatchObject(found);
});

test.each<[ErrorStatus, Shape, object]>([
	[401, 'starrise', { error: { type: 'authentication_error', code: 'invalid_api_key', message: 'Invalid API key' } }],
	[401, 'new-api', { code: 'invalid_api_key', message: 'Invalid API key', data: null }],
	[401, 'ark', { error: { type: 'authentication_error', code: 'invalid_api_key', param: '' } }],
])('a %i in the shape %s has its envelope', async (status, shape, body) => {
	const { emulator } = start({ shape, create: [reply.error(status)] });
	expect(await (await post(emulator.fetch)).json()).toMatchObject(body);
});

function start(options: EmulatorOptions, requestTimeout = 5_000) {
	const emulator = createEmulator(options);
	return { emulator, client: clientOf(emulator.fetch, { requestTimeout }) };
}

/** How long a call may take: short only where no answer is to come, so that a busy machine fails no test. */
function patience(answer: Reply): number {
	return silent.includes(answer) ? 200 : 5_000;
}

async function finish(options: EmulatorOptions) {
	const { emulator, client } = start({ task: [succeeded()], ...options });
	const result: VideoResult = await client.generate(request);
	return { emulator, result };
}

function post(fetch: typeof globalThis.fetch): Promise<Response> {
	const headers = { authorization: 'Bearer test' };
	return fetch('https://ai.alad.com/v1/video/generations', { method: 'POST', headers, body: JSON.stringify(request) });
}

/** How many bytes of a body came, how many were announced, and what ended it early. */
async function receive(response: Response) {
	const length = Number(response.headers.get('content-length'));
	let received = 0;
	let error: unknown;
	try {
		for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) received += chunk.length;
	} catch (thrown) {
		error = thrown;
	}
	return { received, length, error };
}
