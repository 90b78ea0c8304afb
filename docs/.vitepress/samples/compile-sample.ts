import { join } from 'node:path';
import { createTwoslasher, type TwoslashReturn } from 'twoslash';
import ts from 'typescript';

/** The options with which the tests compile the samples, too. */
const compilerOptions: ts.CompilerOptions = {
	strict: true,
	target: ts.ScriptTarget.ES2022,
	lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
	module: ts.ModuleKind.NodeNext,
	moduleResolution: ts.ModuleResolutionKind.NodeNext,
	skipLibCheck: true,
	types: ['node'],
};

const compile = createTwoslasher({ compilerOptions, vfsRoot: join(import.meta.dirname, '../../..') });

/**
 * Compiles a sample as a module of a project that has the built package installed, and returns its errors and what an editor
 * shows of each name. A sample with the first line `// @errors: 2349 2554` must have errors with exactly these codes.
 *
 * @throws if the sample has another error, or lacks one of these.
 */
export function compileSample(code: string, language = 'ts'): TwoslashReturn {
	const sample = compile(code, language);
	const found = new Set(sample.errors.map((error) => String(error.code)));
	const missing = errorsIn(code).filter((error) => !found.has(error));
	if (missing.length > 0) throw new Error(`the sample has no error ${missing.join(', ')}: correct its fence`);
	return sample;
}

function errorsIn(code: string): string[] {
	return /^\/\/ @errors: ([\d ]+)\n/.exec(code)?.[1]?.split(' ') ?? [];
}
