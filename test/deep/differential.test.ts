import { expect, test } from 'vitest';
import type { CompilerVersion } from '../compiler/compile.js';
import { compareRandomly, compareVerdicts } from './differential.js';
import { everyChain } from './every-chain.js';

/** `npm run test:deep` runs vitest in this mode. */
const isDeep = process.env['MODE'] === 'deep';

/** How many random chains each compiler is given: in `npm test` the same each time, in the deep run others. */
const counts: readonly (readonly [version: CompilerVersion, short: number, deep: number])[] = [
	['7.0', 300, 5_000],
	['5.9', 300, 20_000],
];
const seed = isDeep ? Number(process.env['SEED'] ?? Date.now() % 2 ** 31) : 1;
const timeout = 1_800_000;

test.each(counts)(
	'TypeScript %s and the run time agree over random chains',
	async (version, short, deep) => {
		const count = isDeep ? deep : short;
		const findings = await compareRandomly(version, count, seed, told(`TypeScript ${version}, seed ${seed}`, count));
		expect(findings.difference?.text).toBeUndefined();
		expect(Math.min(findings.accepted, findings.refused)).toBeGreaterThan(count / 10);
	},
	timeout,
);

test.each(counts)(
	'TypeScript %s and the run time agree over every short chain',
	async (version) => {
		const chains = everyChain(isDeep ? 3 : 2);
		const findings = await compareVerdicts(version, chains, told(`TypeScript ${version}, every chain`, chains.length));
		expect(findings.difference?.text).toBeUndefined();
		expect(Math.min(findings.accepted, findings.refused)).toBeGreaterThan(chains.length / 100);
	},
	timeout,
);

/** Tells how far a long run has come. */
function told(what: string, count: number): (done: number) => void {
	return (done) => {
		if (isDeep) process.stdout.write(`${what}: ${done} of ${count} chains\n`);
	};
}
