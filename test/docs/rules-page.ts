import { runInNewContext } from 'node:vm';
import * as library from '../../src/index.js';
import { advice, rules, type RuleId } from '../../src/rules.js';
import { spec } from '../../src/spec.js';
import type { Pair } from '../compiler/programs.js';

/** What the compiler said of a wrong program, by the pair's `rule`. */
type Errors = ReadonlyMap<string, string>;

/** `docs/rules.md`: the catalogue of rules, each with the programs that break it and keep it. */
export function rulesPage(pairs: readonly Pair[], errors: Errors): string {
	return `${introduction}\n${ids.map((id) => `| [\`${id}\`](#${id}) | ${says(id)} |`).join('\n')}\n\n${ids
		.map((id) =>
			section(
				id,
				pairs.filter((pair) => pair.id === id),
				errors,
			),
		)
		.join('\n')}\n${adviceSection()}`;
}

/** The advice about valid requests. A page of its own shows each. */
function adviceSection(): string {
	const rows = Object.entries(advice).map(
		([id, { says, source }]) => `| [\`${id}\`](advice.md#${id}) | ${says} | ${source} |`,
	);
	return `## Advice

A request that keeps every rule may still be given advice by \`lintRequest\`, which refuses nothing. Its rules have ids of their own.
[Advice and token estimates](advice.md) shows each with an example.

| rule | says | source |
| --- | --- | --- |
${rows.join('\n')}
`;
}

const ids = Object.keys(rules) as RuleId[];

const introduction = `# The rules

<!-- Written by \`npm run docs:rules\` from src/rules.ts and test/compiler/programs.ts. Don't edit it by hand. -->

Every rule that a request or a prompt must keep, most basic first. An issue names its rule by the id here: \`error.issues[0].rule\`.

Every rule is checked at run time. \`.build()\`, \`parseRequest\` and the client check a request. The functions that create a
prompt check the last four rules. Where the compiler can see that a rule is broken, it refuses the program with the same sentence;
its errors are shown here as TypeScript 5.9 prints them. What is known only as \`string\`, \`number\` or a list of unknown length
is left to the run time.

The source of a rule is the API page; or *upstream*, the model's own API behind the gateway; or *this library*.

| rule | says |
| --- | --- |`;

/** A rule in words, and the API's values where the rule is about them. */
function says(id: RuleId): string {
	const { image, video, audio } = spec.media;
	const values: Partial<Record<RuleId, string>> = {
		'too-many': `${image.most} images, ${video.most} videos, ${audio.most} audio clips`,
		resolution: spec.resolutions.join(', '),
		ratio: spec.ratios.join(', '),
		duration: spec.durations.join(', '),
	};
	return values[id] === undefined ? rules[id].says : `${rules[id].says}: ${values[id]}`;
}

function section(id: RuleId, pairs: readonly Pair[], errors: Errors): string {
	const where = pairs.length > 0 ? 'by the compiler, and at run time' : 'at run time';
	const shown = distinct(pairs, errors).map(({ wrong, right, rule }) => example(wrong, errors.get(rule)!, right));
	return [
		`## ${id}\n\nRule: ${says(id)}.\n\nSource: ${rules[id].source}. Checked: ${where}.\n`,
		...shown,
		...atRunTime(id),
		...inPrompts(id),
	].join('\n');
}

/** The first of the pairs that break a rule in the same words. */
function distinct(pairs: readonly Pair[], errors: Errors): Pair[] {
	const words = ({ says, rule }: Pair): string =>
		`${says.replaceAll(/[\d.]+/g, '')} ${/TS\d+/.exec(errors.get(rule)!)?.[0]}`;
	const firsts = new Map<string, Pair>();
	for (const pair of pairs) if (!firsts.has(words(pair))) firsts.set(words(pair), pair);
	return [...firsts.values()];
}

function example(wrong: string, error: string, right: string): string {
	const codes = [...new Set(Array.from(error.matchAll(/error TS(\d+):/g), ([, code]) => code))];
	return `Wrong:

\`\`\`ts errors=${codes.join(',')}
${laidOut(wrong)}
\`\`\`

\`\`\`text
${error}
\`\`\`

Right:

\`\`\`ts
${laidOut(right)}
\`\`\`
`;
}

/** A program as one writes it: its import, and its chain on one line while that is short, else a verb a line. */
function laidOut(program: string): string {
	const [, names = 'video', chain = program] =
		/^import { (.+) } .*\nexport const request = (.*);\n$/.exec(program) ?? [];
	const lines = chain.length <= 80 ? chain : chain.replaceAll(/(?<=[)`])\.(?=\w+[(`])/g, '\n\t.');
	return `import { ${names} } from 'seedance-builder';\n\nconst request = ${lines};`;
}

