import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { loadedDeclarations, mostFiles, publishedDeclarations } from '../bench/declarations.js';
import { root } from '../bench/node.js';

const entries = Object.values(manifest.exports).flatMap((entry) => (typeof entry === 'string' ? [] : [entry.types]));

let texts: ReadonlyMap<string, string>;

beforeAll(async () => {
	const files = await publishedDeclarations();
	const read = files.map(async (file) => [relative(root, file), await readFile(file, 'utf8')] as const);
	texts = new Map(await Promise.all(read));
});

describe('the published declarations', () => {
	test('are there for every entry', () => {
		expect([...texts.keys()]).toStrictEqual(expect.arrayContaining(entries.map((path) => relative('.', path))));
	});

	test('import dependencies and each other, and nothing that a user may lack', () => {
		const found = [...texts].flatMap(([path, text]) => importsOf(text).map((name) => `${path} imports ${name}`));
		const allowed = new RegExp(` imports (?:\\.|(?:${Object.keys(manifest.dependencies).join('|')})(?:/|$))`);
		// Who imports this entry has the package of its name.
		const others = found.filter((each) => each !== 'dist/bullmq/index.d.ts imports bullmq');
		expect(others.filter((each) => !allowed.test(each))).toStrictEqual([]);
	});

	test('have no name that the bundler made, such as List$1: give one of the two types another name', () => {
		const made = [...texts.values()].flatMap((text) => text.match(/\b\w+\$\d+\b/g) ?? []);
		expect([...new Set(made)]).toStrictEqual([]);
	});

	test('hold each declaration once, so that a type is the same from every entry', () => {
		const declarations = [...texts].flatMap(([path, text]) => declarationsOf(path, text).map((each) => each.getText()));
		expect(declarations.filter((text, index) => declarations.indexOf(text) !== index)).toStrictEqual([]);
	});

	test('have a doc comment on everything that an entry exports', () => {
		expect(undocumented(entries.map((path) => join(root, path)))).toStrictEqual([]);
	});
});

test.each(['5.9', '7.0'] as const)(`an import of one type loads few files, TypeScript %s`, async (version) => {
	const files = await loadedDeclarations(version);
	expect(files.length).toBeLessThanOrEqual(mostFiles);
	const packages = files.filter((file) => !/\/lib\.[\w.]+\.d\.ts$/.test(file)).map(packageOf);
	expect([...new Set(packages)].sort()).toStrictEqual(['seedance-builder', 'zod']);
});

/** The modules that a file imports, `import('…')` included. */
function importsOf(text: string): string[] {
	return ts.preProcessFile(text, true, false).importedFiles.map(({ fileName }) => fileName);
}

function declarationsOf(path: string, text: string): ts.Statement[] {
	const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
	return statements.filter((each) => !ts.isImportDeclaration(each) && !ts.isExportDeclaration(each));
}

/** The names that the entries export without a doc comment. */
function undocumented(files: readonly string[]): string[] {
	const program = ts.createProgram(files, { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022 });
	const checker = program.getTypeChecker();
	return files.flatMap((file) => {
		const module = checker.getSymbolAtLocation(program.getSourceFile(file)!)!;
		const exported = checker.getExportsOfModule(module).map((symbol) => aliased(checker, symbol));
		return exported.filter((symbol) => symbol.getDocumentationComment(checker).length === 0).map(({ name }) => name);
	});
}

function aliased(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
	return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

function packageOf(file: string): string {
	return file.startsWith(join(root, 'dist'))
		? 'seedance-builder'
		: (/.*\/node_modules\/([^/]+)/.exec(file)?.[1] ?? file);
}
