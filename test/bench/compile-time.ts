import type { CompilerVersion } from '../compiler/compile.js';
import { pairs } from '../compiler/programs.js';
import { costOf, pairCost, type Cost } from './cost.js';
import {
	budgets,
	comparedChains,
	conditionalSpreads,
	fullChain,
	fullChainByCall,
	hundred,
	longPrompt,
	mixedChains,
	typicalChain,
} from './programs.js';
import type { Row } from './table.js';

const chains = [
	{ what: 'a typical chain', program: typicalChain(), budget: budgets.typical },
	{ what: 'a chain of all fifteen media', program: fullChain(), budget: budgets.full },
	{ what: 'the same, a call for each', program: fullChainByCall(), budget: budgets.fullByCall },
	{ what: '100 typical chains', program: hundred(typicalChain) },
	{ what: '100 chains of all fifteen media', program: hundred(fullChain) },
	{ what: 'the long prompt', program: longPrompt() },
	{ what: 'chains in conditions and an array', program: comparedChains(), budget: budgets.compared },
	{ what: 'eight conditional spreads in one call', program: conditionalSpreads(), budget: budgets.conditionalSpreads },
	{ what: 'an array of fifty mixed chains', program: mixedChains(), budget: budgets.mixed },
] as const;

/** The instantiations of each chain, with the time that it takes to check. */
export async function chainRows(version: CompilerVersion): Promise<Row[]> {
	const rows: Row[] = [];
	for (const { what, program, ...budget } of chains) {
		const cost = await costOf(version, 'bench', program);
		rows.push({ what, value: cost.instantiations, unit: '', ...budget, note: noteOf(cost) });
	}
	return rows;
}

/** The instantiations of each wrong chain beside those of the right one. */
export async function wrongRows(version: CompilerVersion): Promise<Row[]> {
	const rows: Row[] = [];
	for (const pair of pairs) {
		const { wrong, right } = await pairCost(version, pair);
		const budget = budgets.wrongToRight * right;
		rows.push({ what: pair.rule, value: wrong, budget, unit: '', note: `right ${right}` });
	}
	return rows;
}

function noteOf({ checkTime, errors }: Cost): string {
	return `${checkTime.toFixed(0)} ms${errors === '' ? '' : ', DOES NOT COMPILE'}`;
}
