import { execFile } from 'node:child_process';
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { compilers, type CompilerVersion } from '../compiler/compile.js';
import { root } from './node.js';
import type { Row } from './table.js';

const require = createRequire(import.meta.url);

/** The most declaration files that an import of one type may load, the compiler's own and those of dependencies included. */
export const mostFiles = 155;

/** The declaration files that a program loads, and the size of those that the package publishes. */
export async function declarationRows(version: CompilerVersion): Promise<Row[]> {
	const loaded = await loadedDeclarations(version);
	const files = await publishedDeclarations();
	const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
	const size = sizes.reduce((sum, one) => sum + one, 0) / 1024;
	const own = `of which ${loaded.filter((file) => files.includes(file)).length} of this package`;
	return [
		{ what: 'files that an import of one type loads', value: loaded.length, budget: mostFiles, unit: '', note: own },
		{ what: 'published declarations', value: size, unit: 'KiB', note: `${files.length} files` },
	];
}

/** The declaration files that a program with one import, of one type from the main entry, loads. */
export async function loadedDeclarations(version: CompilerVersion): Promise<string[]> {
	const folder = join(root, 'test/compiler/.programs', `loaded-${version}`);
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'program.ts'), `export type { VideoRequest } from 'seedance-builder';\n`);
	await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }));
	const tsc = join(dirname(require.resolve(`${compilers[version]}/package.json`)), 'bin/tsc');
	const { stdout } = await promisify(execFile)(process.execPath, [tsc, '-p', folder, '--listFilesOnly']);
	return stdout.split(/\r?\n/).filter((file) => /\.d\.[cm]?ts$/.test(file));
}

/** The declaration files in the built package. */
export async function publishedDeclarations(): Promise<string[]> {
	const files = await readdir(join(root, 'dist'), { recursive: true });
	return files.filter((file) => file.endsWith('.d.ts')).map((file) => join(root, 'dist', file));
}

const compilerOptions = {
	strict: true,
	target: 'es2022',
	lib: ['es2022', 'dom', 'dom.iterable'],
	module: 'nodenext',
	moduleResolution: 'nodenext',
	types: [],
	noEmit: true,
};
