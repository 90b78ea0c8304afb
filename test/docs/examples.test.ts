import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { beforeAll, expect, test } from 'vitest';
import { createPng } from '../../src/testing/media/png.js';
import { compile } from '../compiler/compile.js';
import { fixture } from '../media-files/fixtures.js';
import { fileExamples, markdownExamples, markdownFiles, printedOutputs, sourceExamples } from './examples.js';

const run = promisify(execFile);
const inMarkdown = markdownExamples();
const inSource = sourceExamples();
const outputs = printedOutputs();

/** `vitest-examples.test.ts` runs those that have tests. */
const programs = Object.entries(inMarkdown).filter(([, code]) => !code.includes(`from 'vitest'`));

/** What the examples in doc comments leave out: the imports, and what a caller would have at hand. */
const surroundings = `import {
	createClient, defineRequest, dialogue, editVideo, estimateTokens, extendVideo, fromCurl, lintRequest, media, modeOf,
	normalizeReferences, parseRequest, pixelSize, prompt, promptTemplate, requestJsonSchema, requestSchema, safeParseRequest, shot,
	shotList, toCode, toCurl, video,
	type FinishedChain, type Task, type VideoRequest,
} from 'seedance-builder';
import { createSeedance, type SeedanceVideoProviderOptions } from 'seedance-builder/ai-sdk';
import { createVideoProcessor, videoJob, videoJobId } from 'seedance-builder/bullmq';
import { createSteps, memoryStore, redisStore, type Store } from 'seedance-builder/durable';
import { mediaFromFile, probeMedia, saveVideo } from 'seedance-builder/node';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { createEmulator } from 'seedance-builder/testing';
import { experimental_generateVideo as generateVideo } from 'ai';
import { readFile, writeFile } from 'node:fs/promises';
import { run } from '../../../../src/cli/run.js';
import { BitWriter } from '../../../../src/testing/media/bit-writer.js';
import { createMp4 } from '../../../../src/testing/media/mp4.js';
import { createPng } from '../../../../src/testing/media/png.js';
declare const { env, stdin, stdout, stderr, signal }: import('../../../../src/cli/io.js').Io;
declare const bytes: Uint8Array<ArrayBuffer>;
declare const apiKey: string, body: string, id: string;
declare const client: ReturnType<typeof createClient>;
declare const request: VideoRequest;
declare const result: import('seedance-builder').VideoResult;
declare function remember(id: string): void;
declare const queue: Queue, steps: ReturnType<typeof createSteps>, taskId: string;
declare const pool: { query(text: string, values: readonly string[]): Promise<{ rowCount: number; rows: { value: string }[] }> };
export {};
`;

test('every example compiles', async () => {
	const wrapped = Object.entries(inSource).map(([name, code]) => [name, `${surroundings}{\n${code}\n}`]);
	const files = markdownFiles().flatMap((path) =>
		Object.entries(fileExamples(path)).map(([file, code]) => [`${path} ${file}`, code]),
	);
	const { errors } = await compile(
		'5.9',
		'examples',
		{ ...inMarkdown, ...Object.fromEntries(files), ...Object.fromEntries(wrapped) },
		['node'],
	);
	expect(Object.fromEntries(errors)).toStrictEqual({});
});

test('there are examples, in Markdown and in the sources', () => {
	expect(Object.keys(inMarkdown).length).toBeGreaterThan(4);
	expect(Object.keys(inSource).length).toBeGreaterThan(9);
});

const folder = join(import.meta.dirname, '../compiler/.programs/run');
let failures: Readonly<Record<string, string>>;
let printed: Readonly<Record<string, string>>;

/** Runs the examples one after the other in one process: a process for each would take a minute. */
beforeAll(async () => {
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	await Promise.all(programs.map(([, code], index) => writeFile(join(folder, `${index}.mjs`), runnable(code))));
	await writeFile(join(folder, 'run.mjs'), runner);
	const cwd = await mkdtemp(join(tmpdir(), 'seedance-examples-'));
	await Promise.all(Object.entries(media).map(([name, from]) => copyFile(fixture(from), join(cwd, name))));
	await writeFile(join(cwd, 'wide.png'), await createPng({ width: 1200, height: 300 }));
	try {
		await run(process.execPath, [join(folder, 'run.mjs'), String(programs.length)], { cwd });
	} finally {
		await rm(cwd, { recursive: true, force: true });
	}
	({ failures, printed } = JSON.parse(await readFile(join(folder, 'answers.json'), 'utf8')) as Answers);
});

/** The files that examples read, by the names there. */
const media = {
	'character.png': 'image.png',
	'voice.wav': 'sound.wav',
	'clip.mp4': 'video.mp4',
	'fast.mp4': 'fast.mp4',
	'film.mkv': 'other.mkv',
};

/** What the examples threw and printed, by their positions. */
interface Answers {
	readonly failures: Readonly<Record<string, string>>;
	readonly printed: Readonly<Record<string, string>>;
}

/** An emulator in the place of the network, and a key; then each example, and what it threw and printed. */
const runner = `
import { writeFileSync } from 'node:fs';
import { format } from 'node:util';
import { createEmulator } from 'seedance-builder/testing';
globalThis.fetch = createEmulator({ queuedFor: 0, runningFor: 0 }).fetch;
process.env.SEEDANCE_API_KEY = process.env.MY_KEY = 'sk-example';
const failures = {}, printed = {};
for (let index = 0; index < Number(process.argv[2]); index++) {
	printed[index] = '';
	console.log = (...values) => void (printed[index] += format(...values) + '\\n');
	await import(\`./\${index}.mjs\`).catch((error) => (failures[index] = String(error?.stack ?? error)));
}
writeFileSync(new URL('answers.json', import.meta.url), JSON.stringify({ failures, printed }));
`;

const named = programs.map(([name], index) => ({ name, index, output: outputs[name] }));

test.each(named)('$name runs, and gives what it says', ({ index }) => {
	expect(failures[index]).toBeUndefined();
});

test.each(named.filter(({ output }) => output !== undefined))('$name prints what it says', ({ index, output }) => {
	expect(printed[index]).toBe(output);
});

/** The example as JavaScript, each `expression; //=> value` compared. The value may stand on the next line. */
function runnable(code: string): string {
	const compared = code.replace(/^(\s*)(?:(.*\) )?)(\S.*?);\s+\/\/=> (.+)$/gm, '$1$2assert.deepEqual($3, $4);');
	const { outputText } = ts.transpileModule(compared, {
		compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
	});
	return `import assert from 'node:assert/strict';\n${outputText}`;
}
