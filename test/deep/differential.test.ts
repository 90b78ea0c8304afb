import { expect, test } from 'vitest';
import type { CompilerVersion } from '../compiler/compile.js';
import { compareVerdicts } from './differential.js';

/** `npm run test:deep` runs vitest in this mode. */
const isDeep = process.env['MODE'] === 'deep';

/** How many random chains each compiler is given: in `npm test` the same each time, in the deep run others. */
const counts: readonly (readonly [version: CompilerVersion, short: number, deep: number])[] = [
	['7.0', 300, 5_000],
	['5.9', 300, 20_000],
];
const seed = isDeep ? Number(process.env['SEED'] ?? Date.now() % 2 ** 31) : 1;

test.each(counts)(
	'TypeScript %s and the run time agree over random chains',
	async (version, short, deep) => {
		const count = isDeep ? deep : short;
		const findings = await compareVerdicts(version, count, seed, (done) => {
			if (isDeep) process.stdout.write(`TypeScript ${version}, seed ${seed}: ${done} of ${count} chains\n`);
		});
		expect(findings.difference, `seed ${seed}`).toBeUndefined();
		expect(Math.min(findings.accepted, findings.refused)).toBeGreaterThan(count / 10);
	},
	1_800_000,
);
