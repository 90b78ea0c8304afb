import { describe, expect, test } from 'vitest';
import { compile, compilers, type CompilerVersion } from '../compiler/compile.js';
import { pairs } from '../compiler/programs.js';
import { costOf, pairCost } from './cost.js';
import {
	budgets,
	comparedChains,
	conditionalSpreads,
	emptyFor,
	fullChain,
	fullChainByCall,
	longPrompt,
	mixedChains,
	threeShots,
	typicalChain,
} from './programs.js';

describe.each(Object.keys(compilers) as CompilerVersion[])('TypeScript %s', (version) => {
	test.each([
		['a text, a first frame and three options', typicalChain(), budgets.typical],
		['a chain of all fifteen media', fullChain(), budgets.full],
		['a chain of all fifteen media, a call for each', fullChainByCall(), budgets.fullByCall],
		['chains in conditions and an array', comparedChains(), budgets.compared],
		['eight conditional spreads in one call', conditionalSpreads(), budgets.conditionalSpreads],
		['an array of fifty mixed chains', mixedChains(), budgets.mixed],
		['three shots with two handles', threeShots(), budgets.shots],
	])('%s: within the budget', async (_, program, budget) => {
		const { instantiations, errors } = await costOf(version, 'budget', program);
		expect(errors).toBe('');
		expect(instantiations).toBeLessThanOrEqual(budget);
	});

	test('the floor of a cost is a program that instantiates nothing', async () => {
		const { instantiations } = await compile(version, 'floor', { empty: emptyFor(mixedChains()) });
		expect(instantiations).toBe(0);
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
}, 600_000);
