import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

let folder: string;
let script: string;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'seedance-main-'));
	script = join(folder, 'main.mjs');
	await build({ entryPoints: [main], bundle: true, platform: 'node', format: 'esm', outfile: script });
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the exit code is that of the command', async () => {
	expect(await exitOf(seedance('--help'))).toMatchObject({ code: 0, stderr: '' });
	expect(await exitOf(seedance('demo', '--ratio', '1:2'))).toMatchObject({ code: 2, stdout: '' });
});

test('Ctrl-C stops the command, which prints its task id, with code 130', async () => {
	const child = seedance('demo', '--out', join(folder, 'demo.mp4'));
	child.stderr.once('data', () => child.kill('SIGINT'));
	const { code, stderr } = await exitOf(child);
	expect(code).toBe(130);
	expect(stderr).toContain('seedance: aborted: task "asyntask_00000001"');
});

test('a closed pipe does not stop the command', async () => {
	const path = join(folder, 'unread.mp4');
	const child = seedance('demo', '--out', path);
	child.stdout.destroy();
	expect(await exitOf(child)).toMatchObject({ code: 0 });
	expect(existsSync(path)).toBe(true);
});

function seedance(...args: string[]): ChildProcessWithoutNullStreams {
	return spawn(process.execPath, [script, ...args]);
}

interface Exit {
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

async function exitOf(child: ChildProcessWithoutNullStreams): Promise<Exit> {
	let stdout = '';
	let stderr = '';
	child.stdout.on('data', (chunk) => (stdout += chunk));
	child.stderr.on('data', (chunk) => (stderr += chunk));
	const [code] = await once(child, 'close');
	return { code, stdout, stderr };
}
