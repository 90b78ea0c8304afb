import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEmulator, type EmulatorOptions } from '../../src/testing/index.js';

/** An emulator on a port, which counts the creates by the text of their request. */
export interface EmulatorServer {
	readonly url: string;

	/** How often each text was submitted and accepted. */
	readonly creates: ReadonlyMap<string, number>;
	close(): Promise<void>;
}

/** Serves the emulator. `answerAfter` delays the answers to creates, in milliseconds. */
export async function serveEmulator(options: EmulatorOptions, answerAfter = 0): Promise<EmulatorServer> {
	const creates = new Map<string, number>();
	let send: ReturnType<typeof createEmulator>['fetch'];

	async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
		const chunks: Buffer[] = [];
		for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
		const { method = 'GET', url = '/' } = incoming;
		const body = Buffer.concat(chunks).toString();
		const headers = new Headers(incoming.headers as Record<string, string>);
		const answered = await send(origin + url, method === 'GET' ? { headers } : { method, headers, body });
		if (method === 'POST' && answered.ok) {
			const { content } = JSON.parse(body) as { content: readonly { readonly text: string }[] };
			creates.set(content[0]!.text, (creates.get(content[0]!.text) ?? 0) + 1);
			await new Promise((resolve) => void setTimeout(resolve, answerAfter * Math.random()));
		}
		response.writeHead(answered.status, Object.fromEntries(answered.headers));
		response.end(Buffer.from(await answered.arrayBuffer()));
	}

	const server = createServer((incoming, response) => {
		answer(incoming, response).catch(() => response.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	send = createEmulator({ ...options, origin }).fetch;
	return {
		url: origin,
		creates,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
