import { build } from 'esbuild';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

const main = 'seedance-builder';

test.each([
	[main, 'pixelSize', []],
	[main, 'isApiError', []],
	[main, 'dialogue', []],
	[main, 'normalizeReferences', []],
	[main, 'lintRequest', ['leven', 'zod']],
	[main, 'estimateTokens', ['leven', 'zod']],
	[main, 'video', ['leven', 'zod']],
	[main, 'createClient', ['canonicalize', 'ky', 'leven', 'zod']],
	[main, 'fromCurl', ['leven', 'zod']],
	[main, 'toCurl', ['leven', 'zod']],
	[main, 'toCode', ['leven', 'zod']],
	[main, 'requestJsonSchema', ['leven', 'zod']],
	[`${main}/ai-sdk`, 'createSeedance', ['canonicalize', 'ky', 'leven', 'zod']],
])('of %s, a bundle of %s alone has of the dependencies no more than it needs', async (entry, name, needed) => {
	expect(await dependenciesOf(entry, name)).toStrictEqual(needed);
});

test('a bundle of all that the main entry exports has nothing of the other entries', async () => {
	const bytes = await bytesByFile(Object.keys(await import('../../src/index.js')));
	expect([...bytes.keys()]).toContain('src/prompt/normalize-references.ts');
	const ofOthers = /^src\/(?:ai-sdk|bullmq|cli|durable|media-files|node|testing)\//;
	expect([...bytes.keys()].filter((file) => ofOthers.test(file))).toStrictEqual([]);
});

test('a bundle of the chain, the schema and the client has nothing of advice and estimates', async () => {
	const parts = ['Strictly edit', 'unmentioned-reference', 'framespersecond', 'Segmenter', 'videoSeconds'];
	const { text } = await bundleOf(`export { video, requestSchema, createClient } from '${main}';`);
	expect(parts.filter((part) => text.includes(part))).toStrictEqual([]);
	const advice = await bundleOf(`export { lintRequest, estimateTokens } from '${main}';`);
	expect(parts.filter((part) => !advice.text.includes(part))).toStrictEqual([]);
});

/** The files of what a program imports for other tools alone. */
const forOtherTools =
	/^src\/(?:request\/(?:curl|json-schema)\/|request\/code\/to-code|request\/plain\/(?:json-fault|parse-json)|rules\/text-)/;

test('what a program does not import for other tools has no byte in its bundle', async () => {
	const names = Object.keys(await import('../../src/index.js'));
	const own = ['fromCurl', 'requestJsonSchema', 'toCode', 'toCurl'];
	const [all, rest] = await Promise.all([names, names.filter((name) => !own.includes(name))].map(bytesByFile));
	const ofTools = (bytes: ReadonlyMap<string, number>): string[] =>
		[...bytes].flatMap(([file, count]) => (count > 0 && forOtherTools.test(file) ? [file] : []));
	expect(ofTools(all!).length).toBeGreaterThan(10);
	expect(ofTools(rest!)).toStrictEqual([]);
	expect(rest!.get('node_modules/zod/v4/core/to-json-schema.js') ?? 0).toBe(0);
});

/** How many bytes of each file are in a bundle of these exports of the sources. */
async function bytesByFile(names: readonly string[]): Promise<ReadonlyMap<string, number>> {
	const { inputs } = await bundleOf(`export { ${names.join(', ')} } from './src/index.ts';`);
	return new Map(inputs.map(([file, { bytesInOutput }]) => [file, bytesInOutput]));
}

/** The packages that have code in a bundle of one export. */
async function dependenciesOf(entry: string, name: string): Promise<string[]> {
	const { inputs } = await bundleOf(`export { ${name} } from '${entry}';`);
	const names = inputs.map(([path, { bytesInOutput }]) =>
		bytesInOutput > 0 ? /node_modules\/([^/]+)/.exec(path)?.[1] : undefined,
	);
	return [...new Set(names.filter((name) => name !== undefined))].sort();
}

/** Bundles a module: the files that it is made of, and its text. */
async function bundleOf(contents: string) {
	const { metafile, outputFiles } = await build({
		stdin: { contents, resolveDir: root },
		absWorkingDir: root,
		bundle: true,
		minify: true,
		format: 'esm',
		write: false,
		logLevel: 'error',
		metafile: true,
	});
	return { inputs: Object.entries(Object.values(metafile.outputs)[0]!.inputs), text: outputFiles[0]!.text };
}
