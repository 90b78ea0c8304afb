import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtures } from '../media-files/fixtures.js';
import { bundledScript } from '../node/bundled-script.js';
import type { playMutations } from './mutated-files.js';

/** `npm run test:deep` runs vitest in this mode. */
const isDeep = process.env['MODE'] === 'deep';
const count = isDeep ? 10_000 : 1_000;

/** `SEED=…` repeats the runs of a seed, `RUN=…` one of them. */
const seed = Number(process.env['SEED'] ?? (isDeep ? Date.now() % 2 ** 31 : 1));
const only = process.env['RUN'];

// Collects garbage often, so that the memory told is what is in use.
const flags = ['--max-semi-space-size=2', '--max-old-space-size=90'];

/** What so many files give in any case. */
const expected = ['damaged', 'facts', 'handle', 'limit', 'unknown-format', 'video-needs-url'];

/** Plays the mutations, and prints what became of them, and how many bytes of memory they took at most. */
const plays = `
import { playMutations } from '../test/deep/mutated-files.ts';
const [folder, seed, from, to] = process.argv.slice(2);
await playMutations(folder, 0, 0, 50);
const before = process.memoryUsage.rss();
const outcomes = await playMutations(folder, Number(seed), Number(from), Number(to));
process.stdout.write(JSON.stringify({ ...outcomes, memory: process.resourceUsage().maxRSS * 1024 - before }));
`;

type Answer = Awaited<ReturnType<typeof playMutations>> & { readonly memory: number };

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'mutated-files-'))));
afterAll(() => rm(folder, { recursive: true }));

test(`each of ${count} mutated files gives a handle or a typed error, in little time and memory: SEED=${seed}`, async () => {
	const script = await bundledScript(folder, 'plays', plays);
	const range = only === undefined ? ['0', String(count)] : [only, String(Number(only) + 1)];
	const { stdout, stderr } = await promisify(execFile)(process.execPath, [
		...flags,
		script,
		fixtures,
		String(seed),
		...range,
	]);
	expect(stderr).toBe('');
	const { counts, problems, memory } = JSON.parse(stdout) as Answer;
	if (isDeep) process.stdout.write(`mutated files, seed ${seed}: ${JSON.stringify({ ...counts, memory })}\n`);
	expect(problems).toStrictEqual([]);
	// All of them together take less than one may.
	expect(memory).toBeLessThan(100e6);
	const missing = only === undefined ? expected.filter((outcome) => !(outcome in counts)) : [];
	expect(missing).toStrictEqual([]);
}, 600_000);
