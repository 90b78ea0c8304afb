import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, serveSite, sitePages } from './site.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let site: Awaited<ReturnType<typeof serveSite>>;
beforeAll(async () => {
	site = await serveSite();
	browser = await launchBrowser();
});
afterAll(async () => {
	await browser?.close();
	site?.close();
});

const screens = [
	{ width: 390, colorScheme: 'light' },
	{ width: 390, colorScheme: 'dark' },
	{ width: 1280, colorScheme: 'light' },
	{ width: 1280, colorScheme: 'dark' },
] as const;

describe.each(screens)('at $width px, $colorScheme', ({ width, colorScheme }) => {
	let page: Page;
	const faults: string[] = [];
	beforeAll(async () => {
		const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme });
		page = await context.newPage();
		page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
		page.on('pageerror', (error) => faults.push(error.message));
		page.on('request', (request) => request.url().startsWith(site.origin) || faults.push(`asked for ${request.url()}`));
		page.on('response', (response) => response.ok() || faults.push(`${response.status()} ${response.url()}`));
	});
	afterAll(() => page.context().close());

	test.each(sitePages())(
		'%s fits its screen, can be read by all, and asks no other host',
		{ timeout: 240_000 },
		async (path) => {
			faults.length = 0;
			await page.goto(site.origin + path);
			await page.evaluate(() => document.fonts.ready);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
			expect(await findings(page)).toStrictEqual([]);
			expect(faults).toStrictEqual([]);
		},
	);
});

/** The serious and the critical findings of axe, each with the first elements that it is about. */
async function findings(page: Page): Promise<string[]> {
	await page.evaluate(axeSource);
	const { violations } = await page.evaluate(() =>
		(globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }),
	);
	return violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.map(
			({ id, nodes }) =>
				`${id}: ${nodes.length} × ${nodes
					.slice(0, 3)
					.map(({ html }) => html)
					.join(' ')}`,
		);
}
