import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Where scripts import the library from: their imports are relative to it. */
const source = join(import.meta.dirname, '../../src');

/** Writes a script that another process can run by itself, and answers with its path. */
export async function bundledScript(folder: string, name: string, contents: string): Promise<string> {
	const file = join(folder, `${name}.mjs`);
	const { outputFiles } = await build({
		stdin: { contents, resolveDir: source, loader: 'ts' },
		bundle: true,
		platform: 'node',
		format: 'esm',
		write: false,
	});
	await writeFile(file, outputFiles[0]!.contents);
	return file;
}
