import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser, serveSite } from './site.js';

let browser: Browser;
let site: Awaited<ReturnType<typeof serveSite>>;
let page: Page;
beforeAll(async () => {
	site = await serveSite();
	browser = await launchBrowser();
});
beforeEach(async () => {
	page = await browser.newPage();
	return () => page.close();
});
afterAll(async () => {
	await browser?.close();
	site?.close();
});

test('the search finds the id of a rule, and leads to it', async () => {
	await page.goto(site.origin, { waitUntil: 'networkidle' });
	await page.locator('#local-search button').click();
	await page.locator('#localsearch-input').fill('audio-needs-visual');
	await page.locator('#localsearch-list a[href$="/rules#audio-needs-visual"]').first().click();
	await page.waitForURL('**/rules#audio-needs-visual');
	await page.locator('#audio-needs-visual').waitFor();
});

test('a name of a sample shows its type and its documentation, until Escape', async () => {
	await page.goto(`${site.origin}/text-to-video`);
	const popup = page.locator('.sample-hover');
	await page.locator('.sample-name', { hasText: 'resolution' }).first().hover();
	await popup.waitFor();
	const text = await popup.textContent();
	expect(text).toContain('resolution');
	expect(text).toContain('720p');
	await page.keyboard.press('Escape');
	expect(await popup.isVisible()).toBe(false);
});

test('a wrong sample shows the error that the compiler gives', async () => {
	await page.goto(site.origin);
	expect(await page.locator('.sample-message').innerText()).toContain('@image2 refers to a missing image');
});

test('copied code is the sample, without the errors', async () => {
	const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
	const copying = await context.newPage();
	await copying.goto(`${site.origin}/text-to-video`, { waitUntil: 'networkidle' });
	await copying.locator('.language-ts:has(.sample-message) button.copy').first().click();
	const copied = await copying.evaluate(() => navigator.clipboard.readText());
	expect(copied).toContain(`video().text('A cat plays the piano').build();`);
	expect(copied).not.toContain('NotAllowed');
	await context.close();
});
