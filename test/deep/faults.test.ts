import { afterAll, beforeAll, expect, test } from 'vitest';
import { problemsOf } from './faults-check.js';
import { isOf } from './faults-key.js';
import { clear, playRun, type Run } from './faults-run.js';
import { startFaultyServer, type FaultyServer } from './faults-server.js';

/** `npm run test:deep` runs vitest in this mode. */
const isDeep = process.env['MODE'] === 'deep';
const count = isDeep ? 2_000 : 200;

/** `SEED=…` repeats the runs of a seed, `RUN=…` one of them. */
const seed = Number(process.env['SEED'] ?? (isDeep ? Date.now() % 2 ** 31 : 1));
const only = process.env['RUN'];

let server: FaultyServer;
beforeAll(async () => void (server = await startFaultyServer()));
afterAll(() => server.close());

test(`no fault makes the client pay twice, lose an id, tell the key, hang or throw a raw error: SEED=${seed}`, async () => {
	const runs = only === undefined ? Array.from({ length: count }, (_, index) => index) : [Number(only)];
	const problems: string[] = [];
	const outcomes = new Map<string, number>();
	const next = runs.values();
	// Some at a time: most of their time is waiting.
	await Promise.all(
		Array.from({ length: atATime }, async () => {
			for (const number of next) {
				const run = await playRun(server, `${seed}/${number}`, number, longest);
				for (const problem of problemsOf(run)) problems.push(`SEED=${seed} RUN=${number}: ${problem}`);
				for (const name of namesOf(run)) outcomes.set(name, (outcomes.get(name) ?? 0) + 1);
				await clear(run);
			}
		}),
	);
	if (isDeep) process.stdout.write(`faults, seed ${seed}: ${JSON.stringify(Object.fromEntries(outcomes))}\n`);
	expect(problems).toEqual([]);
	const missing = only === undefined ? expected.filter((name) => !outcomes.has(name)) : [];
	expect(missing).toEqual([]);
}, 600_000);

const atATime = 8;

/** The most milliseconds that a run may take. */
const longest = 20_000;

/** What the faults must lead to at least, or they are no test. */
const always = ['result', 'ApiError', 'SubmitUncertainError', 'TaskTimeoutError', 'AbortError'];
const inMany = ['saved', 'TaskFailedError', 'CallbackError', 'DownloadError', 'BatchStoppedError', 'NetworkError'];
const expected = isDeep ? [...always, ...inMany] : always;

function namesOf({ sight }: Run): string[] {
	const names = sight.outcomes.map(({ error }) => (isOf(Error, error) ? error.name : 'result'));
	return sight.savedPath === undefined ? names : [...names, 'saved'];
}
