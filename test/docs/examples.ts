import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The TypeScript blocks of the Markdown files that users read, by file and position. */
export function markdownExamples(): Record<string, string> {
	const pages = ['README.md', ...files('docs', '.md')];
	return examples(pages, (text) => [...text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code]) => code!));
}

/** The code after each `@example` in the sources, by file and position. */
export function sourceExamples(): Record<string, string> {
	return examples(files('src', '.ts'), (text) =>
		[...text.matchAll(/@example\n([\s\S]*?)(?=\n\s*\*\s*@|\*\/)/g)].map(([, comment]) =>
			comment!.replace(/^\s*\* ?/gm, '').trim(),
		),
	);
}

function examples(paths: readonly string[], find: (text: string) => string[]): Record<string, string> {
	return Object.fromEntries(
		paths.flatMap((path) => {
			const text = readFileSync(join(root, path), 'utf8');
			return find(text).map((code, index) => [`${path} ${index + 1}`, code]);
		}),
	);
}

function files(folder: string, extension: string): string[] {
	return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith(extension))
		.map((path) => join(folder, path));
}
