import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nothingPasted } from '../../docs/.vitepress/playground/paste.js';
import { hashOf } from '../../docs/.vitepress/playground/share-link.js';
import { refusals } from '../../src/rules.js';
import { openSite, type Site } from './playground-browser.js';

// `npm run docs:test` builds the site and runs vitest in this mode.
describe.runIf(process.env['MODE'] === 'docs')('the playground in a browser', () => {
	let site: Site;
	let page: Page;

	beforeAll(async () => {
		site = await openSite();
		page = await site.open('/playground');
		await page.locator('.playground-status[data-state=right]').waitFor();
	});

	afterAll(() => site.close());

	/** Replaces the program, as a user who selects all and pastes does. */
	async function write(program: string): Promise<void> {
		await page.locator('.cm-content').click();
		await page.keyboard.press('Control+A');
		await page.keyboard.insertText(program);
	}

	const chain = (verbs: string): string => `import { video } from 'seedance-builder';\nvideo()${verbs}`;
	const right = chain(`.text('A cat').resolution('720p')`);
	const text = (selector: string): Promise<string> => page.locator(selector).first().innerText();

	test('loads at most 3 MB of gzip', () => {
		const served = site.server.takeServed();
		const total = [...served.values()].reduce((sum, bytes) => sum + bytes);
		for (const [path, bytes] of served) console.log(`${String(bytes).padStart(9)} bytes of gzip: ${path}`);
		console.log(`${String(total).padStart(9)} bytes of gzip in all, until the first payload is shown`);
		expect([...served.keys()].some((path) => path.includes('worker'))).toBe(true);
		expect(total).toBeLessThanOrEqual(3_000_000);
	});

	test('shows the payload of a right chain, its mode, its curl line and its advice', async () => {
		await write(chain(`.text('A cat --dur 8').resolution('720p').ratio('16:9')`));
		await page.getByText('A cat --dur 8').nth(1).waitFor();
		expect(JSON.parse(await text('[role=tabpanel] pre'))).toMatchObject({ resolution: '720p', ratio: '16:9' });
		expect(await text('.playground-facts')).toContain('1280 × 720');
		await page.getByRole('tab', { name: 'curl' }).click();
		expect(await text('[role=tabpanel] pre')).toContain('$SEEDANCE_API_KEY');
		await page.getByRole('tab', { name: 'Advice (1)' }).click();
		await page.getByRole('button', { name: 'Apply the fix' }).click();
		await page.getByRole('tab', { name: 'Advice (0)' }).waitFor();
		expect(await text('.cm-content')).toContain('.duration(8)');
		await page.getByRole('tab', { name: 'Payload' }).click();
	});

	test("shows a rule's sentence as one types, and loses it when the program is right again", async () => {
		await write(right);
		await page.locator('.playground-status[data-state=right]').waitFor();
		await page.keyboard.press('Control+End');
		const start = performance.now();
		await page.keyboard.type(`.text('A dog')`);
		await page.getByText(refusals.oneText.message).first().waitFor();
		console.log(`${Math.round(performance.now() - start)} ms from the first key of a wrong verb to its sentence`);
		const rule = page.locator('.playground-problems a');
		expect(await rule.getAttribute('href')).toBe('/rules#one-text');
		await page.locator('.cm-lintRange-error').waitFor();
		await write(right);
		await page.locator('.playground-problems').waitFor({ state: 'detached' });
		await page.getByRole('tab', { name: 'Payload' }).waitFor();
	});

	test('offers verbs, and strikes through those that are refused', async () => {
		await write(chain(`.text('A cat')`));
		await page.keyboard.type('.');
		await page.locator('.cm-tooltip-autocomplete li').first().waitFor();
		const offers = await page.locator('.cm-tooltip-autocomplete li:not(.is-deprecated)').allInnerTexts();
		expect(offers).toContain('resolution');
		await page.keyboard.type('te');
		await page.locator('.cm-tooltip-autocomplete li.is-deprecated', { hasText: 'text' }).waitFor();
		await page.keyboard.press('Escape');
	});

	test('shows the doc comment of a verb under the pointer', async () => {
		await write(right);
		await page.locator('.cm-content span', { hasText: /^resolution$/ }).hover();
		await page.locator('.cm-tooltip-hover .playground-description p').waitFor();
		await page.mouse.move(0, 0);
	});

	test('shows the issues of a request that only the run time refuses', async () => {
		await write(chain(`.text('@image1 dances' as string).resolution('720p').build()`));
		await page.getByText('@image1 refers to a missing image').first().waitFor();
		expect(await text('.playground-pane .playground-rule')).toContain('dangling-placeholder');
		await page.locator('.playground-status', { hasText: 'The program stopped' }).waitFor();
	});

	test('shows a request by its name where there are several', async () => {
		await page.getByLabel('Example').selectOption('template');
		await page.getByRole('combobox', { name: 'Request' }).selectOption('shoe');
		await expect.poll(() => text('[role=tabpanel] pre')).toContain('shoe.jpg');
	});

	test('ends a loop', async () => {
		await write('while (true) {}\nexport const a = 1;');
		await page.getByText('the program did not end in 2 seconds').waitFor();
		await write(right);
		await page.getByRole('tab', { name: 'Payload' }).waitFor();
	});

	test.each([
		['fetch', `await fetch('/playground');`],
		['WebSocket', `new WebSocket('wss://example.com');`],
		['importScripts', `importScripts('https://example.com/a.js');`],
		['Worker', `new Worker('data:text/javascript,');`],
		['indexedDB', `(indexedDB as unknown as () => void)();`],
		['postMessage', `postMessage({ type: 'finished' });`],
	])('refuses %s in a program', async (name, program) => {
		await write(`${program}\nexport {};`);
		await page.getByText(`${name} is not available in the playground`).waitFor();
	});

	test.each([
		['fetch', `Object.getPrototypeOf(Object.getPrototypeOf(globalThis)).fetch.call(globalThis, 'ORIGIN/reached');`],
		[
			'importScripts',
			`Object.getPrototypeOf(Object.getPrototypeOf(globalThis)).importScripts.call(globalThis, 'ORIGIN/reached');`,
		],
		['import', `(async () => {}).constructor("return import('ORIGIN/reached')")();`],
	])('gives a program that gets around this no network: %s', async (_, attempt) => {
		const other = await site.open(`/playground${await hashOf(programOf(attempt))}`, { isTracked: false });
		await other.getByText('reaches nothing').last().waitFor();
		expect([...site.server.takeServed().keys()]).not.toContain('/reached');
		await other.context().close();

		function programOf(attempt: string): string {
			const expression = attempt.replace('ORIGIN', site.server.origin).replace(/;$/, '');
			return `try {\n\tawait (${expression});\n} catch {\n\tconsole.log(['reaches', 'nothing'].join(' '));\n}\nexport {};`;
		}
	});

	test('refuses another import, as one types and in a program that hides it', async () => {
		await write(`import 'zod';\nexport {};`);
		await page.locator('.playground-problems', { hasText: '"zod" cannot be imported here' }).waitFor();
		await write(`await import('zod' + '/mini');\nexport {};`);
		await page.locator('.playground-refusal', { hasText: '"zod/mini" cannot be imported here' }).waitFor();
	});

	test('shows what a program writes to the console', async () => {
		await write(`import { durations } from 'seedance-builder';\nconsole.log('seconds', durations.length);`);
		await page.getByText('seconds 12').waitFor();
		await page.getByText('The program has no request to show').waitFor();
	});

	test.each([
		['a prompt', '[Image 1] dances', 'https://example.com/image1.png'],
		[
			'JSON',
			'{"model":"seedance-2.0-ultra","content":[{"type":"text","text":"A json cat"}],"resolution":"2k"}',
			'json cat',
		],
		[
			'a curl command',
			`curl https://ai.alad.com/v1/video/generations -d '{"model":"seedance-2.0-ultra","content":[{"type":"text","text":"A curled cat"}],"resolution":"2k"}'`,
			'curled cat',
		],
	])('makes a chain of %s that is pasted', async (_, pasted, found) => {
		await page.locator('textarea').fill(pasted);
		await page.getByRole('button', { name: 'Write the chain' }).click();
		await page.locator('.playground-notice', { hasText: 'is now a chain' }).waitFor();
		await expect.poll(() => text('.cm-content')).toContain(found);
		await page.locator('.playground-status[data-state=right]').waitFor();
		await expect.poll(() => text('[role=tabpanel] pre')).toContain(found);
	});

	test.each([
		['', nothingPasted],
		['{ "model": }', 'the text is not JSON at line 1, column 12: a value is expected'],
		['curl https://ai.alad.com --proxy x', 'the option --proxy is not supported'],
	])('says what is wrong with what is pasted: %s', async (pasted, sentence) => {
		await page.locator('textarea').fill(pasted);
		await page.getByRole('button', { name: 'Write the chain' }).click();
		await page.locator('.playground-paste .is-refused', { hasText: sentence }).waitFor();
	});

	test('is left by the keyboard', async () => {
		await page.locator('.cm-content').focus();
		await page.keyboard.press('Escape');
		await page.keyboard.press('Tab');
		expect(await page.evaluate(() => document.activeElement?.closest('.cm-editor'))).toBeNull();
	});

	test('works without a connection once it is loaded', async () => {
		await page.context().setOffline(true);
		await write(chain(`.text('An offline cat').resolution('720p')`));
		await page.locator('[role=tabpanel] pre', { hasText: 'An offline cat' }).waitFor();
		await page.context().setOffline(false);
	});

	test('has asked no other origin for anything, and said nothing to the console', () => {
		expect(site.faults).toEqual([]);
	});
});
