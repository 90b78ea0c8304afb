import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as library from '../../src/index.js';
import * as node from '../../src/node/index.js';
import { refusals } from '../../src/rules.js';
import * as testing from '../../src/testing/index.js';
import { documentedFunctions, documentedVerbs, type Documented } from './documented.js';
import { startLanguageServer, type LanguageServer } from './language-server.js';
import { startLanguageService } from './language-service.js';
import { chains, verbs } from './stages.js';

const known = ['default', 'deprecated', 'example', 'param', 'returns', 'see', 'throws'];
const ofVerbs = documentedVerbs();
const ofFunctions = documentedFunctions();
const imports = `import { editVideo, extendVideo, media, video } from 'seedance-builder';\n`;

const entries = { 'seedance-builder': library, 'seedance-builder/node': node, 'seedance-builder/testing': testing };
const functions = Object.entries(entries).flatMap(([entry, exported]) =>
	Object.entries(exported)
		.filter(([name, value]) => typeof value === 'function' && /^[a-z]/.test(name))
		.map(([name]) => [name, entry] as const),
);

const { nothingToMake, resolutionMissing, editText, editImage, editVideo, extendText, extendVideo, audioAlone } =
	refusals;

/** Chains that can't be built yet, and what they lack. */
const unfinished: readonly (readonly [chain: string, lacks: readonly { readonly message: string }[]])[] = [
	[`video()`, [nothingToMake, resolutionMissing]],
	[`video().resolution('720p')`, [nothingToMake]],
	[`video().text('A cat')`, [resolutionMissing]],
	[`video().text('A cat').webSearch()`, [resolutionMissing]],
	[`video().firstFrame('asset://a')`, [resolutionMissing]],
	[`video().text('A cat').firstFrame('asset://a').lastFrame('asset://b')`, [resolutionMissing]],
	[`video().text('A cat').referenceImage('asset://a').ratio('1:1')`, [resolutionMissing]],
	[`video().referenceVideo('asset://a').options({ duration: 5 })`, [resolutionMissing]],
	[`video().referenceImage('asset://a').referenceAudio('asset://b')`, [resolutionMissing]],
	[`video().text\`\${media.image('asset://a')} waves\``, [resolutionMissing]],
	[`video().text\`To \${media.audio('asset://a')}\`.resolution('720p')`, [audioAlone]],
	[`editVideo()`, [editText, resolutionMissing]],
	[`editVideo().text('A cat').resolution('720p')`, [editImage, editVideo]],
	[`editVideo().text('A cat').referenceImage('asset://a').resolution('720p')`, [editVideo]],
	[`editVideo().text('A cat').resolution('720p').referenceVideo('asset://a')`, [editImage]],
	[`editVideo().text('A cat').referenceImage('asset://a').referenceVideo('asset://b')`, [resolutionMissing]],
	[`extendVideo().resolution('720p')`, [extendText]],
	[`extendVideo().text('A cat')`, [extendVideo, resolutionMissing]],
	[`extendVideo().text('A cat').referenceVideo('asset://a')`, [resolutionMissing]],
];

/** Chains that can be built. */
const finished = [
	`video().text('A cat').resolution('720p')`,
	`video().resolution('720p').text('A cat').ratio('1:1')`,
	`video().text('A cat').options({ resolution: '720p' })`,
	`video().text('A cat').resolution('720p').options({ duration: 5 })`,
	`video().text('A cat').webSearch().resolution('720p')`,
	`video().resolution('720p').text('A cat').firstFrame('asset://a')`,
	`video().firstFrame('asset://a').lastFrame('asset://b').resolution('720p')`,
	`video().resolution('720p').referenceImage('asset://a')`,
	`video().referenceVideo('asset://a').resolution('720p').referenceAudio('asset://b')`,
	`video().text\`\${media.image('asset://a')} waves\`.resolution('720p')`,
	`editVideo().text('A cat').referenceImage('asset://a').referenceVideo('asset://b').resolution('720p')`,
	`editVideo().resolution('720p').text\`\${media.video('asset://a')} \${media.image('asset://b')}\``,
	`extendVideo().text('A cat').resolution('720p').referenceVideo('asset://a')`,
];

const ends = ['build', 'safeBuild', 'toJSON'];

let server: LanguageServer;

beforeAll(async () => {
	server = await startLanguageServer();
});

afterAll(() => server.stop());

const service = startLanguageService();
const editors = {
	'5.9': {
		hover: (program: string) => Promise.resolve(service.hover(program)),
		struckThrough: (program: string) => Promise.resolve(service.struckThrough(program)),
	},
	'7.0': {
		hover: (program: string) => server.hover(program),
		struckThrough: (program: string) => server.struckThrough(program),
	},
};

describe.each(Object.entries(editors))('TypeScript %s', (_, { hover, struckThrough }) => {
	test.each(Object.entries(chains))('shows the comments of the verbs whole: %s', async (_, chain) => {
		const wrong: string[] = [];
		for (const verb of verbs) {
			const named = verbs.map((name) => `chain.${name === verb ? '|' : ''}${name};`);
			const text = await hover(`${imports}const chain = ${chain};\n${named.join('\n')}`);
			const comments = isRefused(text) ? [] : ofVerbs.filter(({ name }) => name === verb);
			if (!isRefused(text) && comments.length === 0) wrong.push(`${verb} has no comment`);
			wrong.push(...comments.flatMap((comment) => missingIn(text, comment)), ...unknownTagsIn(text));
		}
		expect(wrong).toStrictEqual([]);
	});

	test.each(unfinished)('says what an unfinished chain lacks: %s', async (chain, lacks) => {
		for (const verb of ends) {
			const text = await hover(`${imports}${chain}.|${verb};`);
			expect(text).toContain(`${verb}: NotAllowed<"${lacks.map(({ message }) => message).join('; ')}">`);
		}
	});

	test.each(unfinished)('strikes through the end of an unfinished chain: %s', async (chain) => {
		expect(await struckThrough(`${imports}${chain}.|`)).toEqual(expect.arrayContaining(ends));
	});

	test.each(finished)('offers the end of a finished chain: %s', async (chain) => {
		const refused = await struckThrough(`${imports}${chain}.|`);
		expect(refused).not.toStrictEqual([]);
		expect(refused.filter((verb) => ends.includes(verb))).toStrictEqual([]);
	});

	test.each(functions)('shows the comment of %s whole', async (name, entry) => {
		const text = await hover(`import * as library from '${entry}';\nlibrary.|${name};`);
		// A name may stand for several functions, in two entries or inside of the library.
		const comments = ofFunctions.filter((one) => one.name === name);
		expect(comments.map((comment) => missingIn(text, comment))).toContainEqual([]);
		expect(unknownTagsIn(text)).toStrictEqual([]);
	});
});

function isRefused(text: string): boolean {
	return text.includes('NotAllowed<') || text.includes('@deprecated');
}

function missingIn(text: string, { name, summary, examples }: Documented): string[] {
	return [summary, ...examples].filter((part) => !text.includes(part)).map((part) => `${name}: ${part}`);
}

function unknownTagsIn(text: string): string[] {
	return [...text.matchAll(/^@(\w+)/gm)].map(([, tag]) => tag!).filter((tag) => !known.includes(tag));
}
