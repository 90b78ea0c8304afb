import { describe, expect, test } from 'vitest';
import { compilers, type CompilerVersion } from '../compiler/compile.js';
import { pairs } from '../compiler/programs.js';
import { costOf, pairCost } from './cost.js';
import { budgets, comparedChains, fullChain, longPrompt, typicalChain } from './programs.js';

describe.each(Object.keys(compilers) as CompilerVersion[])('TypeScript %s', (version) => {
	test('a text, a first frame and three options stay within their budget', async () => {
		const { instantiations, errors } = await costOf(version, 'typical', typicalChain());
		expect(errors).toBe('');
		expect(instantiations).toBeLessThanOrEqual(budgets.typical);
	});

	test('a chain of all fifteen media stays within its budget', async () => {
		const { instantiations, errors } = await costOf(version, 'full', fullChain());
		expect(errors).toBe('');
		expect(instantiations).toBeLessThanOrEqual(budgets.full);
	});

	test('chains in conditions and an array stay within their budget', async () => {
		const { instantiations, errors } = await costOf(version, 'compared', comparedChains());
		expect(errors).toBe('');
		expect(instantiations).toBeLessThanOrEqual(budgets.compared);
	});

	test('a prompt of 28,000 characters with 400 placeholders compiles', async () => {
		const { errors } = await costOf(version, 'long', longPrompt());
		expect(errors).toBe('');
	});
});

// One compiler here, the fast one: `npm run bench` shows more.
test('a wrong chain costs at most twice the right one', async () => {
	const found: string[] = [];
	for (const pair of pairs) {
		const { wrong, right } = await pairCost('7.0', pair);
		if (wrong > budgets.wrongToRight * right) found.push(pair.rule);
	}
	expect(found).toStrictEqual([]);
}, 120_000);
