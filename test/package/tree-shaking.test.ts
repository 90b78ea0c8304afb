import { build } from 'esbuild';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

test.each([
	['pixelSize', []],
	['isApiError', []],
	['dialogue', []],
	['normalizeReferences', []],
	['video', ['leven', 'zod']],
	['createClient', ['canonicalize', 'ky', 'leven', 'zod']],
])('a bundle of %s alone has of the dependencies no more than it needs', async (name, needed) => {
	expect(await dependenciesOf(name)).toStrictEqual(needed);
});

/** The packages that have code in a bundle of one export. */
async function dependenciesOf(name: string): Promise<string[]> {
	const { metafile } = await build({
		stdin: { contents: `export { ${name} } from 'seedance-builder';`, resolveDir: root },
		bundle: true,
		minify: true,
		format: 'esm',
		write: false,
		logLevel: 'error',
		metafile: true,
	});
	const inputs = Object.entries(Object.values(metafile.outputs)[0]!.inputs);
	const names = inputs.map(([path, { bytesInOutput }]) =>
		bytesInOutput > 0 ? /node_modules\/([^/]+)/.exec(path)?.[1] : undefined,
	);
	return [...new Set(names.filter((name) => name !== undefined))].sort();
}
