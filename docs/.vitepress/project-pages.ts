import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MarkdownRenderer } from 'vitepress';

const root = join(import.meta.dirname, '../..');

/** The files of the package that are pages of the site too, by the names of these pages. */
const files = { changelog: 'CHANGELOG.md', contributing: 'CONTRIBUTING.md' } as const;

/** Writes these files as pages, into a folder that isn't kept. */
export function writeProjectPages(): void {
	mkdirSync(join(root, 'docs/project'), { recursive: true });
	for (const [name, file] of Object.entries(files)) {
		writeFileSync(join(root, `docs/project/${name}.md`), readAsPage(file, '../'));
	}
}

/** Reads a Markdown file of the package, with its links as a page needs them. `docs` is the way from there to the other pages. */
export function readAsPage(file: string, docs: './' | '../'): string {
	let text = readFileSync(join(root, file), 'utf8').replaceAll(/\]\(docs\/(?=[\w-]+\.md)/g, `](${docs}`);
	for (const [name, other] of Object.entries(files))
		text = text.replaceAll(`](${other}`, `](${docs}project/${name}.md`);
	return text;
}

/** Turns the links of a page to these files into links to their pages. On a code host they lead to the files. */
export function projectLinks(md: MarkdownRenderer): void {
	md.core.ruler.push('project-links', ({ tokens }) => {
		for (const token of tokens.flatMap(({ children }) => children ?? [])) {
			const link = token.type === 'link_open' ? token.attrGet('href') : null;
			for (const [name, file] of Object.entries(files)) {
				if (link?.split('#')[0] === `../${file}`)
					token.attrSet('href', link.replace(`../${file}`, `./project/${name}.md`));
			}
		}
	});
}
