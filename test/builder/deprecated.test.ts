import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { refusals } from '../../src/rules.js';

const folder = join(import.meta.dirname, '../../src/builder');
const read = (file: string): ts.SourceFile =>
	ts.createSourceFile(file, readFileSync(join(folder, file), 'utf8'), ts.ScriptTarget.Latest, true);

/** The sentences behind the names that a verb's type may refer to: those of `arguments.ts`. */
const shared = new Map(
	read('arguments.ts')
		.statements.filter(ts.isTypeAliasDeclaration)
		.map((alias) => [alias.name.text, sentencesOf(alias.getText())] as const),
);

/** What is missing at a stage before its `.build()`: the sentences of `Missing`, by the stage's name. */
const missing = new Map(
	read('payload.ts')
		.statements.filter(ts.isInterfaceDeclaration)
		.filter(({ name }) => name.text === 'Missing')
		.flatMap(({ members }) =>
			members.map((member) => [member.name!.getText(), sentencesOf(member.getText())] as const),
		),
);

/** Every verb of every stage: its comment's `@deprecated`, and the sentences that its type may print. */
const verbs = readdirSync(folder)
	.filter((file) => file.endsWith('-stage.ts'))
	.flatMap((file) => read(file).statements.filter(ts.isInterfaceDeclaration))
	.flatMap((stage) =>
		stage.members.map((member) => ({
			verb: `${stage.name.text}.${member.name?.getText()}`,
			deprecated: ts.getTextOfJSDocComment(ts.getJSDocDeprecatedTag(member)?.comment),
			isRefused: ts.isPropertySignature(member),
			sentences: [
				...sentencesOf(member.getText()),
				...namesIn(member.getText()).flatMap((name) => shared.get(name) ?? []),
				...(missing.get(/Finished<'(\w+)'/.exec(member.getText())?.[1] ?? '') ?? []),
			],
		})),
	);

test('the stages are read', () => {
	expect(verbs.length).toBeGreaterThan(50);
});

test.each(verbs.filter(({ deprecated }) => deprecated !== undefined))(
	'$verb is struck through with the sentence that its type prints',
	({ deprecated, sentences }) => {
		expect(sentences).toContain(deprecated);
	},
);

test.each(verbs.filter(({ isRefused }) => isRefused))('$verb is struck through', ({ deprecated }) => {
	expect(deprecated).toBeTypeOf('string');
});

function sentencesOf(code: string): string[] {
	return [...code.matchAll(/Sentence<'(\w+)'>/g)].map(([, name]) => refusals[name as keyof typeof refusals].message);
}

function namesIn(code: string): string[] {
	return code.match(/\b[A-Z]\w+/g) ?? [];
}
