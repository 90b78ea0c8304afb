import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMarkdownRenderer, type SiteConfig } from 'vitepress';
import { readAsPage } from '../project-pages.js';
import { deadLinks, type Page } from './dead-links.js';

/**
 * Checks the built site: every link of a page leads to a page, an anchor or a file of the site. The README is checked as a page is: its
 * samples compile, and its links lead to something.
 *
 * @throws with a line for each dead link, or with the errors of a sample.
 */
export async function checkSite({ outDir, srcDir, site, markdown }: SiteConfig): Promise<void> {
	const files = readdirSync(outDir, { recursive: true, encoding: 'utf8' });
	const pages: Page[] = files
		.filter((file) => file.endsWith('.html'))
		.map((file) => ({ path: file, html: readFileSync(join(outDir, file), 'utf8') }));
	const renderer = await createMarkdownRenderer(srcDir, markdown, site.base);
	const readme = {
		path: 'README.html',
		html: renderer.render(readAsPage('README.md', './'), { relativePath: 'README.md' }),
	};
	const dead = deadLinks([...pages, readme], [...files, readme.path], site.base);
	if (dead.length > 0) throw new Error(`the site has dead links:\n${dead.join('\n')}`);
}
