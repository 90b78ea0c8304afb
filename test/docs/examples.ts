import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The TypeScript blocks of the Markdown files that users read, by file and position. */
export function markdownExamples(): Record<string, string> {
	return markdownBlocks(([, code]) => code);
}

/** The `ts` blocks of a page that name a file, `ts [worker.ts]`, by these names. They need a server, so that a test of their own runs them. */
export function fileExamples(path: string): Record<string, string> {
	const blocks = readPage(path).matchAll(/^```ts \[([\w.]+)\]\n([\s\S]*?)^```$/gm);
	return Object.fromEntries(Array.from(blocks, ([, file, code]) => [file!, code!]));
}

/** What the examples in Markdown print: the `text` block directly behind an example, by the name of the example. */
export function printedOutputs(): Record<string, string> {
	return markdownBlocks(([, , output]) => output);
}

/** A program that the compiler refuses, `ts errors=2349`, with the codes of its errors and the `text` block behind it. */
export interface RefusedExample {
	readonly name: string;
	readonly codes: string;
	readonly code: string;
	readonly answer: string;
}

/** The programs that the compiler refuses, by page and position. */
export function refusedExamples(): RefusedExample[] {
	const block = /^```ts errors=(\S+)\n([\s\S]*?)^```$\n\n```text\n([\s\S]*?)^```$/gm;
	return markdownFiles().flatMap((path) =>
		Array.from(readPage(path).matchAll(block), ([, codes, code, answer], index) => ({
			name: `${path} ${index + 1}`,
			codes: codes!,
			code: code!,
			answer: answer!,
		})),
	);
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
	return examples(markdownFiles(), (text) => [...text.matchAll(block)].map(read));
}

function examples(
	paths: readonly string[],
	find: (text: string) => readonly (string | undefined)[],
): Record<string, string> {
	const found: Record<string, string> = {};
	for (const path of paths) {
		for (const [index, code] of find(readPage(path)).entries()) {
			if (code !== undefined) found[`${path} ${index + 1}`] = code;
		}
	}
	return found;
}

/** The pages that are written by hand, and those that are kept. The rest of the site is written when it is built. */
export function markdownFiles(): string[] {
	const pages = readdirSync(join(root, 'docs')).filter((path) => path.endsWith('.md'));
	return ['README.md', ...pages.map((path) => join('docs', path))];
}

function readPage(path: string): string {
	return readFileSync(join(root, path), 'utf8');
}

function files(folder: string, extension: string): string[] {
	return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith(extension))
		.map((path) => join(folder, path));
}
