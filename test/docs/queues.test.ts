import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { describe, expect, onTestFinished, test } from 'vitest';
import { noRedis, startRedis } from '../bullmq/redis.js';
import { fileExamples } from './examples.js';

/** Adds the job, works on it, and reads the failed jobs, as three processes would one after the other. Ends as they do. */
const runner = `
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { createEmulator } from 'seedance-builder/testing';
globalThis.fetch = createEmulator({ queuedFor: 0, runningFor: 0 }).fetch;
await import('./add.mjs');
await import('./worker.mjs');
while (!existsSync('cat.mp4')) await pause(100);
await import('./recover.mjs');
process.kill(process.pid, 'SIGTERM');
`;

describe.skipIf(noRedis)('the programs of the page on queues', () => {
	test('add a job, make its video and save it, and leave nothing open', async () => {
		const redis = await startRedis();
		onTestFinished(() => redis.close());
		const programs = join(import.meta.dirname, '../compiler/.programs/queues');
		const folder = await mkdtemp(join(tmpdir(), 'queues-'));
		await rm(programs, { recursive: true, force: true });
		await mkdir(programs, { recursive: true });
		for (const [name, code] of Object.entries(fileExamples('docs/queues.md'))) {
			const file = name.replace(/\.ts$/, '.mjs');
			await writeFile(join(programs, file), ts.transpileModule(code, { compilerOptions }).outputText);
		}
		await writeFile(join(programs, 'run.mjs'), runner);
		const env = { ...process.env, REDIS_URL: `redis://127.0.0.1:${redis.port}`, SEEDANCE_API_KEY: 'sk-example' };
		const run = promisify(execFile);
		const { stderr } = await run(process.execPath, [join(programs, 'run.mjs')], { cwd: folder, env, timeout: 50_000 });
		expect(await readdir(folder)).toEqual(['cat.mp4']);
		expect(stderr).not.toContain('Error');
		await rm(folder, { recursive: true });
	});
});

const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
