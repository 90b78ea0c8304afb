import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A file server of the built site on a free port of this machine, as a host of static files is one. */
export interface StaticServer {
	readonly origin: string;

	/**
	 * The gzip bytes of what was asked for since the last call, by path: none for a file that there isn't. A file that is compressed
	 * already counts as it is.
	 */
	takeServed(): ReadonlyMap<string, number>;
	close(): void;
}

/** Serves a folder. A path without an extension is that of a page. */
export async function serveFolder(folder: string): Promise<StaticServer> {
	let served = new Map<string, number>();
	const server: Server = createServer(async ({ url = '/' }, response) => {
		const { pathname } = new URL(url, 'http://localhost');
		const file = pathname.endsWith('/') ? `${pathname}index.html` : extname(pathname) ? pathname : `${pathname}.html`;
		served.set(pathname, 0);
		try {
			const bytes = await readFile(join(folder, file));
			served.set(pathname, isCompressed(file) ? bytes.length : gzipSync(bytes, { level: 9 }).length);
			response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(bytes);
		} catch {
			// A browser asks for the icon of each site.
			response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		takeServed() {
			const taken = served;
			served = new Map();
			return taken;
		},
		close() {
			server.closeAllConnections();
			server.close();
		},
	};
}

const types: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.json': 'application/json',
	'.txt': 'text/plain; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.woff2': 'font/woff2',
};

function isCompressed(file: string): boolean {
	return ['.woff2', '.png', '.jpg'].includes(extname(file));
}
