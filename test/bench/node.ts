import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The package's folder. */
export const root = join(import.meta.dirname, '../..');

/** Runs an ES module in a fresh Node process inside the package, and answers with the number that it prints. */
export async function numberFrom(module: string): Promise<number> {
	const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', module], { cwd: root });
	return Number(stdout);
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
	return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)]!;
}
