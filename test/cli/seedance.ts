import { spawn as spawnPiped } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { spawn as spawnInTerminal } from '@lydell/node-pty';
import { afterAll, expect } from 'vitest';
import type { Io } from '../../src/cli/io.js';
import { run } from '../../src/cli/run.js';
import { createEmulator, type Emulator } from '../../src/testing/index.js';

/** The built command line. */
export const main = join(import.meta.dirname, '../../dist/cli/main.js');

/** The key that every command gets. No output may have it. */
export const key = 'sk-cli-test-0123456789';

/** How a command ended. On a terminal, `stdout` has all of its output, and `stderr` is empty. */
export interface Ended {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
}

/** A command that runs. */
export interface Running {
	readonly pid: number;
	readonly ended: Promise<Ended>;

	/** All output so far. */
	output(): string;

	/** Resolves when the output has this text. */
	shows(text: string | RegExp): Promise<void>;

	/** Writes to the input; `\x03` is Ctrl-C on a terminal. */
	write(text: string): void;

	/** Changes the width of the terminal. */
	resize(columns: number): void;
}

/** Where and how a command runs. */
export interface Surroundings {
	readonly cwd?: string;
	readonly env?: Readonly<Record<string, string>>;

	/** The standard input, which then ends. On a pipe alone. */
	readonly input?: string;
	readonly columns?: number;
	readonly program?: readonly [string, ...string[]];
}

/** Runs the command line with pipes. */
export function piped(args: readonly string[], { cwd, env, input = '', program }: Surroundings = {}): Running {
	const [file, ...first] = program ?? [process.execPath, main];
	const child = spawnPiped(file, [...first, ...args], { cwd, env: surroundings(env) });
	const seen = watch();
	let stdout = '';
	let stderr = '';
	child.stdin.on('error', () => undefined);
	child.stdin.end(input);
	child.stdout.on('data', (chunk) => {
		stdout += chunk;
		seen.changed();
	});
	child.stderr.on('data', (chunk) => {
		stderr += chunk;
		seen.changed();
	});
	const output = (): string => stdout + stderr;
	const closed = once(child, 'close').then(([code]) => checked({ code: code as number, stdout, stderr }));
	const ended = inTime(closed, 'end', output, () => child.kill('SIGKILL'));
	return {
		pid: child.pid!,
		ended,
		output,
		shows: (text) => seen.until(output, text, ended),
		write: (text) => void child.stdin.write(text),
		resize() {},
	};
}

/** Runs the command line on a pseudo-terminal. */
export function inTerminal(args: readonly string[], { cwd, env, columns = 80, program }: Surroundings = {}): Running {
	const [file, ...first] = program ?? [process.execPath, main];
	const terminal = spawnInTerminal(file, [...first, ...args], {
		cols: columns,
		rows: 24,
		name: env?.['TERM'] ?? 'xterm-256color',
		...(cwd !== undefined && { cwd }),
		env: surroundings(env),
	});
	const seen = watch();
	let stdout = '';
	terminal.onData((text) => {
		stdout += text;
		seen.changed();
	});
	const output = (): string => stdout;
	const closed = new Promise<Ended>((resolve) => {
		// The rest of the output may come after the end of the process.
		terminal.onExit(({ exitCode: code }) => setTimeout(() => resolve({ code, stdout, stderr: '' }), 50));
	}).then(checked);
	const ended = inTime(closed, 'end', output, () => terminal.kill('SIGKILL'));
	return {
		pid: terminal.pid,
		ended,
		output,
		shows: (text) => seen.until(output, text, ended),
		write: (text) => terminal.write(text),
		resize: (width) => terminal.resize(width, 24),
	};
}

/** The text that a terminal shows at the end: without colours, and without what the live line replaced. */
export function shown(output: string): string {
	return (
		output
			.replaceAll('\r\n', '\n')
			// oxlint-disable-next-line no-control-regex -- the codes of a terminal.
			.replaceAll(/^[^\n]*\r\u001b\[K/gm, '')
			// oxlint-disable-next-line no-control-regex -- see above.
			.replaceAll(/\u001b\[[\d;]*m/g, '')
	);
}

/** Runs the command line in this process, with an emulator in the place of the network. */
export async function here(
	argv: readonly string[],
	{ input = '', emulator = createEmulator({ queuedFor: 0, runningFor: 0 }), ...io }: Here = {},
): Promise<Ended> {
	let stdout = '';
	let stderr = '';
	const code = await run(argv, {
		env: { SEEDANCE_API_KEY: key },
		stdin: Readable.from(input === '' ? [] : [Buffer.from(input)]),
		stdout: { write: (text) => (stdout += text) },
		stderr: { write: (text) => (stderr += text) },
		signal: new AbortController().signal,
		fetch: emulator.fetch,
		...io,
	});
	return checked({ code, stdout, stderr });
}

interface Here extends Partial<Io> {
	readonly input?: string;
	readonly emulator?: Emulator;
}

/** Creates a folder, which is removed after the tests of the file. */
export function testFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'seedance-cli-'));
	folders.push(folder);
	return folder;
}

/** The files of a folder, with those that a command left half-written. */
export function filesIn(folder: string): readonly string[] {
	return readdirSync(folder).sort();
}

const folders: string[] = [];
afterAll(() => {
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function surroundings(env: Surroundings['env']): NodeJS.ProcessEnv {
	// The colours of a test run are not those of a user.
	const { NO_COLOR: _, FORCE_COLOR: __, CI: ___, ...inherited } = process.env;
	return { ...inherited, SEEDANCE_API_KEY: key, ...env };
}

function checked(ended: Ended): Ended {
	expect(ended.stdout + ended.stderr).not.toContain(key);
	return ended;
}

/** Rejects with the output so far, and calls `stop`, if a promise does not settle. */
async function inTime<Value>(
	promise: Promise<Value>,
	what: string,
	output: () => string,
	stop: () => void,
): Promise<Value> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => {
			stop();
			reject(new Error(`the command did not ${what} in ${patience} ms:\n${output()}`));
		}, patience);
	});
	return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** How long a command may run, in milliseconds. */
const patience = 40_000;

function watch() {
	const listeners = new Set<() => void>();
	return {
		changed() {
			for (const listener of listeners) listener();
		},
		async until(output: () => string, text: string | RegExp, ended: Promise<Ended>): Promise<void> {
			const isThere = (): boolean => (typeof text === 'string' ? output().includes(text) : text.test(output()));
			const found = new Promise<void>((resolve) => {
				const listener = (): void => {
					if (!isThere()) return;
					listeners.delete(listener);
					resolve();
				};
				listeners.add(listener);
				listener();
			});
			await Promise.race([
				found,
				// oxlint-disable-next-line promise/always-return -- it waits for the end alone.
				ended.then(() => {
					if (!isThere()) throw new Error(`the command ended without showing ${String(text)}:\n${output()}`);
				}),
			]);
		},
	};
}
