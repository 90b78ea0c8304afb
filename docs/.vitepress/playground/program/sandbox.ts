// What the sandbox's worker runs before the program. The program is appended to it as one call of `runProgram`.
import * as library from 'seedance-builder';
import { config } from 'zod/mini';
import { notImportable } from '../language/explain.js';
import { sendConsole } from './console-lines.js';
import type { SandboxMessage } from './messages.js';
import { refuseGlobals } from './refuse-globals.js';
import { showExports, showIssues } from './show.js';

type Program = (require: (name: string) => unknown, exports: object, module: object) => Promise<void>;

const scope = globalThis as unknown as { console: Console; runProgram: (program: Program) => Promise<void> };
const post = globalThis.postMessage.bind(globalThis);
const send = (message: SandboxMessage): void => post(message);

// The sandbox's policy refuses `new Function`, which zod would try.
config({ jitless: true });
refuseGlobals(globalThis);
sendConsole(scope, (line) => send({ type: 'line', line }));

scope.runProgram = async (program) => {
	send({ type: 'started' });
	const exports = {};
	try {
		await program(importable, exports, { exports });
		send({ type: 'finished', shown: showExports(exports) });
	} catch (error) {
		send({ type: 'stopped', message: messageOf(error), issues: issuesOf(error) });
	}
};

function importable(name: string): unknown {
	if (name === 'seedance-builder') return library;
	throw new Error(notImportable(name));
}

function messageOf(error: unknown): string {
	try {
		return error instanceof Error ? error.message : `the program threw ${String(error)}`;
	} catch {
		return 'the program threw a value that cannot be read';
	}
}

function issuesOf(error: unknown): ReturnType<typeof showIssues> {
	return library.isInvalidRequestError(error) ? showIssues(error.issues) : [];
}
