import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { serveFolder, type StaticServer } from './static-server.js';

/** The folder of the built site. */
const folder = join(import.meta.dirname, '../../docs/.vitepress/dist');

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

/** Serves the built site on a free port. */
export function serveSite(): Promise<StaticServer> {
	return serveFolder(folder);
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
