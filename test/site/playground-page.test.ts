import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { damagedLink, hashOf } from '../../docs/.vitepress/playground/share-link.js';
import { openSite, type Site } from './playground-browser.js';

const right = `import { video } from 'seedance-builder';\nvideo().text('A shared cat').resolution('720p')`;

// `npm run docs:test` builds the site and runs vitest in this mode.
describe.runIf(process.env['MODE'] === 'docs')('the page of the playground', () => {
	let site: Site;

	beforeAll(async () => {
		site = await openSite();
	});

	afterAll(() => site.close());

	test('restores the program of a link that is copied', async () => {
		const page = await site.open(`/playground${await hashOf(right)}`);
		await page.getByText('"A shared cat"').waitFor();
		await page.locator('.cm-content').click();
		await page.keyboard.press('Control+A');
		await page.keyboard.insertText(right.replace('shared', 'second'));
		await page.getByRole('button', { name: 'Copy link' }).click();
		await page.getByText('The link is copied').waitFor();
		const link = await page.evaluate(() => navigator.clipboard.readText());
		const other = await site.open(link.slice(site.server.origin.length));
		await other.getByText('"A second cat"').waitFor();
		expect((await other.locator('.cm-content').innerText()).replaceAll(/\s+/g, ' ')).toBe(
			right.replace('shared', 'second').replaceAll('\n', ' '),
		);
		await other.context().close();
		await page.context().close();
	});

	test('opens another link in the same window', async () => {
		const page = await site.open('/playground');
		await page.locator('.playground-status[data-state=right]').waitFor();
		const hash = await hashOf(right);
		await page.evaluate((hash) => void (location.hash = hash), hash);
		await page.getByText('"A shared cat"').waitFor();
		await page.context().close();
	});

	test('opens from another page of the site, with the same policy', async () => {
		const page = await site.open('/guide');
		await page.evaluate(() => {
			const link = Object.assign(document.createElement('a'), { href: '/playground', textContent: 'Try it' });
			document.querySelector('.vp-doc')!.prepend(link);
		});
		await page.getByRole('link', { name: 'Try it' }).click();
		await page.locator('.playground-status[data-state=right]').waitFor();
		const policy = page.locator('meta[http-equiv=Content-Security-Policy]');
		expect(await policy.getAttribute('content')).toContain(`connect-src 'self'`);
		await page.context().close();
	});

	test('says that a link is too long', async () => {
		const noise = Array.from(crypto.getRandomValues(new Uint8Array(12_000)), (byte) => byte.toString(36)).join('');
		const page = await site.open(`/playground${await hashOf(`// ${noise}`)}`);
		await page.locator('.playground-status[data-state=right]').waitFor();
		await page.getByRole('button', { name: 'Copy link' }).click();
		await page.getByText('the program is too long for a link').waitFor();
		await page.context().close();
	});

	test('says that a link is damaged, and shows an example', async () => {
		const hash = await hashOf(right);
		const other = await site.open(`/playground${hash.slice(0, -9)}`);
		await other.getByText(damagedLink).waitFor();
		await other.getByText('A paper boat').first().waitFor();
		await other.context().close();
	});

	test('says what to do if the compiler does not start', async () => {
		const other = await site.open('/', { isTracked: false });
		await other.route('**/worker-*.js', (route) => route.abort());
		await other.goto(`${site.server.origin}/playground`);
		await other.getByText('The compiler did not start: reload the page.').waitFor();
		await other.context().close();
	});

	test('says that it needs JavaScript', async () => {
		const other = await site.open('/playground', { javaScriptEnabled: false });
		await other.getByText('It needs JavaScript').waitFor();
		await other.context().close();
	});

	describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
		test.each([1280, 390])('at %i pixels: no serious fault for axe, no horizontal scroll', async (width) => {
			const other = await site.open('/playground', { colorScheme, width });
			await other.locator('.playground-status[data-state=right]').waitFor();
			for (const example of ['references', 'wrong']) {
				await other.getByLabel('Example').selectOption(example);
				await other.locator(`.playground-status[data-state=${example === 'wrong' ? 'wrong' : 'right'}]`).waitFor();
				if (process.env['SCREENSHOTS']) {
					const path = `${process.env['SCREENSHOTS']}/playground-${example}-${width}-${colorScheme}.png`;
					await other.screenshot({ path, fullPage: true });
				}
				expect(await seriousFaults(other)).toEqual([]);
				expect(await other.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
			}
			await other.context().close();
		});
	});

	test('has asked no other origin for anything, and said nothing to the console', () => {
		expect(site.faults).toEqual([]);
	});
});

async function seriousFaults(page: Page): Promise<string[]> {
	await page.evaluate(axe.source);
	const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
	return violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
