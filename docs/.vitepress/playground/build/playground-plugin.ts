import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vitepress';
import { bundleSandbox } from './bundle-sandbox.js';
import { packDeclarations } from './pack-declarations.js';
import { ruleSentences } from './rule-sentences.js';

/** What the modules of the playground import that is made when the site is built, so that it is never stale. */
const sources: Readonly<Record<string, (root: string) => Promise<string>>> = {
	'virtual:playground/declarations': async (root) => parsed(packDeclarations(root)),
	'virtual:playground/rules': async (root) =>
		parsed(ruleSentences(await readFile(join(root, 'docs/rules.md'), 'utf8'))),
	'virtual:playground/sandbox': async (root) =>
		`export default ${JSON.stringify(await bundleSandbox(join(root, 'docs/.vitepress/playground')))};`,
};

/**
 * Makes the modules of the playground from the built package: its declarations, the sandbox's worker, and the rule of each sentence.
 *
 * @param root The folder of the package.
 */
export function playgroundPlugin(root: string): Plugin {
	return {
		name: 'playground',
		config: () => ({
			resolve: { alias: { 'seedance-builder': join(root, 'dist/index.js') } },
			worker: { format: 'es', plugins: () => [playgroundPlugin(root)] },
		}),
		resolveId: (id) => (id in sources ? `\0${id}` : undefined),
		load: (id) => sources[id.slice(1)]?.(root),
	};
}

/** A module with a value. The text of JSON is parsed faster than a literal. */
function parsed(value: object): string {
	return `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`;
}
