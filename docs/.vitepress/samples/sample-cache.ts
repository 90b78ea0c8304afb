import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TwoslashTypesCache } from '@shikijs/twoslash/core';

const root = join(import.meta.dirname, '../../..');

/**
 * A cache of compiled samples, in files. Its folder is named after what the samples are compiled with: the declarations of the package,
 * the dependencies and the compiler's options. After a change of these, every sample is compiled again.
 */
export function sampleCache(): TwoslashTypesCache {
	const folder = join(root, 'docs/.vitepress/cache/samples', hashOf(...compiledWith()));
	mkdirSync(folder, { recursive: true });
	const fileOf = (code: string): string => join(folder, `${hashOf(code)}.json`);
	return {
		read(code) {
			const file = fileOf(code);
			return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
		},
		write(code, { nodes, code: shown, meta }) {
			writeFileSync(fileOf(code), JSON.stringify({ nodes, code: shown, meta }));
		},
	};
}

function compiledWith(): string[] {
	const declarations = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.d.ts'))
		.sort()
		.map((file) => join('dist', file));
	return ['package-lock.json', 'docs/.vitepress/samples/compile-sample.ts', ...declarations].map((file) =>
		readFileSync(join(root, file), 'utf8'),
	);
}

function hashOf(...texts: readonly string[]): string {
	const hash = createHash('sha256');
	for (const text of texts) hash.update(text).update('\0');
	return hash.digest('hex').slice(0, 24);
}
