import ts from 'typescript';
import { sourceFiles, type SourceFile } from '../source-files.js';

/** The doc comment of a verb or an exported function, as an editor has to show it. */
export interface Documented {
	readonly name: string;

	/** The first line. */
	readonly summary: string;

	/** The code of each example. */
	readonly examples: readonly string[];
}

/** The verbs that may be called, from the verb interfaces of the builder. */
export function documentedVerbs(): readonly Documented[] {
	return sourceFiles()
		.filter(({ path }) => path.startsWith('builder/verbs/'))
		.flatMap((file) => documentedIn(file, (node) => ts.isMethodSignature(node) || ts.isPropertySignature(node)));
}

/** The exported functions of all source files. */
export function documentedFunctions(): readonly Documented[] {
	return sourceFiles().flatMap((file) => documentedIn(file, ts.isFunctionDeclaration));
}

function documentedIn({ tree }: SourceFile, isIt: (node: ts.Node) => boolean): Documented[] {
	const found: Documented[] = [];
	const visit = (node: ts.Node): void => {
		const name = isIt(node) && ts.getNameOfDeclaration(node as ts.Declaration)?.getText(tree);
		const comment = name && docCommentOf(node, tree);
		if (name && comment && !comment.startsWith('@deprecated')) found.push({ name, ...partsOf(comment) });
		ts.forEachChild(node, visit);
	};
	visit(tree);
	return found;
}

/** The last doc comment before a node, without its asterisks. */
function docCommentOf(node: ts.Node, tree: ts.SourceFile): string | undefined {
	const text = tree.getFullText();
	const ranges = ts.getLeadingCommentRanges(text, node.getFullStart()) ?? [];
	const comment = ranges
		.map(({ pos, end }) => text.slice(pos, end))
		.filter((one) => one.startsWith('/**'))
		.at(-1);
	return comment?.replace(/^\/\*\*\s*|\s*\*\/$/g, '').replace(/^\s*\* ?/gm, '');
}

/** A tag begins a line here, so that an `@` within the code of an example stays in it. */
function partsOf(comment: string): Omit<Documented, 'name'> {
	const [description = '', ...tags] = comment.split(/^@(?=\w)/m);
	const examples = tags.filter((tag) => tag.startsWith('example')).map((tag) => tag.slice('example'.length).trim());
	return { summary: description.split('\n')[0]!, examples };
}
