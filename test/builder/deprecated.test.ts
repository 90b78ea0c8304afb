import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { refusals } from '../../src/rules.js';

const folder = join(import.meta.dirname, '../../src/builder/verbs');
const read = (file: string): ts.SourceFile =>
	ts.createSourceFile(file, readFileSync(join(folder, file), 'utf8'), ts.ScriptTarget.Latest, true);

/** Every verb of every interface: its comment's `@deprecated`, and the sentences that its type may print. */
const verbs = readdirSync(folder)
	.flatMap((file) => read(file).statements.filter(ts.isInterfaceDeclaration))
	.flatMap((list) =>
		list.members.map((member) => ({
			list: list.name.text,
			name: member.name!.getText(),
			deprecated: ts.getTextOfJSDocComment(ts.getJSDocDeprecatedTag(member)?.comment),
			documentation: ts.getJSDocCommentsAndTags(member).length,
			isAllowed: ts.isMethodSignature(member) || member.getText().includes(': WhenTextFits<'),
			sentences: sentencesOf(member.getText()),
		})),
	)
	.filter(({ list }) => list !== 'TemplateHandles');

/** The comment of an end that may lack several things: its type prints a sentence for each. */
const severalMissing = 'the request is not complete: the type says what is missing';

const refused = verbs.filter(({ deprecated }) => deprecated !== undefined);
const allowed = verbs.filter(({ deprecated }) => deprecated === undefined);

test('the verbs are read', () => {
	expect(refused.length).toBeGreaterThan(30);
	expect(allowed.length).toBeGreaterThan(15);
});

test.each(refused)('$list.$name is struck through with the sentence that its type prints', (verb) => {
	expect(verb.list === 'PartsMissing' ? [severalMissing] : verb.sentences).toContain(verb.deprecated);
});

test.each(allowed)('$list.$name can be called, and has a doc comment', (verb) => {
	expect(verb).toMatchObject({ isAllowed: true, documentation: 1 });
});

test('the signature of each verb stands once', () => {
	expect(repeated(allowed.map(({ name }) => name))).toStrictEqual([]);
});

test('each sentence that refuses a verb stands once for that verb', () => {
	expect(repeated(refused.map(({ name, deprecated }) => `${name}: ${deprecated}`))).toStrictEqual([]);
});

function sentencesOf(code: string): string[] {
	return [...code.matchAll(/(?:Sentence|WithMissingResolution)<'(\w+)'/g)].map(
		([, name]) => refusals[name as keyof typeof refusals].message,
	);
}

function repeated(texts: readonly string[]): string[] {
	return texts.filter((text, index) => texts.indexOf(text) !== index);
}
