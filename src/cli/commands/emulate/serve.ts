import { Buffer } from 'node:buffer';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { createEmulator, type EmulatorOptions } from '../../../testing/index.js';

/** An emulator on a port of this machine. */
export interface ServedEmulator {
	/** The base URL for clients. */
	readonly url: string;

	/** Ends all connections and frees the port. */
	close(): Promise<void>;
}

/** What a served emulator reports of each call. */
export interface ServedCall {
	readonly method: string;
	readonly path: string;
	readonly status: number;
}

/**
 * Serves an emulator on the loopback interface.
 *
 * @param port The port; 0 takes a free one.
 * @throws The system's error if the port can't be used.
 */
export async function serveEmulator(
	port: number,
	options: EmulatorOptions,
	onCall?: (call: ServedCall) => void,
): Promise<ServedEmulator> {
	let send: typeof globalThis.fetch;
	const server = createServer((incoming, outgoing) => {
		answer(incoming, outgoing).catch(() => outgoing.destroy());
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	send = createEmulator({ ...options, origin: url }).fetch;

	async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
		const { method = 'GET', url: path = '/' } = incoming;
		const chunks: Buffer[] = [];
		for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
		const headers = new Headers(incoming.headers as Record<string, string>);
		const body = method === 'GET' || method === 'HEAD' ? null : Buffer.concat(chunks);
		const gone = new AbortController();
		outgoing.once('close', () => gone.abort());
		const answered = await send(url + path, { method, headers, body, signal: gone.signal });
		onCall?.({ method, path, status: answered.status });
		outgoing.writeHead(answered.status, Object.fromEntries(answered.headers));
		if (answered.body === null) outgoing.end();
		else await pipeline(Readable.fromWeb(answered.body as ReadableStream<Uint8Array>), outgoing);
	}

	return {
		url,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
