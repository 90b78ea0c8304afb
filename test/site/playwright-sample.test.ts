import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { fileExamples } from '../docs/examples.js';
import { chromiumPath } from './site.js';

const root = join(import.meta.dirname, '../..');

/** The configuration of the page, with the browser of this machine. */
const config = `
import sample from './playwright.config.mjs';
const launchOptions = { executablePath: ${JSON.stringify(chromiumPath())}, args: ['--no-sandbox'] };
export default { ...sample, testMatch: '*.spec.mjs', use: { ...sample.use, launchOptions } };
`;

test('the browser test of the page on tests passes, and fails without the emulator', async () => {
	const folder = join(root, 'test/compiler/.programs/playwright');
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	const [api, app] = [await freePort(), await freePort()];
	for (const [file, code] of Object.entries(fileExamples('docs/testing.md'))) {
		// Node 20 runs no TypeScript, and other programs may have these ports.
		const text = ts.transpileModule(code, { compilerOptions }).outputText.replaceAll(/node (\w+)\.ts/g, 'node $1.mjs');
		await writeFile(join(folder, file.replace(/\.ts$/, '.mjs')), text.replaceAll('4100', api).replaceAll('4200', app));
	}
	await writeFile(join(folder, 'run.config.mjs'), config);
	expect(await play(folder)).toContain('1 passed');
	await writeFile(
		join(folder, 'emulator.mjs'),
		`import('node:http').then((http) => http.createServer().listen(${api}));`,
	);
	expect(await play(folder)).toContain('1 failed');
}, 240_000);

async function play(folder: string): Promise<string> {
	const cli = join(root, 'node_modules/@playwright/test/cli.js');
	const args = [cli, 'test', '-c', 'run.config.mjs', '--reporter=line', '--timeout=15000', '--output=results'];
	const run = promisify(execFile)(process.execPath, args, { cwd: folder, env: { ...process.env, CI: '1' } });
	return run.then(
		({ stdout }) => stdout,
		(error: { stdout: string; stderr: string }) => error.stdout + error.stderr,
	);
}

async function freePort(): Promise<string> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return String(port);
}

const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
