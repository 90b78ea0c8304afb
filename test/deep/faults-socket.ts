import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A request as it arrives on a socket. */
export interface WireRequest {
	readonly method: string;
	readonly path: string;
	readonly headers: ReadonlyMap<string, string>;

	/** The body, as far as it has arrived. */
	readonly body: string;

	/** Resolves when the whole body has arrived; never, if the connection ends before. */
	readonly whole: Promise<void>;
}

/** A server that leaves every byte of its answers to `respond`. */
export interface SocketServer {
	readonly url: string;

	/** A port that refuses connections. */
	readonly deadPort: number;
	close(): Promise<void>;
}

/** Starts a server on the loopback interface. `respond` is called as soon as the headers of a request have arrived. */
export async function listen(respond: (request: WireRequest, socket: Socket) => void): Promise<SocketServer> {
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		// What is written is sent at once, in parts as small as they are.
		socket.setNoDelay(true);
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
		readRequests(socket, respond);
	});
	const port = await start(server);
	const dead = createServer();
	const deadPort = await start(dead);
	await new Promise((resolve) => dead.close(resolve));
	return {
		url: `http://127.0.0.1:${port}`,
		deadPort,
		close() {
			for (const socket of sockets) socket.destroy();
			return new Promise((resolve) => server.close(() => resolve()));
		},
	};
}

async function start(server: ReturnType<typeof createServer>): Promise<number> {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return (server.address() as AddressInfo).port;
}

/** Reads the requests of a connection, one after the other. */
function readRequests(socket: Socket, respond: (request: WireRequest, socket: Socket) => void): void {
	let received = Buffer.alloc(0);
	let current: { request: WireRequest & { body: string }; missing: number; isWhole: () => void } | undefined;
	socket.on('data', (bytes) => {
		received = Buffer.concat([received, bytes]);
		for (;;) {
			if (current === undefined) {
				const end = received.indexOf('\r\n\r\n');
				if (end < 0) return;
				current = parseHead(received.subarray(0, end).toString('latin1'));
				received = received.subarray(end + 4);
				respond(current.request, socket);
			}
			const part = received.subarray(0, current.missing);
			current.request.body += part.toString('latin1');
			current.missing -= part.byteLength;
			received = received.subarray(part.byteLength);
			if (current.missing > 0) return;
			current.isWhole();
			current = undefined;
		}
	});
}

function parseHead(head: string) {
	const [requestLine = '', ...lines] = head.split('\r\n');
	const [method = '', path = ''] = requestLine.split(' ');
	const headers = new Map(lines.map((line) => [line.split(':')[0]!.toLowerCase(), line.replace(/^[^:]*:\s*/, '')]));
	let isWhole = (): void => undefined;
	const whole = new Promise<void>((resolve) => (isWhole = resolve));
	return {
		request: { method, path, headers, body: '', whole },
		missing: Number(headers.get('content-length') ?? 0),
		isWhole,
	};
}
