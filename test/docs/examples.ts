import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The TypeScript blocks of the Markdown files that users read, by file and position. */
export function markdownExamples(): Record<string, string> {
	return markdownBlocks(([, code]) => code);
}

/** What the examples in Markdown print: the `text` block directly behind an example, by the name of the example. */
export function printedOutputs(): Record<string, string> {
	return markdownBlocks(([, , output]) => output);
}

/** The code after each `@example` in the sources, by file and position. */
export function sourceExamples(): Record<string, string> {
	return examples(files('src', '.ts'), (text) =>
		[...text.matchAll(/@example\n([\s\S]*?)(?=\n\s*\*\s*@|\*\/)/g)].map(([, comment]) =>
			comment!.replace(/^\s*\* ?/gm, '').trim(),
		),
	);
}

/** The `ts` blocks of the pages, each with the `text` block that may follow it. */
function markdownBlocks(read: (match: RegExpExecArray) => string | undefined): Record<string, string> {
	const block = /^```ts\n([\s\S]*?)^```$(?:\n\n```text\n([\s\S]*?)^```$)?/gm;
	return examples(['README.md', ...files('docs', '.md')], (text) => [...text.matchAll(block)].map(read));
}

function examples(
	paths: readonly string[],
	find: (text: string) => readonly (string | undefined)[],
): Record<string, string> {
	const found: Record<string, string> = {};
	for (const path of paths) {
		for (const [index, code] of find(readFileSync(join(root, path), 'utf8')).entries()) {
			if (code !== undefined) found[`${path} ${index + 1}`] = code;
		}
	}
	return found;
}

function files(folder: string, extension: string): string[] {
	return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith(extension))
		.map((path) => join(folder, path));
}
