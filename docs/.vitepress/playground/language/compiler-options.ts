import type typescript from 'typescript';

/**
 * Returns the options that a program of the playground is compiled with: strict, as a module for a bundler.
 *
 * The library of web workers stands for the platform, because a program runs in one. It is a third of the size of the DOM's.
 */
export function compilerOptions(ts: typeof typescript): typescript.CompilerOptions {
	return {
		strict: true,
		target: ts.ScriptTarget.ES2022,
		lib: ['lib.es2022.d.ts', 'lib.webworker.d.ts'],
		module: ts.ModuleKind.ESNext,
		moduleResolution: ts.ModuleResolutionKind.Bundler,
		moduleDetection: ts.ModuleDetectionKind.Force,
		skipLibCheck: true,
		types: [],
	};
}
