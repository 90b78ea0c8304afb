// Builds dist: esbuild bundles the modules, tsc writes their declarations, and rollup bundles those.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';
import { build } from 'esbuild';
import { rollup } from 'rollup';

const { bin, exports } = JSON.parse(await readFile('package.json', 'utf8'));
const entries = Object.values(exports).flatMap(({ default: file }) => (file ? [nameOf(file)] : []));
const commands = Object.values(bin).map(nameOf);

// Entries that are not published: esbuild then gives each a chunk of its own, and bundlers leave out what isn't used.
const splits = [
	'client/index',
	'errors/index',
	'prompt/normalize-references',
	'request/other-tools',
	'request/pixel-size',
	'spec',
];

await clean();
// Together, because the plugin takes as long to load as tsc takes to run.
const [{ dts }] = await Promise.all([import('rollup-plugin-dts'), writeDeclarations()]);
await bundleDeclarations();
await bundleModules();

/** The name of a file in dist, without its folder and extension: `node/index`. */
function nameOf(file) {
	return file.replace(/^\.\/dist\/(.*)\.js$/, '$1');
}

function clean() {
	return rm('dist', { recursive: true, force: true });
}

/** Writes a declaration file for each source file. */
async function writeDeclarations() {
	const tsc = spawn(process.execPath, ['node_modules/ts7/bin/tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
	const [code] = await once(tsc, 'exit');
	if (code !== 0) process.exit(1);
}

/** Replaces the declaration files by a few. All entries are bundled in one run, so that a type is the same from each. */
async function bundleDeclarations() {
	const declarations = await rollup({
		input: Object.fromEntries(entries.map((name) => [name, `dist/${name}.d.ts`])),
		plugins: [dts({ includeExternal: ['type-fest'] }), { name: 'clean', generateBundle: clean }],
		onLog(level, log, handle) {
			// Types may import each other.
			if (log.code !== 'CIRCULAR_CHUNK') handle(level, log);
		},
	});
	await declarations.write({
		dir: 'dist',
		entryFileNames: '[name].d.ts',
		chunkFileNames: ({ name }) => `shared/${name.replace(/\.d$/, '')}.d.ts`,
		manualChunks: chunkOf,
		minifyInternalExports: false,
		hoistTransitiveImports: false,
	});
}

/**
 * The file that a declaration goes into. The main entry loads two files beside its own. The types that the builder's stages
 * compute with have their own file, because within a file the compiler instantiates the arguments of a generic alias again.
 */
function chunkOf(id) {
	const file = relative('dist', id).split(sep).join('/');
	// The entries of Node and of every platform share them.
	if (/^media-files\/(facts|formats|options|read\/memory-source)\./.test(file)) return 'media-files';
	if (entries.some((entry) => entry.includes('/') && file.startsWith(`${dirname(entry)}/`))) return undefined;
	return /^(builder\/(checks\/(arguments|completeness)|payload|prompts\/(parts|stages)|state)|prompt\/compose\/(handles|prompt-of))\./.test(
		file,
	)
		? 'builder-types'
		: 'library';
}

async function bundleModules() {
	await build({
		entryPoints: [
			...[...entries, ...commands].map((name) => ({ in: `src/${name}.ts`, out: name })),
			...splits.map((name) => ({ in: `src/${name}.ts`, out: `splits/${name}` })),
		],
		outdir: 'dist',
		chunkNames: 'shared/[hash]',
		bundle: true,
		splitting: true,
		packages: 'external',
		external: ['node:*'],
		platform: 'neutral',
		format: 'esm',
		target: 'es2022',
		sourcemap: true,
		sourcesContent: false,
		logLevel: 'warning',
	});
	await rm('dist/splits', { recursive: true });
}
