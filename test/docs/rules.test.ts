import { expect, test } from 'vitest';
import { rules } from '../../src/rules.js';
import { compile } from '../compiler/compile.js';
import { errorText } from '../compiler/error-text.js';
import { pairs } from '../compiler/programs.js';
import { rulesPage } from './rules-page.js';

// `npm run docs:rules` writes the page; where it is stale, this fails.
test('docs/rules.md says what the catalogue and the compiler say', async () => {
	const { errors } = await compile('5.9', 'rules', Object.fromEntries(pairs.map(({ rule, wrong }) => [rule, wrong])));
	const page = rulesPage(pairs, new Map([...errors].map(([rule, text]) => [rule, errorText(text)])));
	for (const id of Object.keys(rules)) expect(page).toContain(`## ${id}\n`);
	await expect(page).toMatchFileSnapshot('../../docs/rules.md');
});
