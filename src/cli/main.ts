#!/usr/bin/env node
import process from 'node:process';
import { run } from './run.js';

const { argv, env, stdout, stderr } = process;

// The first Ctrl-C stops the command, which can still name its task; a second one ends the process as ever.
const controller = new AbortController();
process.once('SIGINT', () => controller.abort());

// A reader that has gone, as in `seedance demo | head -1`, is no reason to drop a task half-way.
for (const output of [stdout, stderr]) {
	output.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code !== 'EPIPE') throw error;
	});
}

process.exitCode = await run(argv.slice(2), { env, stdout, stderr, signal: controller.signal });
