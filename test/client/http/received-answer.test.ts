import { expect, test } from 'vitest';
import { AnswerTooLargeError, maxAnswerBytes, ReceivedAnswer } from '../../../src/client/http/received-answer.js';
import { rejection } from '../fake-api.js';

const redact = (text: string): string => text.replaceAll('secret', '[api key]');

test('has what has arrived when the body breaks', async () => {
	const response = streamed(['{"task_id":"task-1",', '"x":'], new Error('reset'));
	const answer = new ReceivedAnswer(response, redact);
	expect(await rejection(answer.read(response))).toMatchObject({ message: 'reset' });
	expect([answer.json, answer.body, answer.isComplete, answer.isJson]).toEqual([
		{ task_id: 'task-1' },
		'{"task_id":"task-1","x":',
		false,
		false,
	]);
});

test('can be looked at while the body arrives', async () => {
	let push!: (text: string) => void;
	let end!: () => void;
	const body = new ReadableStream<Uint8Array>({
		start(stream) {
			push = (text) => stream.enqueue(new TextEncoder().encode(text));
			end = () => stream.close();
		},
	});
	const response = new Response(body);
	const answer = new ReceivedAnswer(response, redact);
	const reading = answer.read(response);
	expect(answer.json).toBeUndefined();
	push('{"data":{"task_id":"ta');
	await settle();
	expect(answer.json).toEqual({ data: {} });
	push('sk-1"');
	await settle();
	expect(answer.json).toEqual({ data: { task_id: 'task-1' } });
	push('}}');
	end();
	await reading;
	expect([answer.isComplete, answer.isJson]).toEqual([true, true]);
});

test('keeps a character that arrives in parts', async () => {
	const bytes = new TextEncoder().encode('{"a":"é😀"}');
	const response = new Response(
		new ReadableStream({
			start(stream) {
				for (const byte of bytes) stream.enqueue(Uint8Array.of(byte));
				stream.close();
			},
		}),
	);
	const answer = new ReceivedAnswer(response, redact);
	await answer.read(response);
	expect(answer.json).toEqual({ a: 'é😀' });
});

test('has texts without the key, and JSON with it', async () => {
	const response = Response.json({ id: 'secret-1' }, { headers: { 'x-request-id': 'secret' } });
	const answer = new ReceivedAnswer(response, redact);
	await answer.read(response);
	expect(answer.json).toEqual({ id: 'secret-1' });
	expect(answer.redactedJson).toEqual({ id: '[api key]-1' });
	expect(answer.body).toBe('{"id":"[api key]-1"}');
	expect(answer.headers.get('x-request-id')).toBe('[api key]');
});

test.each([
	[maxAnswerBytes, true],
	[maxAnswerBytes + 1, false],
])('of %i bytes is read: %s', async (length, isRead) => {
	const response = new Response('x'.repeat(length));
	const answer = new ReceivedAnswer(response, redact);
	const error = await answer.read(response).catch((thrown: unknown) => thrown);
	expect(error instanceof AnswerTooLargeError).toBe(!isRead);
	expect([answer.body.length, answer.isComplete]).toEqual([maxAnswerBytes, isRead]);
});

test('of any length takes no more than the limit, and the rest is cancelled', async () => {
	let pulled = 0;
	let isCancelled = false;
	const response = new Response(
		new ReadableStream({
			pull(stream) {
				pulled += 1;
				stream.enqueue(new Uint8Array(1 << 20));
			},
			cancel() {
				isCancelled = true;
			},
		}),
	);
	const answer = new ReceivedAnswer(response, redact);
	expect(await rejection(answer.read(response))).toMatchObject({ code: 'ANSWER_TOO_LARGE' });
	expect(pulled).toBeLessThan(8);
	expect(isCancelled).toBe(true);
});

function streamed(parts: readonly string[], error: Error): Response {
	const queue = [...parts];
	return new Response(
		new ReadableStream({
			pull(stream) {
				const part = queue.shift();
				if (part === undefined) stream.error(error);
				else stream.enqueue(new TextEncoder().encode(part));
			},
		}),
	);
}

function settle(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, 5));
}
