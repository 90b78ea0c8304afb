import { expect, test } from 'vitest';
import type { CallRecord } from '../../../src/client/http/call.js';
import { ReceivedAnswer } from '../../../src/client/http/received-answer.js';
import { judgeCreate, repeatOf } from '../../../src/client/submit/evidence.js';
import { NetworkError } from '../../../src/errors/index.js';

const notSent = new NetworkError({ reason: 'x', code: 'ECONNREFUSED', sent: false });
const sent = new NetworkError({ reason: 'x', code: 'ECONNRESET', sent: true });

test('before an attempt, nothing was sent', () => {
	expect(judgeCreate({ attempts: 0 })).toEqual({ status: 'refused' });
	expect(repeatOf({ attempts: 0 })).toBeUndefined();
});

test('while an attempt is on its way, a task may exist', () => {
	expect(judgeCreate({ attempts: 1 })).toEqual({ status: 'uncertain' });
});

test.each([
	['ECONNREFUSED', 'soon'],
	['UND_ERR_CONNECT_TIMEOUT', 'soon'],
	['ENOTFOUND', undefined],
	['CERT_HAS_EXPIRED', undefined],
	['UND_ERR_ABORTED', undefined],
])('a request that was not sent because of %s is repeated: %s', (code, repeat) => {
	const failure = new NetworkError({ reason: 'x', code, sent: false });
	expect(judgeCreate({ attempts: 1, failure })).toEqual({ status: 'refused', error: failure });
	expect(repeatOf({ attempts: 1, failure })).toBe(repeat);
});

test('a broken connection proves nothing', () => {
	expect(judgeCreate({ attempts: 1, failure: sent })).toEqual({ status: 'uncertain', cause: sent });
	expect(repeatOf({ attempts: 1, failure: sent })).toBeUndefined();
});

test('what arrived counts, and not that the connection broke', async () => {
	for (const failure of [sent, notSent]) {
		expect(judgeCreate(await record(200, '{"task_id":"task-1"', failure))).toMatchObject({ taskId: 'task-1' });
		expect(judgeCreate(await record(500, '{"data":{"task_id":"task-1"', failure))).toEqual({
			status: 'uncertain',
			taskId: 'task-1',
			cause: failure,
		});
	}
});

test.each([
	['{"task_id":"t"}', 'created', 't'],
	['{"id":"t"}', 'created', 't'],
	['{"data":{"id":"t"}}', 'created', 't'],
	['{"code":"accepted","id":"t"}', 'created', 't'],
	['{"error":null,"id":"t"}', 'created', 't'],
	['{"error":"","id":"t"}', 'created', 't'],
	['{"error":{"code":"x"},"task_id":"t"}', 'created', 't'],
	['{"error":{"code":"x"},"data":{"id":"t"}}', 'uncertain', 't'],
	['{"output":{"task_id":"t"}}', 'uncertain', 't'],
	['{"data":[{"taskId":"t"}]}', 'uncertain', 't'],
	['{"message":"upstream said: {\\"task_id\\":\\"t\\"}"}', 'uncertain', 't'],
	['{"error":{"message":"x"},"id":"t"}', 'uncertain', undefined],
	['{"error":{"code":"x"},"id":"t"}', 'refused', undefined],
	['{"code":"x","data":null}', 'refused', undefined],
	['{"code":"x","data":{}}', 'uncertain', undefined],
	['{"code":"x","data":{"a":1}}', 'uncertain', undefined],
	['{"code":422}', 'refused', undefined],
	['{"code":500}', 'uncertain', undefined],
	['{"code":504,"message":"timeout"}', 'uncertain', undefined],
	['{"code":"x","data":nu', 'uncertain', undefined],
	['{}', 'uncertain', undefined],
	['', 'uncertain', undefined],
	['<html>', 'uncertain', undefined],
])('200 with %s is %s, with the id %s', async (body, status, taskId) => {
	const verdict = judgeCreate(await record(200, body));
	expect([verdict.status, 'taskId' in verdict ? verdict.taskId : undefined]).toEqual([status, taskId]);
});

test.each([
	['{}', 'rate-limit'],
	['{"error":{"code":"RateLimitExceeded"}}', 'rate-limit'],
	['{"code":"SetLimitExceeded"}', undefined],
	['{"task_id":"t"}', undefined],
	['{"error":{"message":"{\\"task_id\\":\\"t\\"}"}}', undefined],
	['{"error":{', undefined],
	['"slow down"', undefined],
	['slow down', undefined],
	['<html>{}</html>', undefined],
	['', undefined],
])('429 with %s is repeated: %s', async (body, repeat) => {
	expect(repeatOf(await record(429, body))).toBe(repeat);
});

test.each([
	[503, '{"code":"asset_copy_not_ready"}', 'soon'],
	[503, '{"error":{"code":"asset_copy_not_ready"}}', 'soon'],
	[503, '{"error":{"message":"{\\"code\\":\\"asset_copy_not_ready\\"}"}}', undefined],
	[503, '{"code":"asset_copy_not_ready","data":{"task_id":"t"}}', undefined],
	[503, '{"code":"asset_not_ready"}', undefined],
	[503, '{"code":"model_not_found"}', undefined],
	[400, '{"code":"asset_copy_not_ready"}', undefined],
	[500, '{"code":"asset_copy_not_ready"}', undefined],
])('%i with %s is repeated: %s', async (status, body, repeat) => {
	expect(repeatOf(await record(status, body))).toBe(repeat);
});

test('a status that no answer can have proves nothing', async () => {
	for (const status of [203, 299, 304, 425, 499, 501, 599]) {
		expect([status, judgeCreate(await record(status, '{}')).status]).toEqual([status, 'uncertain']);
	}
});

/** The record of a call that was answered. */
async function record(status: number, body: string, failure?: NetworkError): Promise<CallRecord> {
	// A Response can't have a body with every status.
	const answer = new ReceivedAnswer({ status, headers: new Headers() } as Response, (text) => text);
	await answer.read(new Response(body));
	const { json, isJson, redactedJson, headers } = answer;
	const isComplete = failure === undefined;
	return { attempts: 1, failure, answer: { status, headers, body, json, isJson, redactedJson, isComplete } };
}
