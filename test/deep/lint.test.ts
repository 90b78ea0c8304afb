import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lintRequest, safeParseRequest, type Advice } from '../../src/index.js';
import { advice } from '../../src/rules.js';
import { payloadOf, randomRequest } from './lint-requests.js';

/** `npm run test:deep` runs vitest in this mode: more requests, and others each time. */
const isDeep = process.env['MODE'] === 'deep';
const seed = isDeep ? Number(process.env['SEED'] ?? Date.now() % 2 ** 31) : 1;
const timeout = 1_800_000;
const runs = { numRuns: isDeep ? 20_000 : 1_500, seed };

test(
	'no valid request makes lintRequest throw, and every advice is complete',
	() => {
		const rules = new Set<string>();
		fc.assert(
			fc.property(randomRequest(), ({ given, media }) => {
				const payload = payloadOf(given);
				const before = JSON.stringify(payload);
				for (const { rule, source, path, place, message } of lintRequest(given, { media })) {
					rules.add(rule);
					expect(source).toBe(advice[rule].source);
					expect(at(payload, path)).toBeDefined();
					expect(place?.index).toBe(typeof path[1] === 'number' ? path[1] : undefined);
					expect(message.length).toBeLessThan(800);
				}
				expect(JSON.stringify(payload)).toBe(before);
			}),
			runs,
		);
		// The requests are not so large.
		expect(Object.keys(advice).filter((rule) => !rules.has(rule))).toStrictEqual(['body-size']);
	},
	timeout,
);

test(
	'every fix is a valid request for which the advice is gone',
	() => {
		let fixes = 0;
		fc.assert(
			fc.property(randomRequest(), ({ given, media }) => {
				for (const { rule, path, fix } of lintRequest(given, { media })) {
					if (fix === undefined) continue;
					fixes += 1;
					expect(safeParseRequest(fix)).toStrictEqual({ success: true, data: fix });
					expect(fix).not.toStrictEqual(payloadOf(given));
					const same = (other: Advice) => other.rule === rule && other.path.join() === path.join();
					expect(lintRequest(fix, { media }).filter(same)).toStrictEqual([]);
				}
			}),
			runs,
		);
		expect(fixes).toBeGreaterThan(runs.numRuns / 4);
	},
	timeout,
);

test(
	'applying fixes ends, whichever is taken',
	() => {
		fc.assert(
			fc.property(randomRequest(), fc.infiniteStream(fc.nat()), ({ given, media }, choices) => {
				let found = lintRequest(given, { media });
				for (let step = 0; ; step += 1) {
					const fixes = found.flatMap(({ fix }) => fix ?? []);
					if (fixes.length === 0) return;
					expect(step).toBeLessThan(20);
					const choice = (choices.next().value ?? 0) % fixes.length;
					found = lintRequest(fixes[choice]!, { media });
				}
			}),
			runs,
		);
	},
	timeout,
);

/** The value at a path. */
function at(value: unknown, path: Advice['path']): unknown {
	return path.reduce((inner, step) => (inner as Record<string | number, unknown>)[step], value);
}
