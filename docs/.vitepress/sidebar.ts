import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DefaultTheme } from 'vitepress';
import { readEntries } from './reference/write-reference.js';

/** The pages of the site, in the order in which a reader needs them. Each is a file of `docs`, without its extension. */
const groups: Readonly<Record<string, readonly string[]>> = {
	Start: ['get-started', 'playground'],
	Modes: ['text-to-video', 'first-frame', 'first-and-last-frame', 'references', 'editing', 'extension'],
	Prompts: ['prompts', 'generated-prompts'],
	Requests: ['guide', 'media', 'rules', 'advice', 'other-tools'],
	'Videos and costs': ['client', 'errors', 'never-pay-twice', 'queues', 'ai-sdk'],
	Tools: ['command-line', 'testing'],
	Project: ['decisions', 'project/changelog', 'project/contributing'],
};

/** The sidebar: the pages by their titles, and the API reference. */
export function sidebar(): DefaultTheme.SidebarItem[] {
	return [
		...Object.entries(groups).map(([text, pages]) => ({
			text,
			items: pages.map((page) => ({ text: titleOf(page), link: `/${page}` })),
		})),
		{
			text: 'API reference',
			items: Array.from(readEntries().values(), (name) => ({
				text: name,
				link: name.includes('/') ? `/api/${name}` : '/api/',
			})),
		},
	];
}

/** The title of a page: its first heading. */
function titleOf(page: string): string {
	const file = join(import.meta.dirname, '..', `${page}.md`);
	const title = existsSync(file) ? /^# (.+)$/m.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
	if (title === undefined) throw new Error(`docs/${page}.md has no heading: write one, or take it out of the sidebar`);
	return title;
}
