import { beforeAll, describe, expect, test } from 'vitest';
import { compile, compilers, type Compilation, type CompilerVersion } from './compile.js';
import { pairs } from './programs.js';

const programs = Object.fromEntries(
	pairs.flatMap(({ rule, wrong, right }) => [
		[`${rule}: wrong`, wrong],
		[`${rule}: right`, right],
	]),
);

describe.each(Object.keys(compilers) as CompilerVersion[])('TypeScript %s', (version) => {
	let compilation: Compilation;

	beforeAll(async () => {
		compilation = await compile(version, 'refusals', programs);
	}, 120_000);

	test.each(pairs)('refuses with its sentence: $rule', ({ rule, says }) => {
		expect(sentencesIn(compilation.errors.get(`${rule}: wrong`))).toContain(says);
	});

	test.each(pairs)('accepts what is right: $rule', ({ rule }) => {
		expect(compilation.errors.get(`${rule}: right`)).toBeUndefined();
	});
});

/** What the compiler printed, without the escapes of a string type. */
function sentencesIn(errors = ''): string {
	return errors.replaceAll('\\"', '"');
}
