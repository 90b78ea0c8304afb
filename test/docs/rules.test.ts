import { expect, test } from 'vitest';
import { rules } from '../../src/rules.js';
import * as promptSentences from '../../src/rules/prompt-sentences.js';
import { compile } from '../compiler/compile.js';
import { errorText } from '../compiler/error-text.js';
import { pairs } from '../compiler/programs.js';
import { rulesPage } from './rules-page.js';

// `npm run docs:rules` writes the page; where it is stale, this fails, and so does `npm run docs:build`.
test('docs/rules.md says what the catalogue and the compiler say', async () => {
	const { errors } = await compile('5.9', 'rules', Object.fromEntries(pairs.map(({ rule, wrong }) => [rule, wrong])));
	const page = rulesPage(pairs, new Map([...errors].map(([rule, text]) => [rule, errorText(text)])));
	for (const id of Object.keys(rules)) expect(page).toContain(`## ${id}\n`);
	await expect(page).toMatchFileSnapshot(process.env['RULES_PAGE'] ?? '../../docs/rules.md');
});

// Each sentence is written with values that are easy to find. Its longest piece between them is looked up.
test('the page has each sentence about prompts', () => {
	const page = rulesPage([], new Map());
	for (const sentence of Object.values<string | ((...values: never[]) => string)>(promptSentences)) {
		const text = typeof sentence === 'string' ? sentence : sentence(...(['§', 789] as never[]));
		const pieces = text.split(/§|789/);
		const [longest] = pieces.sort((a, b) => b.length - a.length);
		expect(page).toContain(longest);
	}
});
