import { parsePartialJson } from '../../../src/client/responses/json.js';
import { describe, expect, test } from 'vitest';
import { contentPlaces } from '../../../src/request/content/places.js';
import { apiError, taskFailure } from '../../../src/client/responses/failure.js';

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
	expect(error.message).toBe('the API answered the request with HTTP 503; try again later');
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

test('a reason of any length is cut to what a log can hold', () => {
	const fail_reason = 'x'.repeat(1_000_000);
	expect(taskFailure('failed', { data: { fail_reason } }).reason).toBe(`${'x'.repeat(2_000)}…`);
});

test('a failed task without a reason says so', () => {
	expect(taskFailure('expired', { data: { status: 'expired', fail_reason: '' } })).toEqual({
		status: 'expired',
		kind: 'unknown',
		reason: 'the API gives no reason',
	});
});

describe('an item of content that a message points at', () => {
	const places = contentPlaces([
		{ type: 'text', text: 'A cat' },
		{ type: 'image_url', image_url: { url: 'https://example.com/1.png' }, role: 'reference_image' },
		{ type: 'image_url', image_url: { url: 'https://example.com/2.png' }, role: 'reference_image' },
		{ type: 'video_url', video_url: { url: 'https://example.com/1.mp4' }, role: 'reference_video' },
	]);

	test('is told as the verb that wrote it, however deep the message is quoted', () => {
		const inner = JSON.stringify({ error: { code: 'InvalidParameter', message: 'content[2].image_url is too small' } });
		const error = apiError(answer(400, JSON.stringify({ code: 'x', message: inner })), { places });
		expect(error.place).toEqual({ index: 2, verb: '.referenceImage()', what: '2nd image' });
		expect(error.message).toContain('is too small (content[2] is the 2nd image, from .referenceImage());');
	});

	test('is found in `param` too', () => {
		const body = JSON.stringify({ error: { code: 'InvalidParameter', message: 'wrong', param: 'content[3]' } });
		expect(apiError(answer(400, body), { places }).place).toMatchObject({
			verb: '.referenceVideo()',
			what: '1st video',
		});
	});

	test('is told of a failed task', () => {
		const json = { data: { status: 'FAILURE', fail_reason: 'content[0].text is empty' } };
		expect(taskFailure('failed', json, places).place).toEqual({ index: 0, verb: '.text()', what: 'text' });
	});

	test('is left out where there is no such item', () => {
		expect(apiError(answer(400, '{"message":"content[9]"}'), { places }).place).toBeUndefined();
		expect(apiError(answer(400, '{"message":"content[0]"}')).place).toBeUndefined();
	});

	test('without a role is a first frame', () => {
		expect(contentPlaces([{ type: 'image_url', image_url: { url: 'https://example.com/1.png' } }])).toEqual([
			{ index: 0, verb: '.firstFrame()', what: '1st image' },
		]);
	});
});

function answer(status: number, body: string, headers: Record<string, string> = {}): Parameters<typeof apiError>[0] {
	const json = parsePartialJson(body);
	return {
		status,
		headers: new Headers(headers),
		body,
		json,
		redactedJson: json,
		isJson: json !== undefined,
		isComplete: true,
	};
}
