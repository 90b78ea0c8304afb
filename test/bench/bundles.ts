import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { root } from './node.js';
import type { Row } from './table.js';

const kibibyte = 1024;

interface SizeRow extends Row {
	readonly budget: number;

	/** What the tests allow: more than the budget where a requirement needs it. */
	readonly limit: number;
}

/** Measures bundles of the library, minified and in gzip. The budget of each is the size of its dependencies plus an allowance. */
export async function bundleRows(): Promise<SizeRow[]> {
	const zod = `export { ${(await zodFunctions()).join(', ')} } from 'zod/mini';`;
	const ky = `export { default as ky } from 'ky';`;
	const main = (exports: string): string => `export { ${exports} } from 'seedance-builder';`;
	const [durable, bullmq] = ['durable', 'bullmq'].map((entry) => `export * from 'seedance-builder/${entry}';`);
	const row = async (
		what: string,
		exports: string,
		against: string,
		base: string,
		allowance: number,
		most = allowance,
	) => {
		const [value, floor] = await Promise.all([sizeOf(exports), sizeOf(base)]);
		const note = `${against} ${floor.toFixed(2)} KiB`;
		return { what, value, budget: floor + allowance, limit: floor + most, unit: 'KiB', note };
	};
	return Promise.all([
		// Over the budget: the client keeps and judges everything that arrives, reports every attempt, and checks what it is given
		// and what it is thrown.
		row('chain, schema and client', main('video, requestSchema, createClient'), 'ky + zod/mini', ky + zod, 13, 25.7),
		// Over the budget: chains compare, print and take several options and prompts, and each fault of a payload has a sentence and a
		// place.
		row('chain and schema', main('video, requestSchema'), 'zod/mini', zod, 6, 10.5),
		row('model for the AI SDK', `export * from 'seedance-builder/ai-sdk';`, 'client', main('createClient'), 3.25),
		row('client and durable steps', main('createClient') + durable, 'client', main('createClient'), 9),
		row(
			'client, steps and BullMQ processor',
			main('createClient') + durable + bullmq,
			'client and steps',
			main('createClient') + durable,
			2,
		),
	]);
}

async function sizeOf(contents: string): Promise<number> {
	const { outputFiles } = await build({
		stdin: { contents, resolveDir: root },
		bundle: true,
		minify: true,
		format: 'esm',
		platform: 'browser',
		external: ['node:*', 'bullmq'],
		target: 'es2022',
		write: false,
		logLevel: 'error',
	});
	return gzipSync(outputFiles[0]!.contents, { level: 9 }).length / kibibyte;
}

/**
 * The functions of zod/mini that the library calls, but for those of the JSON Schema, which these bundles don't have. A schema written
 * by hand bundles them too.
 */
async function zodFunctions(): Promise<string[]> {
	const found = new Set<string>();
	const folder = join(root, 'src');
	for (const file of await readdir(folder, { recursive: true })) {
		if (!file.endsWith('.ts') || file.startsWith(join('request', 'json-schema'))) continue;
		const code = await readFile(join(folder, file), 'utf8');
		if (!code.includes(`from 'zod/mini'`)) continue;
		for (const [, name] of code.matchAll(/\bz\.([a-z]\w*)\(/g)) found.add(name!);
	}
	return [...found];
}
