import { beforeAll, describe, expect, test } from 'vitest';
import { refusals } from '../../src/rules.js';
import { compile, compilers, type CompilerVersion } from './compile.js';

const lacking = refusals.resolutionMissing.message;
const dangling = '@image1 refers to a missing image: attach it or correct the number';

/** Calls of the client with a chain that isn't finished, and what each has to say. */
const calls: Readonly<Record<string, readonly [says: string, call: string]>> = {
	submit: [lacking, `submit(video().text('A cat'))`],
	generate: [lacking, `generate(video().text('A cat'), {})`],
	generateAll: [lacking, `generateAll([video().text('A cat'), video().text('A dog').resolution('720p')])`],
	'one of two chains': [
		lacking,
		`submit(Math.random() < 0.5 ? video().text('A cat') : video().text('A dog').resolution('2k'))`,
	],
	'a result that is refused': [
		refusals.searchTextOnly.message,
		`generate(video().text('A cat').referenceImage('asset://a').resolution('720p').webSearch())`,
	],
	'a verb that is not called': [lacking, `generate(video().text('A cat').build)`],
	'a wrong prompt': [dangling, `submit(video().text('@image1').resolution('720p'))`],
};

const programs = Object.fromEntries(Object.entries(calls).map(([name, [, call]]) => [name, moduleOf(call)]));

describe.each(Object.keys(compilers) as CompilerVersion[])('TypeScript %s', (version) => {
	let errors: ReadonlyMap<string, string>;

	beforeAll(async () => {
		({ errors } = await compile(version, 'client', programs));
	}, 120_000);

	test.each(Object.entries(calls))('says at once what a chain lacks: %s', (name, [says]) => {
		const [first] = errors.get(name)?.split('\n') ?? [];
		expect(first).toContain(`NotAllowed<"${says}">`);
	});
});

function moduleOf(call: string): string {
	return `import { createClient, video } from 'seedance-builder';\nexport const called = createClient().${call};\n`;
}
