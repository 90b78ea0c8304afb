import { Buffer } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { raceAbort } from '../../client/abort.js';
import { TaskAbortedError } from '../../errors/index.js';
import { mostCharacters } from '../../request/plain/copy.js';
import type { Context } from '../context.js';
import { systemProblem } from './system-problem.js';
import { UsageError } from '../usage-error.js';

/** A text that was read. */
export interface TextInput {
	readonly text: string;

	/** What messages call it: its path, or `standard input`. */
	readonly name: string;

	/** The folder that paths in the text begin at. */
	readonly folder: string;
}

/**
 * Reads a file, or the standard input for `-`.
 *
 * @throws {UsageError} If it can't be read, is too large or is not UTF-8.
 */
export async function readText(path: string, context: Context): Promise<TextInput> {
	if (path !== '-') return { text: decoded(await readPath(path), path), name: path, folder: dirname(path) };
	return { text: decoded(await readInput(context), standardInput), name: standardInput, folder: '.' };
}

/** What messages call the standard input. */
const standardInput = 'standard input';

async function readPath(path: string): Promise<Uint8Array> {
	try {
		if ((await stat(path)).size > mostCharacters) throw tooLarge(path);
		return await readFile(path);
	} catch (error) {
		throw error instanceof UsageError ? error : new UsageError(`${path} ${systemProblem(error)}`);
	}
}

async function readInput({ io, reporter }: Context): Promise<Uint8Array> {
	const { stdin, signal } = io;
	if (stdin.isTTY) {
		reporter.emit({
			event: 'warning',
			message: 'the input is read from this terminal: end it with Ctrl-D on a line of its own',
		});
	}
	return raceAbort(
		signal,
		(reason) => new TaskAbortedError(reason),
		async () => {
			const chunks: Uint8Array[] = [];
			let size = 0;
			for await (const chunk of stdin) {
				const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
				chunks.push(bytes);
				size += bytes.byteLength;
				if (size > mostCharacters) throw tooLarge(standardInput);
			}
			return Buffer.concat(chunks);
		},
	);
}

function decoded(bytes: Uint8Array, name: string): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		throw new UsageError(`${name} is not text in UTF-8: save it as UTF-8`);
	}
}

function tooLarge(name: string): UsageError {
	return new UsageError(`${name} has more than ${mostCharacters} bytes, which is more than a request may have`);
}
