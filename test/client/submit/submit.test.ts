import { describe, expect, test, vi } from 'vitest';
import {
	ApiError,
	ConfigurationError,
	InvalidRequestError,
	NetworkError,
	SubmitUncertainError,
	TaskAbortedError,
	UnexpectedResponseError,
} from '../../../src/errors/index.js';
import {
	apiKey,
	clientOf,
	created,
	failing,
	fakeApi,
	json,
	rejection,
	request,
	silence,
	text,
	type Reply,
} from '../fake-api.js';

describe('what is sent', () => {
	test('is the payload, once, to the documented address with the key', async () => {
		const api = fakeApi(created);
		const task = await clientOf(api.fetch).submit(request);
		expect(task.id).toBe('task-1');
		expect(api.calls).toHaveLength(1);
		const { url, init } = api.calls[0]!;
		expect(url).toBe('https://ai.alad.com/v1/video/generations');
		expect(init).toMatchObject({ method: 'POST', redirect: 'manual' });
		expect(init.headers).toEqual({
			accept: 'application/json',
			'content-type': 'application/json',
			authorization: `Bearer ${apiKey}`,
		});
		expect(init.body).toBe(JSON.stringify(request));
	});

	test('goes to a base URL with a path', async () => {
		const api = fakeApi(created);
		await clientOf(api.fetch, { baseUrl: 'https://proxy.example/seedance/' }).submit(request);
		expect(api.calls[0]?.url).toBe('https://proxy.example/seedance/v1/video/generations');
	});

	test('is what a chain builds', async () => {
		const api = fakeApi(created);
		await clientOf(api.fetch).submit({ build: () => request });
		expect(api.calls[0]?.init.body).toBe(JSON.stringify(request));
	});

	test('has the extra fields beside it', async () => {
		const api = fakeApi(created);
		await clientOf(api.fetch).submit(request, { extraBody: { priority: 3 } });
		expect(api.calls[0]?.init.body).toBe(JSON.stringify({ ...request, priority: 3 }));
	});

	test('goes through the global fetch of the moment where the client has none', async () => {
		const client = clientOf(undefined);
		const api = fakeApi(created);
		vi.stubGlobal('fetch', api.fetch);
		await client.submit(request).finally(() => vi.unstubAllGlobals());
		expect(api.calls).toHaveLength(1);
	});
});

describe('nothing is sent', () => {
	test('where the request breaks a rule', async () => {
		const api = fakeApi(created);
		const error = await rejection(clientOf(api.fetch).submit({ ...request, resolution: '4k' as never }));
		expect(error).toBeInstanceOf(InvalidRequestError);
		expect(api.calls).toEqual([]);
	});

	test("where an extra field is one of the request's own", async () => {
		const api = fakeApi(created);
		const error = await rejection(clientOf(api.fetch).submit(request, { extraBody: { resolution: '4k' } }));
		expect(error).toEqual(
			new ConfigurationError('extraBody.resolution', 'is a field of the request itself: set it there'),
		);
		expect(api.calls).toEqual([]);
	});

	test('where an extra field has no JSON form', async () => {
		const api = fakeApi(created);
		const error = await rejection(clientOf(api.fetch).submit(request, { extraBody: { seed: 1n as never } }));
		expect(error).toEqual(
			new ConfigurationError('extraBody.seed', 'is a bigint, which has no JSON form: give plain data'),
		);
		expect(api.calls).toEqual([]);
	});

	test('where the signal is aborted already', async () => {
		const api = fakeApi(created);
		const error = await rejection(clientOf(api.fetch).submit(request, { signal: AbortSignal.abort('enough') }));
		expect(error).toBeInstanceOf(TaskAbortedError);
		expect(error).toMatchObject({ name: 'AbortError', cause: 'enough', taskId: undefined });
		expect(api.calls).toEqual([]);
	});
});

describe('a refusal is an ApiError', () => {
	test.each([
		[400, { code: 'InvalidParameter', message: 'duration is wrong', data: null }, 'invalid-input', false, 1],
		[
			401,
			{ error: { message: 'Invalid API key', type: 'authentication_error', code: 'invalid_api_key' } },
			'auth',
			false,
			1,
		],
		[402, { code: 'AccountOverdueError', message: 'pay first' }, 'billing', false, 1],
		[403, { code: 'insufficient_user_quota', message: 'no quota' }, 'billing', false, 1],
		[404, { error: { message: 'Invalid URL' } }, 'not-found', false, 1],
		[413, { code: 'RequestBodyTooLarge', message: 'too large' }, 'invalid-input', false, 1],
		[429, { code: 'RateLimitExceeded', message: 'slow down' }, 'rate-limit', true, 3],
		[503, { code: 'asset_copy_not_ready', message: 'not yet' }, 'asset-not-ready', true, 3],
	])('with %i', async (status, body, kind, retryable, creates) => {
		const api = fakeApi(json(body, status));
		const error = await rejection(clientOf(api.fetch).submit(request));
		expect(error).toBeInstanceOf(ApiError);
		expect(error).toMatchObject({ status, kind, retryable, taskId: undefined });
		expect(api.calls).toHaveLength(creates);
	});

	test('which says how long to wait', async () => {
		const api = fakeApi(json({ code: 'SetLimitExceeded' }, 429, { 'retry-after': '4' }));
		expect(await rejection(clientOf(api.fetch).submit(request))).toMatchObject({ retryAfter: 4_000 });
	});
});

