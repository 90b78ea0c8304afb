#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { stopSignals } from './stop-signals.js';
import { run } from './run.js';

const { argv, env, stdout, stderr } = process;

// A closed pipe, as in `… demo | head -1`, must not stop a running task.
for (const output of [stdout, stderr]) {
	output.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code !== 'EPIPE') throw error;
	});
}

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
	version: string;
};
const { signal, force } = stopSignals(process);

process.exitCode = await run(
	argv.slice(2),
	{
		env,
		// Opened only if it is read: an open input keeps the process alive.
		get stdin() {
			return process.stdin;
		},
		stdout,
		stderr,
		signal,
		force,
	},
	version,
);
// A read of the standard input that was given up would keep the process alive.
if (signal.aborted) setTimeout(() => process.exit(), 100).unref();
