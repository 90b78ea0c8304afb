import { randomUUID } from 'node:crypto';
import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { systemProblem } from '../input/system-problem.js';
import { UsageError } from '../usage-error.js';

/**
 * Replaces the text of a file. The text is written to a temporary file beside it, which then gets its name: the file is never
 * half-written. Keeps the mode, and writes through a symbolic link.
 *
 * @throws {UsageError} If the file can't be written.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
	let partial: string | undefined;
	try {
		const target = await realpath(path);
		const { mode } = await stat(target);
		partial = join(dirname(target), `.seedance-${randomUUID()}.part`);
		await writeFile(partial, text, { mode, flag: 'wx' });
		await rename(partial, target);
	} catch (error) {
		throw new UsageError(`${path} ${systemProblem(error)}`);
	} finally {
		if (partial !== undefined) await rm(partial, { force: true });
	}
}
