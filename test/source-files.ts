import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import ts from 'typescript';

/** A file of `src`, parsed. */
export interface SourceFile {
	/** Its path below `src`, with `/`. */
	readonly path: string;
	readonly tree: ts.SourceFile;
}

/** A comment, a literal or a part of a template, with its line. */
export interface Found {
	readonly text: string;
	readonly line: number;
}

/** Reads every file of `src`. */
export function sourceFiles(): readonly SourceFile[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.ts'))
		.sort()
		.map((path) => parse(path.replaceAll(sep, '/'), readFileSync(join(folder, path), 'utf8')));
}

/** Returns the comments of a file, doc comments and others, with their line breaks as spaces. */
export function commentsIn({ tree }: SourceFile): readonly Found[] {
	const text = tree.getFullText();
	const found = new Map<number, Found>();
	visit(tree, (node) => {
		if (node.getChildCount(tree) > 0) return;
		const ranges = [
			...(ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []),
			...(ts.getTrailingCommentRanges(text, node.getEnd()) ?? []),
		];
		for (const { pos, end } of ranges) found.set(pos, { text: plain(text.slice(pos, end)), line: lineOf(tree, pos) });
	});
	return [...found.values()];
}

/** Returns the strings, the numbers and the fixed parts of the templates of a file, those of its types included. */
export function literalsIn({ tree }: SourceFile): readonly Found[] {
	const found: Found[] = [];
	visit(tree, (node) => {
		if (ts.isLiteralExpression(node) || ts.isTemplateMiddleOrTemplateTail(node) || ts.isTemplateHead(node)) {
			found.push({ text: node.text, line: lineOf(tree, node.getStart(tree)) });
		}
	});
	return found;
}

const folder = join(import.meta.dirname, '../src');

function parse(path: string, text: string): SourceFile {
	return { path, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
}

function visit(node: ts.Node, act: (node: ts.Node) => void): void {
	act(node);
	for (const child of node.getChildren()) visit(child, act);
}

function lineOf(tree: ts.SourceFile, position: number): number {
	return tree.getLineAndCharacterOfPosition(position).line + 1;
}

function plain(comment: string): string {
	return comment
		.replaceAll(/^\s*(?:\/\*\*?|\*\/|\*(?!\/)|\/\/)|\*\/$/gm, '')
		.replaceAll(/\s+/g, ' ')
		.trim();
}