describe('a request that never left is a NetworkError', () => {
	test.each([
		['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:1', 3],
		['ENOTFOUND', 'getaddrinfo ENOTFOUND ai.alad.com', 1],
		['UND_ERR_CONNECT_TIMEOUT', 'Connect Timeout Error', 3],
		['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate', 1],
	])('with %s', async (code, message, creates) => {
		const api = fakeApi(failing(code, message));
		const error = await rejection(clientOf(api.fetch).submit(request));
		expect(error).toBeInstanceOf(NetworkError);
		expect(error).toMatchObject({ code, sent: false });
		expect((error as Error).message).toContain('nothing was sent: submit it again');
		expect(api.calls).toHaveLength(creates);
	});
});

describe('whether a task was made is uncertain, and nothing is sent again, after', () => {
	test.each([
		['a reset', failing('ECONNRESET'), NetworkError],
		['a broken pipe', failing('EPIPE', 'write EPIPE'), NetworkError],
		['an error that nobody knows', failing('E_STRANGE'), NetworkError],
		['a route that is lost while the answer is read', throwing(broken('EHOSTUNREACH', 'read')), NetworkError],
		[
			'a race in which one call may have arrived',
			throwing(new AggregateError([broken('ECONNREFUSED', 'connect'), broken('ECONNRESET', 'read')])),
			NetworkError,
		],
		['an error that has no text', throwing(Object.create(null)), NetworkError],
		['an id that JSON has rounded', text('{"id":1876543210987654321}'), UnexpectedResponseError],
		['a blank id', json({ task_id: ' ' }), UnexpectedResponseError],
		['a 500', json({ error: { message: 'oops' } }, 500), ApiError],
		['a 502', text('<html>Bad Gateway</html>', 502), ApiError],
		['a 503', json({ code: 'x', message: 'No available channel for model' }, 503), ApiError],
		['a 504', text('', 504), ApiError],
		['a 408', text('', 408), ApiError],
		['an empty answer', text(''), UnexpectedResponseError],
		['HTML', text('<html>Welcome</html>'), UnexpectedResponseError],
		['half an answer', text('{"task_id":"tas'), UnexpectedResponseError],
		['an answer without an id', json({ code: 'success', message: '', data: null }), UnexpectedResponseError],
		[
			'a redirect',
			() => new Response(null, { status: 302, headers: { location: 'https://evil.example' } }),
			UnexpectedResponseError,
		],
	])('%s', async (_, reply, Cause) => {
		const api = fakeApi(reply);
		const error = (await rejection(clientOf(api.fetch).submit(request))) as SubmitUncertainError;
		expect(error).toBeInstanceOf(SubmitUncertainError);
		expect(error.cause).toBeInstanceOf(Cause);
		expect(error.request).toEqual(request);
		expect(error.message).toContain('a task may exist and be billed');
		expect(error.message).not.toContain('try again');
		expect((error.cause as Partial<ApiError>).retryable ?? false).toBe(false);
		expect(api.calls).toHaveLength(1);
	});

	test('a silence', async () => {
		const api = fakeApi(silence);
		const error = (await rejection(clientOf(api.fetch, { requestTimeout: 5 }).submit(request))) as SubmitUncertainError;
		expect(error).toBeInstanceOf(SubmitUncertainError);
		expect(error.cause).toMatchObject({ name: 'NetworkError', code: 'TIMEOUT' });
		expect(error.message).toContain('time ran out after 5 ms');
		expect(api.calls).toHaveLength(1);
	});

	test('an answer whose body never ends', async () => {
		const api = fakeApi(() => new Response(new ReadableStream({})));
		const error = (await rejection(clientOf(api.fetch, { requestTimeout: 5 }).submit(request))) as SubmitUncertainError;
		expect(error).toBeInstanceOf(SubmitUncertainError);
		expect(error.cause).toMatchObject({ code: 'TIMEOUT' });
	});

	test('an abort on the way, which settles at once', async () => {
		const api = fakeApi(silence);
		const controller = new AbortController();
		const submit = rejection(clientOf(api.fetch).submit(request, { signal: controller.signal }));
		await vi.waitFor(() => expect(api.calls).toHaveLength(1), { interval: 1 });
		controller.abort('enough');
		const error = await submit;
		expect(error).toBeInstanceOf(SubmitUncertainError);
		expect(error).toMatchObject({ cause: 'enough' });
	});

	test('an abort for a reason that has no text', async () => {
		const controller = new AbortController();
		const client = clientOf(() => {
			controller.abort(Object.create(null));
			return new Promise(() => {});
		});
		const error = await rejection(client.submit(request, { signal: controller.signal }));
		expect(error).toBeInstanceOf(SubmitUncertainError);
	});
});

function throwing(thrown: unknown): Reply {
	return () => {
		throw thrown;
	};
}

/** A call of the system that failed, as Node's `fetch` tells it. */
function broken(code: string, syscall: string): Error {
	return new TypeError('fetch failed', { cause: Object.assign(new Error(`${syscall} ${code}`), { code, syscall }) });
}
