import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { ruleSentences } from '../../../docs/.vitepress/playground/build/rule-sentences.js';
import { pattern } from '../../../docs/.vitepress/playground/language/pattern.js';
import { withExports } from '../../../docs/.vitepress/playground/language/with-exports.js';
import { refusals } from '../../../src/rules.js';
import { pairs } from '../../compiler/programs.js';
import { language, root } from './program.js';

const imported = `import { video } from 'seedance-builder';\n`;

/** The offset of `|` in a program, and the program without it. */
function at(program: string): [text: string, position: number] {
	const text = `${imported}${program}`;
	return [text.replace('|', ''), text.indexOf('|')];
}

describe('the errors of the playground', () => {
	test('a right program has none', () => {
		expect(language.check(`${imported}video().text('A cat').resolution('720p').build();`).problems).toEqual([]);
	});

	test('an empty program has none', () => {
		expect(language.check('').problems).toEqual([]);
	});

	test('the sentence of the rule comes first, at its place', () => {
		const { problems, deprecated } = language.check(`${imported}video().text('A cat')\n\t.text('A dog');`);
		expect(problems).toMatchObject([{ line: 3, column: 3, sentences: [refusals.oneText.message] }]);
		expect(problems[0]!.details).toMatch(/^TS2349: This expression is not callable\.\n/);
		expect(deprecated).toEqual([{ from: problems[0]!.from, to: problems[0]!.to }]);
	});

	test('several sentences of one error are told apart', () => {
		const { problems } = language.check(
			`${imported}video().text('@image2 and @video1').referenceImage('https://example.com/cat.jpg').resolution('720p').build();`,
		);
		expect(problems).toHaveLength(1);
		expect([...problems[0]!.sentences].sort()).toEqual([
			'@image2 refers to a missing image: attach it or correct the number',
			'@video1 refers to a missing video: attach it or correct the number',
		]);
	});

	test("an error of no rule has the compiler's first line", () => {
		const { problems } = language.check(`${imported}video().text('A cat').resolution('2K');`);
		expect(problems[0]!.sentences).toEqual([
			`Argument of type '"2K"' is not assignable to parameter of type '"720p" | "1080p" | "2k"'.`,
		]);
	});

	test.each([
		['node:fs', `import fs from 'node:fs';`],
		['zod', `import 'zod';`],
		['seedance-builder/node', `import { saveVideo } from 'seedance-builder/node';`],
	])('an import of %s says what to import', (name, program) => {
		const { problems } = language.check(program);
		expect(problems.map(({ sentences }) => sentences)).toEqual([
			[`"${name}" cannot be imported here: import from "seedance-builder"`],
		]);
	});

	test.each(['document', 'process'])('%s is not available', (name) => {
		const { problems } = language.check(`${name}.title;`);
		expect(problems).toMatchObject([
			{ sentences: [`${name} is not available in the playground: a program runs in a web worker`] },
		]);
	});

	test('a missing bracket is an error', () => {
		expect(language.check(`${imported}video(`).problems).toMatchObject([{ sentences: [`')' expected.`] }]);
	});

	// An error about a choice of the API lists it, and is no sentence of ours.
	const sentences = pairs.filter(({ says }) => !says.startsWith('Argument of type'));

	test.each(sentences)('$rule: the sentence leads to its rule', ({ says }) => {
		const rules = ruleSentences(readFileSync(join(root, 'docs/rules.md'), 'utf8'));
		const sameWords = pairs.filter((pair) => pattern(pair.says) === pattern(says)).map(({ id }) => id);
		expect(sameWords).toContain(rules[pattern(says)]);
	});
});

describe('the editor of the playground', () => {
	test('strikes through the verbs that are refused', () => {
		const { offers } = language.complete(...at(`video().text('A cat').|`))!;
		const struck = offers.filter(({ isDeprecated }) => isDeprecated).map(({ name }) => name);
		expect(struck).toContain('text');
		expect(struck).not.toContain('resolution');
	});

	test('offers the values of an option, from its quote on', () => {
		const [text, position] = at(`video().text('A cat').resolution('7|')`);
		const { from, offers } = language.complete(text, position)!;
		expect(from).toBe(position - 1);
		expect(offers.map(({ name }) => name)).toEqual(['720p', '1080p', '2k']);
	});

	test('describes a name that it offers', () => {
		const found = language.describe(...at(`video().text('A cat').|`), 'resolution');
		expect(found?.documentation).toContain('resolution');
	});

	test('shows the doc comment of a verb', () => {
		const [text, position] = at(`video().first|Frame('asset://a')`);
		const found = language.hover(text, position)!;
		expect(text.slice(found.from, found.to)).toBe('firstFrame');
		expect(found.documentation).toMatch(/^Sets the first frame of the video: .*`undefined` leaves it out\.$/m);
	});

	test('shows the parameter that is being written', () => {
		const found = language.signature(...at(`video().text('A cat').duration(|)`))!;
		expect(found.before).toContain('duration');
		expect(found.parameter).not.toBe('');
	});

	test('shows nothing where nothing is known', () => {
		expect(language.hover('', 0)).toBeUndefined();
		expect(language.signature('', 0)).toBeUndefined();
	});
});

describe('what a program exports', () => {
	test.each([
		['an export stays', 'export const a = 1;\nconst b = 2;', 'export const a = 1;\nconst b = 2;'],
		['a default export stays', 'export default 1;\n2;', 'export default 1;\n2;'],
		['a last expression', 'const a = 1;\n// why\na + 1;\n', 'const a = 1;\n// why\nexport default (a + 1);\n'],
		['a last expression without a semicolon', 'a', 'export default (a);'],
		['a last variable', 'const a = 1;\nconst b = 2, c = 3;', 'const a = 1;\nconst b = 2, c = 3;\nexport { b, c };'],
		['types are no values', 'export type A = 1;\nlet b = 2;', 'export type A = 1;\nlet b = 2;\nexport { b };'],
		['a last function', 'function a() {}', 'function a() {}'],
		['nothing', '', ''],
	])('%s', (_, program, expected) => {
		expect(withExports(ts, program)).toBe(expected);
	});
});
