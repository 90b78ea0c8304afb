import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFileSystemTypesCache } from '@shikijs/vitepress-twoslash/cache-fs';

const root = join(import.meta.dirname, '../../..');

/**
 * A cache of compiled samples, in files. Its folder is named after what the samples are compiled with: the package's declarations,
 * the dependencies and the compiler's options. After a change of these, every sample is compiled again.
 */
export function sampleCache(): ReturnType<typeof createFileSystemTypesCache> {
	const declarations = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.d.ts'))
		.sort()
		.map((file) => join('dist', file));
	const hash = createHash('sha256');
	for (const file of ['package-lock.json', 'docs/.vitepress/samples/compile-sample.ts', ...declarations]) {
		hash.update(`${file}\n`).update(readFileSync(join(root, file)));
	}
	const dir = join(root, 'docs/.vitepress/cache/samples', hash.digest('hex').slice(0, 16));
	return createFileSystemTypesCache({ dir });
}
