import { expect, test } from 'vitest';
import { apiError, taskFailure } from '../../src/client/failure.js';

const reason = 'The parameter `duration` is not valid. Request id: 0217-ab';
const ark = { error: { code: 'InvalidParameter', message: reason, param: '', type: 'BadRequest' } };

test('an error that a gateway quotes is unwrapped, however deep', () => {
	const quoted = { code: 'fail_to_fetch_task', message: JSON.stringify(ark), data: null };
	const twice = { code: 'upstream_error', message: `bad response: ${JSON.stringify(quoted)}` };
	for (const body of [ark, quoted, twice]) {
		expect(apiError(answer(400, JSON.stringify(body)))).toMatchObject({
			status: 400,
			kind: 'invalid-input',
			code: 'InvalidParameter',
			reason,
			requestId: '0217-ab',
			retryable: false,
		});
	}
});

test('a message with braces that are no JSON stays as it is', () => {
	const body = JSON.stringify({ code: 'c', message: 'use {name} here' });
	expect(apiError(answer(400, body))).toMatchObject({ code: 'c', reason: 'use {name} here' });
});

test('JSON that is no failure stays in the message', () => {
	const body = JSON.stringify({ code: 'c', message: 'got {"a":1}' });
	expect(apiError(answer(400, body))).toMatchObject({ code: 'c', reason: 'got {"a":1}' });
});

test("a proxy's page is quoted in short", () => {
	const { reason: quoted = '' } = apiError(answer(502, `<html>\n\n<h1>Bad   Gateway</h1>${'x'.repeat(1_000)}`));
	expect(quoted).toMatch(/^<html> <h1>Bad Gateway<\/h1>x+$/);
	expect(quoted).toHaveLength(200);
});

test('an empty body leaves the reason out', () => {
	const error = apiError(answer(503, ''));
	expect(error.reason).toBeUndefined();
	expect(error.message).toBe('the API answered the request with 503; try again later');
});

test('the trace id comes from a header where the body has none', () => {
	expect(apiError(answer(500, '', { 'x-oneapi-request-id': 'req-1' })).message).toContain('(request id: req-1)');
});

test('Retry-After is kept', () => {
	expect(apiError(answer(429, '', { 'retry-after': '4' }))).toMatchObject({ kind: 'rate-limit', retryAfter: 4_000 });
});

test('the code of a failed task is read from the beginning of its reason', () => {
	const json = { data: { status: 'FAILURE', fail_reason: 'OutputVideoSensitiveContentDetected: the video …' } };
	expect(taskFailure('failed', json)).toEqual({
		status: 'failed',
		kind: 'output-moderation',
		code: 'OutputVideoSensitiveContentDetected',
		reason: 'OutputVideoSensitiveContentDetected: the video …',
	});
});

test('a failed task without a reason says so', () => {
	expect(taskFailure('expired', { data: { status: 'expired', fail_reason: '' } })).toEqual({
		status: 'expired',
		kind: 'unknown',
		reason: 'the API gives no reason',
	});
});

function answer(status: number, body: string, headers: Record<string, string> = {}): Parameters<typeof apiError>[0] {
	return { status, headers: new Headers(headers), body };
}
