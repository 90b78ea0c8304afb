import * as fc from 'fast-check';
import type { CompilerVersion } from '../compiler/compile.js';
import { expressionOf, type ChainData } from './chain.js';
import { chain } from './chains.js';
import { differenceOver } from './difference.js';
import { refusalsOf } from './refusals.js';

/** What a run over many chains found. */
export interface Findings {
	/** How many chains the compiler refused, and how many it accepted. */
	readonly refused: number;
	readonly accepted: number;

	readonly difference?: Difference;
}

/** A chain that the compiler and the run time differ over, by its position, written out with what each says. */
interface Difference {
	readonly index: number;
	readonly text: string;
}

const batch = 1_000;

/**
 * Compares the compiler's verdict and the run time's on chains, some thousand in one program, up to the first chain that they
 * differ over.
 */
export async function compareVerdicts(
	version: CompilerVersion,
	chains: readonly ChainData[],
	onProgress: (done: number) => void = () => {},
): Promise<Findings> {
	const totals = { refused: 0, accepted: 0 };
	for (let start = 0; start < chains.length; start += batch) {
		const some = chains.slice(start, start + batch);
		const refusals = await refusalsOf(version, 'deep', some);
		for (const [index, chain] of some.entries()) {
			const text = differenceOver(chain, refusals[index]);
			if (text !== undefined) return { ...totals, difference: { index: start + index, text: report(chain, text) } };
		}
		const accepted = refusals.filter((refusal) => refusal === undefined).length;
		totals.accepted += accepted;
		totals.refused += some.length - accepted;
		onProgress(start + some.length);
	}
	return totals;
}

/** Compares the verdicts on random chains. The first chain that they differ over is shrunk to the smallest like it. */
export async function compareRandomly(
	version: CompilerVersion,
	count: number,
	seed: number,
	onProgress?: (done: number) => void,
): Promise<Findings> {
	const findings = await compareVerdicts(version, fc.sample(chain(), { numRuns: count, seed }), onProgress);
	const { difference } = findings;
	return difference ? { ...findings, difference: await smallest(version, seed, difference) } : findings;
}

async function smallest(version: CompilerVersion, seed: number, { index, text }: Difference): Promise<Difference> {
	const agrees = async (chain: ChainData): Promise<void> => {
		const [refusal] = await refusalsOf(version, 'deep-smallest', [chain]);
		const difference = differenceOver(chain, refusal);
		if (difference !== undefined) throw new Error(report(chain, difference));
	};
	// A sample and a check with one seed hold the same values, so the path leads to the chain that was found.
	const replay = { seed, path: String(index), numRuns: 1, endOnFailure: false, interruptAfterTimeLimit: 120_000 };
	const { errorInstance } = await fc.check(fc.asyncProperty(chain(), agrees), replay);
	return { index, text: `seed ${seed}: ${errorInstance instanceof Error ? errorInstance.message : text}` };
}

function report(chain: ChainData, difference: string): string {
	return `${expressionOf(chain)}\n${difference}`;
}
