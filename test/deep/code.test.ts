import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromCurl, toCode, toCurl } from '../../src/index.js';
import type { CompilerVersion } from '../compiler/compile.js';
import { payload, withRoles } from '../request/payloads.js';
import { buildModules } from './code-modules.js';

/** `npm run test:deep` runs vitest in this mode. */
const isDeep = process.env['MODE'] === 'deep';
const seed = isDeep ? Number(process.env['SEED'] ?? Date.now() % 2 ** 31) : 1;

/** How many random requests each compiler is given. */
const counts: readonly (readonly [version: CompilerVersion, short: number, deep: number])[] = [
	['5.9', 100, 2_000],
	['6.0', 20, 200],
	['7.0', 100, 2_000],
];

test.each(counts)(
	'the code of random requests compiles with TypeScript %s and builds equal requests',
	async (version, short, deep) => {
		const payloads = fc.sample(payload(), { numRuns: isDeep ? deep : short, seed });
		const { errors, requests } = await buildModules(version, 'code', payloads.map(toCode));
		expect(errors, `seed ${seed}`).toBe('');
		expect(requests).toStrictEqual(payloads.map(withRoles));
	},
	1_200_000,
);

test('the curl commands of random requests are read as equal requests', () => {
	const numRuns = isDeep ? 20_000 : 2_000;
	fc.assert(
		fc.property(payload(), (request) => {
			expect(fromCurl(toCurl(request))).toStrictEqual(request);
		}),
		{ numRuns, seed },
	);
});
