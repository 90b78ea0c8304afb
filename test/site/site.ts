import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** The folder of the built site. */
const folder = join(import.meta.dirname, '../../docs/.vitepress/dist');

const types: Readonly<Record<string, string>> = {
	'.css': 'text/css',
	'.html': 'text/html',
	'.js': 'text/javascript',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain',
	'.woff2': 'font/woff2',
};

/** The paths of all pages, without their extension: `/`, `/rules`, `/api/`. */
export function sitePages(): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.html') && file !== '404.html')
		.map((file) => `/${file.replace(/(?:(?<=^|\/)index)?\.html$/, '')}`)
		.sort();
}

/** Reads a file of the site. */
export function readSite(file: string): string {
	return readFileSync(join(folder, file), 'utf8');
}

/** Serves the built site on a free port, as a host of static files does. */
export async function serveSite(): Promise<{ origin: string; close(): void }> {
	const server = createServer(({ url = '/' }, response) => {
		const path = decodeURIComponent(new URL(url, 'http://site').pathname);
		const file = [path, `${path}.html`, join(path, 'index.html')]
			.map((candidate) => join(folder, candidate))
			.find((candidate) => existsSync(candidate) && statSync(candidate).isFile());
		if (file === undefined) return response.writeHead(404).end();
		response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
		return response.end(readFileSync(file));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: () => server.close().closeAllConnections(),
	};
}

/** The path of the Chromium of this machine. */
export function chromiumPath(): string {
	const path = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
	if (existsSync(path)) return path;
	throw new Error(`there is no ${path}: install the package chromium, or set CHROMIUM to the path of a Chromium`);
}

/** Starts that Chromium, with a profile of its own. */
export function launchBrowser(): Promise<Browser> {
	return chromium.launch({
		executablePath: chromiumPath(),
		args: [
			'--headless',
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		],
	});
}
