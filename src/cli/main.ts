#!/usr/bin/env node
import process from 'node:process';
import { run } from './run.js';

const { argv, env, stdout, stderr } = process;

// The first Ctrl-C stops the command, so that it can print its task id. The second one ends the process.
const controller = new AbortController();
process.once('SIGINT', () => controller.abort());

// A closed pipe, as in `… demo | head -1`, must not stop a running task.
for (const output of [stdout, stderr]) {
	output.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code !== 'EPIPE') throw error;
	});
}

process.exitCode = await run(argv.slice(2), { env, stdout, stderr, signal: controller.signal });
