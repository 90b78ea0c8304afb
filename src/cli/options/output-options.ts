import { randomUUID } from 'node:crypto';
import { lstat, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { systemProblem } from '../input/system-problem.js';
import { UsageError } from '../usage-error.js';

/** The flags of a command that saves a video. */
export interface OutputFlags {
	readonly out?: string;
	readonly overwrite?: boolean;
}

/** Adds the flags of a command that saves a video. */
export function addOutputOptions(command: Command): Command {
	return command
		.optionsGroup('Output:')
		.option('--out <file>', 'where to save the mp4')
		.option('--overwrite', 'replace an existing file');
}

/** Adds `--json`. */
export function addJsonOption(command: Command): Command {
	return command.optionsGroup('Output:').option('--json', 'print JSON lines, for programs');
}

/**
 * Checks that a video can be saved, before anything is paid for. Returns the absolute path.
 *
 * @throws {UsageError} If `--out` is missing, its folder can't be written to, or the file exists and may not be replaced.
 */
export async function checkOut({ out, overwrite = false }: OutputFlags): Promise<string> {
	if (out === undefined || out === '')
		throw new UsageError('--out is missing: add the path of the mp4, as in --out video.mp4');
	if (out === '-') throw new UsageError('--out - is no file: a video is not printed; pass a path');
	const path = resolve(out);
	const folder = dirname(path);
	await tryToWrite(folder).catch((error: unknown) => {
		throw new UsageError(`--out ${out}: the folder ${folder} ${systemProblem(error)}`);
	});
	const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return undefined;
		throw new UsageError(`--out ${out} ${systemProblem(error)}`);
	});
	if (found?.isDirectory()) throw new UsageError(`--out ${out} is a folder: pass the path of a file`);
	if (found && !overwrite)
		throw new UsageError(`--out ${out} exists: choose another path, or pass --overwrite to replace it`);
	if (found && !found.isFile()) throw new UsageError(`--out ${out} is not a regular file: choose another path`);
	return path;
}

/** Writes a file to a folder and removes it: permissions alone don't tell whether the file system takes files. */
async function tryToWrite(folder: string): Promise<void> {
	const path = join(folder, `.seedance-${randomUUID()}.part`);
	await writeFile(path, '', { flag: 'wx' });
	await rm(path);
}
