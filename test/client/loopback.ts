import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on the loopback interface, that keeps the requests it got. */
export interface Loopback {
	readonly url: string;
	readonly requests: { readonly method: string; readonly path: string; readonly authorization: string | undefined }[];
	close(): Promise<void>;
}

/** Starts a server. The request's body has been read when `listener` is called. */
export async function listen(listener: RequestListener): Promise<Loopback> {
	const requests: Loopback['requests'] = [];
	const server = createServer((request, response) => {
		request.resume().on('end', () => {
			requests.push(noteOf(request));
			listener(request, response);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}`, requests, close: () => close(server) };
}

function noteOf({ method = '', url = '', headers }: IncomingMessage): Loopback['requests'][number] {
	return { method, path: url, authorization: headers.authorization };
}

async function close(server: Server): Promise<void> {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
}
