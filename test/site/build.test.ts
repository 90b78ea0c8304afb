import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createMarkdownRenderer } from 'vitepress';
import { describe, expect, onTestFinished, test } from 'vitest';
import { deadLinks } from '../../docs/.vitepress/check/dead-links.js';
import { markdown } from '../../docs/.vitepress/markdown.js';
import { sidebar } from '../../docs/.vitepress/sidebar.js';
import { markdownFiles } from '../docs/examples.js';
import { readSite, sitePages } from './site.js';

const root = join(import.meta.dirname, '../..');
const renderer = await createMarkdownRenderer(join(root, 'docs'), markdown);
const render = async (page: string): Promise<string> => renderer.render(page, { relativePath: 'page.md' });
const sample = (fence: string, code: string): string =>
	`\`\`\`${fence}\nimport { video } from 'seedance-builder';\n${code}\n\`\`\`\n`;

describe('the build of a page', () => {
	test('takes a sample that compiles, and has a hover for its names', async () => {
		expect(await render(sample('ts', `video().text('A cat').resolution('720p').build();`))).toMatch(
			/data-hover="[\w-]{8}"/,
		);
	});

	test('fails on a sample that does not compile', async () => {
		await expect(render(sample('ts', `video().text('A cat').resolution('721p');`))).rejects.toThrow('2345');
	});

	test('fails on a wrong sample that compiles', async () => {
		const page = sample('ts errors=2349', `video().text('A cat').resolution('720p').build();`);
		await expect(render(page)).rejects.toThrow('the sample has no error 2349');
	});

	test('fails on a wrong sample with another error', async () => {
		await expect(render(sample('ts errors=2345', `video().text('A cat').build();`))).rejects.toThrow('2349');
	});

	test('shows the error of a wrong sample in the code, and not again below it', async () => {
		const page = `${sample('ts errors=2349', `video().text('A cat').build();`)}\n\`\`\`text\nquoted\n\`\`\`\n`;
		const html = await render(page);
		expect(html).toContain('error TS2349: This expression is not callable.');
		expect(html).toContain('a resolution is required');
		expect(html).not.toContain('quoted');
	});

	test('shows the name of a file above its sample', async () => {
		expect(await render(sample('ts [worker.ts]', 'video();'))).toContain('<p class="sample-file">worker.ts</p>');
	});

	test.each(['typescript', 'ts twoslash', 'ts errors=TS2349'])('fails on the fence %s', async (fence) => {
		await expect(render(sample(fence, 'video();'))).rejects.toThrow(/write|mark/);
	});

	test('turns links to the files of the package into links to their pages', async () => {
		expect(await render('[Changes](../CHANGELOG.md#a)')).toContain('href="./project/changelog.html#a"');
	});
});

describe('the check of links', () => {
	const html =
		'<h2 id="here"></h2><a class="x" href="/base/other#there">a</a><a href="#here">b</a><a href="https://example.com">c</a>';
	const other = { path: 'other.html', html: '<h2 id="there"></h2>' };
	const check = (link: string): string[] =>
		deadLinks(
			[{ path: 'a/index.html', html: `${html}<a href="${link}">` }, other],
			['a/index.html', 'other.html', 'x.svg'],
			'/base/',
		);

	test.each(['../other', '/base/other.html#there', './#here', '/base/x.svg', 'mailto:a@example.com'])(
		'takes %s',
		(link) => {
			expect(check(link)).toStrictEqual([]);
		},
	);

	test.each(['/base/none', '/other', './other', '../other#here', '#there', '../../CONTRIBUTING.md'])(
		'finds %s',
		(link) => {
			expect(check(link)).toStrictEqual([`a/index.html: ${link}`]);
		},
	);
});

test('the check of the page of rules fails where the page is stale', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'rules-'));
	onTestFinished(() => rm(folder, { recursive: true }));
	const page = await readFile(join(root, 'docs/rules.md'), 'utf8');
	const check = async (text: string): Promise<string> => {
		const file = join(folder, 'rules.md');
		await writeFile(file, text);
		const vitest = join(root, 'node_modules/vitest/vitest.mjs');
		const run = promisify(execFile)(process.execPath, [vitest, 'run', 'test/docs/rules.test.ts'], {
			cwd: root,
			env: { ...process.env, RULES_PAGE: file },
		});
		return run.then(
			() => 'fresh',
			() => 'stale',
		);
	};
	expect(await check(page)).toBe('fresh');
	expect(await check(page.replace('## duration', '## durations'))).toBe('stale');
}, 240_000);

describe('the built site', () => {
	test('has every page in the sidebar', () => {
		const links = sidebar().flatMap(({ items }) => items?.map(({ link }) => link));
		expect(sitePages().filter((page) => page !== '/' && !links.includes(page))).toStrictEqual([]);
	});

	test('has a page for every file of docs', () => {
		const expected = markdownFiles().filter((file) => file.startsWith('docs/'));
		const pages = sitePages().map((page) => `docs${page === '/' ? '/index' : page}.md`);
		expect(expected.filter((file) => !pages.includes(file))).toStrictEqual([]);
	});

	test('has all pages for language models, with their Markdown', () => {
		const full = readSite('llms-full.txt');
		for (const title of ['# Get started', '# Errors', '## audio-needs-visual', '# Test your own code'])
			expect(full).toContain(title);
		expect(readSite('llms.txt')).toContain('[The rules](/rules.md)');
		expect(readSite('rules.md')).toContain('## audio-needs-visual');
	});
});
