import { join } from 'node:path';
import { build } from 'esbuild';

/** Bundles the sandbox's worker with the built package, as one script. */
export async function bundleSandbox(folder: string): Promise<string> {
	const { outputFiles } = await build({
		entryPoints: [join(folder, 'program/sandbox.ts')],
		bundle: true,
		minify: true,
		write: false,
		format: 'iife',
		platform: 'browser',
		target: 'es2022',
		logLevel: 'warning',
		// The package's entry imports chunks for their order only.
		logOverride: { 'ignored-bare-import': 'silent' },
	});
	return outputFiles[0]!.text;
}
