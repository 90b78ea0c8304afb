import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { mp4 } from '../mp4.js';

/** What the server got, and how to answer it. */
interface Call {
	readonly incoming: IncomingMessage;
	readonly response: ServerResponse;
	readonly body: string;

	/** The server's own address. */
	readonly url: string;
}

/** Answers one call. */
export type Answer = (call: Call) => unknown;

/** A whole video of 100 kB. */
export const video = mp4(Buffer.alloc(100_000, 'video'));

/** Answers with JSON. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
	return text(status, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
}

/** Answers with a text, as it is. */
export function text(status: number, body: string, headers: Record<string, string> = {}): Answer {
	return ({ response }) => response.writeHead(status, headers).end(body);
}

/** Answers with an HTML page. */
export function page(status: number, body: string): Answer {
	return text(status, `<html><style>p{color:"red"}</style><p>${body}</p></html>`, { 'content-type': 'text/html' });
}

/** Writes bytes to the socket as they are, and then resets, closes or keeps the connection. */
export function raw(head: string, body: string | Buffer, then: 'reset' | 'close' | 'keep' = 'reset'): Answer {
	return ({ incoming: { socket } }) => {
		socket.write(`HTTP/1.1 ${head}\r\n\r\n`);
		// Written at another time, so that the client reads the head and the body before the connection breaks.
		socket.write(body, () =>
			setTimeout(() => {
				if (then === 'reset') socket.resetAndDestroy();
				if (then === 'close') socket.end();
			}, 30),
		);
	};
}

/** An answer that breaks off. */
export function cut(status: number, body: string, then: 'reset' | 'close' | 'keep' = 'reset'): Answer {
	return raw(`${status} X\r\nContent-Type: application/json\r\nContent-Length: ${body.length + 100}`, body, then);
}

/** An answer without a length, which ends where the connection is closed. */
export function unbounded(status: number, body: string): Answer {
	return raw(`${status} X\r\nContent-Type: application/json\r\nConnection: close`, body, 'close');
}

/** The first part of a compressed answer. */
export function halfGzip(status: number, body: string): Answer {
	const bytes = gzipSync(body);
	const head = `${status} X\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nConnection: close`;
	return raw(head, bytes.subarray(0, Math.floor(bytes.byteLength / 2)), 'close');
}

/** Breaks the connection without an answer. */
export const reset: Answer = ({ response }) => void response.socket?.resetAndDestroy();

/** Never answers. */
export const silence: Answer = () => undefined;

/** Answers about task-1. */
export function task(status: string, data: object = {}): Answer {
	return json(200, { code: 'success', message: '', data: { task_id: 'task-1', status, ...data } });
}

/** Answers that task-1 has succeeded. Its video is at the server itself. */
export function succeeded(path = '/video.mp4'): Answer {
	return (call) => task('SUCCESS', { result_url: `${call.url}${path}` })(call);
}

/** Answers with a file. */
export function file(bytes: Buffer, headers: Record<string, string> = {}): Answer {
	return ({ response }) =>
		response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': bytes.byteLength, ...headers }).end(bytes);
}
