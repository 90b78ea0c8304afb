import { defineConfig } from 'oxlint';

/**
 * What each folder or file of `src` may import: the names in its row, and what those may import themselves.
 *
 * `testing` must not import `client`, because the emulator tests the client.
 */
const imports: Readonly<Record<string, readonly string[]>> = {
	spec: [],
	rules: ['spec'],
	errors: ['rules'],
	media: ['rules'],
	prompt: ['errors', 'media'],
	request: ['errors', 'media', 'prompt'],
	builder: ['request'],
	client: ['request'],
	testing: ['request'],
	'media-files': ['client'],
	node: ['client', 'media-files'],
	'ai-sdk': ['client'],
	durable: ['node'],
	bullmq: ['durable'],
	cli: ['builder', 'node', 'testing'],
	index: ['builder', 'client'],
};

/** The folders of `src` that may import a package. `node:` stands for all modules of Node. */
const packages: Readonly<Record<string, readonly string[]>> = {
	ky: ['client/http'],
	zod: ['request'],
	bullmq: ['bullmq'],
	commander: ['cli'],
	'image-size': ['media-files/measure'],
	mediabunny: ['media-files/measure'],
	'node:': ['node', 'cli'],
};

/** The packages that all of `src` may import, but only with `import type`. */
const typePackages = ['type-fest'];

/** The folders whose types may import each other in a cycle: the stages of the builder; a source and its handle. */
const cyclicTypes = ['builder', 'media'];

// For a file in two of these folders, the last one counts.
const folders = new Set([...Object.keys(imports), ...Object.values(packages).flat()]);

export default defineConfig({
	plugins: ['typescript', 'import', 'unicorn', 'oxc', 'promise', 'vitest'],
	categories: { correctness: 'error', suspicious: 'error' },
	// The programs in `accepted` are written as users write them, `any` included.
	ignorePatterns: ['dist', 'test/compiler/.programs', 'test/compiler/accepted'],
	rules: {
		'import/no-cycle': ['error', { ignoreTypes: false }],
		'typescript/no-explicit-any': 'error',
		'typescript/consistent-type-imports': 'error',
		'typescript/switch-exhaustiveness-check': 'error',
		'typescript/no-unsafe-type-assertion': 'off',
		'import/no-unassigned-import': ['error', { allow: ['**/*.css'] }],
		'eslint/no-shadow': 'off',
		'eslint/no-underscore-dangle': 'off',
		'unicorn/consistent-function-scoping': 'off',
		'unicorn/no-array-sort': 'off',
		'vitest/require-mock-type-parameters': 'off',
		'vitest/expect-expect': 'off',
	},
	overrides: [
		{
			files: cyclicTypes.map((folder) => `src/${folder}/**`),
			rules: { 'import/no-cycle': ['error', { ignoreTypes: true }] },
		},
		...Array.from(folders, (folder) => ({
			files: [`src/${folder}.ts`, `src/${folder}/**`],
			rules: { 'eslint/no-restricted-imports': ['error', { patterns: forbidden(folder) }] as ['error', object] },
		})),
	],
});

interface ForbiddenImport {
	readonly regex: string;
	readonly message: string;
	readonly allowTypeImports?: boolean;
}

/** Returns what a folder or file of `src` must not import. */
function forbidden(folder: string): ForbiddenImport[] {
	const [top = folder] = folder.split('/');
	const allowed = importable(top);
	const others = Object.keys(imports).filter((other) => ![top, 'index', ...allowed].includes(other));
	return [
		...others.map((other) => ({
			regex: `^[.]{1,2}/(?:[.]{2}/)*${other}(?:/|[.]js$)`,
			message: `src/${top} may import ${[...allowed].join(', ') || 'nothing'}, but not ${other}`,
		})),
		...Object.entries(packages)
			.filter(([, places]) => !places.includes(folder))
			.map(([name, places]) => ({
				regex: name.endsWith(':') ? `^${name}` : `^${name}(?:/|$)`,
				message: `only ${places.map((place) => `src/${place}`).join(' and ')} may import ${name}`,
			})),
		...typePackages.map((name) => ({
			regex: `^${name}(?:/|$)`,
			message: `write \`import type\` to import ${name}`,
			allowTypeImports: true,
		})),
	];
}

/** Returns all that a folder or file may import, directly or through others. */
function importable(folder: string): Set<string> {
	return new Set(imports[folder]?.flatMap((next) => [next, ...importable(next)]));
}
