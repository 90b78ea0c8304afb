import ts from 'typescript';
import { expect, test } from 'vitest';
import { sourceFiles } from '../source-files.js';

const known = ['__NO_SIDE_EFFECTS__', 'default', 'deprecated', 'example', 'param', 'returns', 'see', 'throws'];

const tags = sourceFiles().flatMap(({ path, tree }) => tagsIn(tree).map((tag) => ({ path, tag })));

// An `@` after white space begins a tag, in the code of an example too, and the editor then shows the code only as far as there.
test('doc comments have known tags alone', () => {
	expect(tags.filter(({ tag }) => !known.includes(tag))).toStrictEqual([]);
});

test('every known tag is used', () => {
	expect([...new Set(tags.map(({ tag }) => tag))].sort()).toStrictEqual(known);
});

function tagsIn(tree: ts.SourceFile): string[] {
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		found.push(...ts.getJSDocTags(node).map(({ tagName }) => tagName.text));
		ts.forEachChild(node, visit);
	};
	visit(tree);
	return found;
}
