import type { BrowserContext, Page } from 'playwright-core';
import { launchBrowser, serveSite } from './site.js';
import type { StaticServer } from './static-server.js';

/** The built site in Debian's Chromium. */
export interface Site {
	readonly server: StaticServer;

	/** All that the pages said to the console that is an error or a warning, and all that they asked another origin for. */
	readonly faults: readonly string[];

	/** Opens a page in a new window. */
	open(path: string, options?: WindowOptions): Promise<Page>;
	close(): Promise<void>;
}

/** How a window is opened. */
interface WindowOptions {
	readonly width?: number;
	readonly colorScheme?: 'light' | 'dark';
	readonly javaScriptEnabled?: boolean;

	/**
	 * Whether the faults of the page are listed.
	 *
	 * @default true
	 */
	readonly isTracked?: boolean;
}

/** Serves the built site and starts the browser. */
export async function openSite(): Promise<Site> {
	const server = await serveSite();
	const browser = await launchBrowser();
	const faults: string[] = [];
	return {
		server,
		faults,
		async open(path, { width = 1280, isTracked = true, ...options } = {}) {
			const context = await browser.newContext({
				...options,
				viewport: { width, height: 900 },
				permissions: ['clipboard-read', 'clipboard-write'],
			});
			const page = await context.newPage();
			if (isTracked) track(context, page);
			await page.goto(`${server.origin}${path}`);
			return page;
		},
		async close() {
			await browser.close();
			server.close();
		},
	};

	function track(context: BrowserContext, page: Page): void {
		page.on('pageerror', ({ message }) => faults.push(message));
		page.on('console', (message) => {
			if (['error', 'warning'].includes(message.type())) faults.push(message.text());
		});
		context.on('request', (request) => {
			const url = request.url();
			if (!url.startsWith(server.origin) && !/^(?:blob|data|about):/.test(url)) faults.push(`a request to ${url}`);
		});
	}
}
