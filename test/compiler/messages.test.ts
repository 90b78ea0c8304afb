import { beforeAll, describe, expect, test } from 'vitest';
import { compile, compilers, type CompilerVersion } from './compile.js';
import { errorText, sentencesIn, typesIn } from './error-text.js';
import { pairs, type Pair } from './programs.js';

const versions = Object.keys(compilers) as CompilerVersion[];
const wrong = Object.fromEntries(pairs.map((pair) => [pair.rule, pair.wrong]));

/** The names that a reader of an error may meet: the library's public ones, the language's own, and those of the programs. */
const knownNames = new Set(
	'NotAllowed ImageSource VideoSource AudioSource MediaHandle ImageHandle VideoHandle AudioHandle Prompt AnyPrompt PromptArgument Shot URL TemplateStringsArray string number boolean true false undefined unknown readonly hero place'.split(
		' ',
	),
);

const texts = {} as Record<CompilerVersion, Map<string, string>>;

beforeAll(async () => {
	for (const version of versions) {
		const { errors } = await compile(version, 'messages', wrong);
		texts[version] = new Map(pairs.map(({ rule }) => [rule, errorText(errors.get(rule))]));
	}
}, 120_000);

test('5.9 says what it said before', async () => {
	await expect(page(pairs, '5.9')).toMatchFileSnapshot('__snapshots__/messages-5.9.txt');
});

test.each(['6.0', '7.0'] as const)('%s says the same as 5.9, or what it said before', async (version) => {
	const different = pairs.filter(({ rule }) => texts[version].get(rule) !== texts['5.9'].get(rule));
	await expect(page(different, version)).toMatchFileSnapshot(`__snapshots__/messages-${version}.txt`);
});

describe.each(versions)('TypeScript %s', (version) => {
	test.each(pairs)('shows no internal name: $rule', ({ rule }) => {
		const names = typesIn(texts[version].get(rule)!).flatMap((type) => type.match(/[A-Za-z_]\w*/g) ?? []);
		expect(names.filter((name) => !knownNames.has(name))).toStrictEqual([]);
	});

	test.each(pairs)('is brief: $rule', ({ rule }) => {
		for (const sentence of sentencesIn(texts[version].get(rule)!)) expect(sentence.length).toBeLessThanOrEqual(200);
	});
});

/** Each program with what the compiler says of it. */
function page(shown: readonly Pair[], version: CompilerVersion): string {
	const header = `What TypeScript ${version} says of each wrong program${version === '5.9' ? '' : ', where 5.9 says otherwise'}.`;
	return [header, ...shown.map(({ rule, wrong }) => `${rule}\n${wrong}\n${texts[version].get(rule)}`)].join('\n\n');
}
