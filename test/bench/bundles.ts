import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from './node.js';
import type { Row } from './table.js';

const kibibyte = 1024;

/** The library's size in a bundle, minified and in gzip, beside the size of what it stands on and its budget over that. */
export async function bundleRows(): Promise<Row[]> {
	const zod = `export { ${(await zodFunctions()).join(', ')} } from 'zod/mini';`;
	const ky = `export { default as ky } from 'ky';`;
	const rows = [
		['chain, schema and client', `export { video, requestSchema, createClient } from 'seedance-builder';`, zod + ky, 6],
		['chain and schema', `export { video, requestSchema } from 'seedance-builder';`, zod, 4],
	] as const;
	return Promise.all(
		rows.map(async ([what, library, base, allowance]) => {
			const [size, floor] = await Promise.all([sizeOf(library), sizeOf(base)]);
			return { what, value: size, budget: floor + allowance, unit: 'KiB', note: `floor ${floor.toFixed(2)} KiB` };
		}),
	);
}

async function sizeOf(contents: string): Promise<number> {
	const { outputFiles } = await build({
		stdin: { contents, resolveDir: root },
		bundle: true,
		minify: true,
		format: 'esm',
		platform: 'browser',
		target: 'es2022',
		write: false,
	});
	return gzipSync(outputFiles[0]!.contents, { level: 9 }).length / kibibyte;
}

/** The functions of zod/mini that the library calls: whoever writes a schema by hand bundles them too. */
async function zodFunctions(): Promise<string[]> {
	const found = new Set<string>();
	const folder = join(root, 'src');
	for (const file of await readdir(folder, { recursive: true })) {
		if (!file.endsWith('.ts')) continue;
		const code = await readFile(join(folder, file), 'utf8');
		if (!code.includes(`from 'zod/mini'`)) continue;
		for (const [, name] of code.matchAll(/\bz\.([a-z]\w*)\(/g)) found.add(name!);
	}
	return [...found];
}