/** What breaks a rule that no chain can break: the request, as JavaScript, and the request itself. */
export const requests: Partial<Record<RuleId, readonly [code: string, request: unknown]>> = {
	unreadable: [
		`{ get model() { throw new Error('no') } }`,
		{
			get model(): never {
				throw new Error('no');
			},
		},
	],
	shape: [
		`{ model: 'seedance-2.0-ultra', content: 'A cat', resolution: '720p' }`,
		{ model: 'seedance-2.0-ultra', content: 'A cat', resolution: '720p' },
	],
	'unknown-field': [
		`{ model: 'seedance-2.0-ultra', content: [{ type: 'text', text: 'A cat' }], resolution: '720p', durations: 5 }`,
		{ model: 'seedance-2.0-ultra', content: [{ type: 'text', text: 'A cat' }], resolution: '720p', durations: 5 },
	],
	role: [
		`{
	model: 'seedance-2.0-ultra',
	content: [
		{ type: 'image_url', image_url: { url: 'asset://cat' } },
		{ type: 'image_url', image_url: { url: 'asset://dog' } },
	],
	resolution: '720p',
}`,
		{
			model: 'seedance-2.0-ultra',
			content: [
				{ type: 'image_url', image_url: { url: 'asset://cat' } },
				{ type: 'image_url', image_url: { url: 'asset://dog' } },
			],
			resolution: '720p',
		},
	],
};

function atRunTime(id: RuleId): string[] {
	if (requests[id] === undefined) return [];
	const [code, request] = requests[id];
	const result = library.safeParseRequest(request);
	const issues = result.success ? [] : result.error.issues.map(({ rule, message }) => `${rule}: ${message}`);
	return [
		`A chain can't break it. \`parseRequest\` refuses this:

\`\`\`js
${code}
\`\`\`

\`\`\`text
${issues.join('\n')}
\`\`\`
`,
	];
}

/** Calls that break a rule of prompts when the program runs, as JavaScript. */
const calls: Partial<Record<RuleId, readonly string[]>> = {
	'prompt-value': [
		'prompt`A cat in ${undefined}`',
		'prompt`A cat in ${null}`',
		`prompt('A cat')`,
		`promptTemplate('The {hero} dances')({ hero: true })`,
	],
	'mixed-placeholder': [
		`prompt\`\${media.image('asset://cat')} meets @image2\``,
		`promptTemplate('The {hero} meets @image2')({ hero: media.image('asset://cat') })`,
		`shotList([shot(4, '@image1 wakes'), shot(4, prompt\`\${media.image('asset://cat')} waits\`)])`,
	],
	slot: [
		`promptTemplate('The {hero} dances')({})`,
		`promptTemplate('The {{hero}} dances')`,
		`promptTemplate('The {hero} dances')({ hero: 'cat', place: 'rain' })`,
	],
	shots: [
		`shotList([shot(8, 'dawn'), shot(6, 'noon'), shot(4, 'dusk')])`,
		`shotList([shot(4, 'dawn'), shot(4.5, 'noon')])`,
		`shotList([shot(4, 'dawn'), shot('4', 'noon')])`,
		`shotList([shot(4, 'dawn'), shot(4, ' ')])`,
		`shotList([shot(4, 'dawn'), shot(4, 7)])`,
		`shotList(['dawn', 'noon'])`,
		`shotList('dawn')`,
		`shotList(Array(101).fill(shot(1, 'dawn')))`,
		`shotList([shot(4, shotList([shot(4, 'dawn')]))])`,
		'prompt`${shotList([shot(4, "dawn")])} ${shotList([shot(4, "dusk")])}`',
		`video().text(shotList([shot(4, 'dawn')])).resolution('720p').duration(5).build()`,
	],
};

function inPrompts(id: RuleId): string[] {
	const shown = calls[id]?.map((code) => `\`\`\`js\n${code}\n\`\`\`\n\n\`\`\`text\n${answerTo(code)}\n\`\`\`\n`) ?? [];
	return shown.length === 0
		? []
		: ['At run time, these calls are refused. The path of each issue stands before its message:\n', ...shown];
}

/** What a call throws: the issues with their paths. */
function answerTo(code: string): string {
	try {
		runInNewContext(code, { ...library });
	} catch (error) {
		if (!library.isInvalidRequestError(error)) throw error;
		return error.issues.map(({ path, message }) => `${JSON.stringify(path)} ${message}`).join('\n');
	}
	throw new Error(`nothing is wrong with ${code}`);
}
