import { expect, test } from 'vitest';
import type { CompilerVersion } from '../compiler/compile.js';
import { comparePrompts } from './typed-programs.js';

/** `npm run test:deep` runs vitest in this mode. */
const isDeep = process.env['MODE'] === 'deep';

const versions: readonly CompilerVersion[] = ['7.0', '5.9'];
const count = isDeep ? 2_000 : 200;
const seed = isDeep ? Number(process.env['SEED'] ?? Date.now() % 2 ** 31) : 1;

test.each(versions)(
	'TypeScript %s and the run time agree over random prompts',
	async (version) => {
		const { differences, accepted, refused } = await comparePrompts(version, count, seed, (done) => {
			if (isDeep)
				process.stdout.write(`TypeScript ${version}, seed ${seed}: ${done} of ${count} programs over prompts\n`);
		});
		expect(differences).toStrictEqual([]);
		expect(Math.min(accepted, refused)).toBeGreaterThan(count / 10);
	},
	600_000,
);
