import { describe, expect, test } from 'vitest';
import { ApiError, NetworkError, SubmitUncertainError, UnexpectedResponseError } from '../../../src/errors/index.js';
import { accepted, type Reply, reply, succeeded } from '../../../src/testing/index.js';
import { post, rejection, request, shapes, stalled, start, timeLimit, timeout } from '../scripted.js';

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

	test('that moderation rejects is an ApiError', async () => {
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

	test('whose connection is refused is a NetworkError', async () => {
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
		const { emulator, client } = start({ create: [answer] }, timeLimit(answer));
		const error = await rejection(client.submit(request));
		expect(error).toBeInstanceOf(SubmitUncertainError);
		expect((error as Error).cause).toBeInstanceOf(Cause);
		expect(emulator).toMatchObject({ creates: 1, requests: [] });
	});

	test.each(uncertain)('that meets %s after it was accepted is uncertain, and its task exists', async (_, answer) => {
		const { emulator, client } = start({ create: [accepted({ answer })], task: [succeeded()] }, timeLimit(answer));
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
