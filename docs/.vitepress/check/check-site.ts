import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteConfig } from 'vitepress';
import { deadLinks, type Page } from './dead-links.js';

/**
 * Checks the built site: every link of a page leads to a page, an anchor or a file of the site.
 *
 * @throws with a line for each dead link.
 */
export function checkSite({ outDir, site }: SiteConfig): void {
	const files = readdirSync(outDir, { recursive: true, encoding: 'utf8' });
	const pages: Page[] = files
		.filter((file) => file.endsWith('.html'))
		.map((file) => ({ path: file, html: readFileSync(join(outDir, file), 'utf8') }));
	const dead = deadLinks(pages, files, site.base);
	if (dead.length > 0) throw new Error(`the site has dead links:\n${dead.join('\n')}`);
}
