import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compile } from '../compiler/compile.js';
import { markdownExamples, sourceExamples } from './examples.js';

const run = promisify(execFile);
const inMarkdown = markdownExamples();
const inSource = sourceExamples();

/** What the examples in doc comments leave out: the imports, and what a caller would have at hand. */
const surroundings = `import {
	createClient, editVideo, extendVideo, media, modeOf, parseRequest, pixelSize, requestSchema, safeParseRequest, video, type Task, type VideoRequest,
} from 'seedance-builder';
import { saveVideo } from 'seedance-builder/node';
import { createEmulator } from 'seedance-builder/testing';
import { readFile } from 'node:fs/promises';
import { run } from '../../../../dist/cli/run.js';
import { BitWriter } from '../../../../dist/testing/bit-writer.js';
import { createMp4 } from '../../../../dist/testing/mp4.js';
import { createPng } from '../../../../dist/testing/png.js';
declare const { env, stdout, stderr, signal }: import('../../../../dist/cli/io.js').Io;
declare const apiKey: string, body: string, id: string;
declare const client: ReturnType<typeof createClient>;
declare const request: VideoRequest;
declare const result: import('seedance-builder').VideoResult;
declare function remember(id: string): void;
export {};
`;

test('every example compiles', async () => {
	const wrapped = Object.entries(inSource).map(([name, code]) => [name, `${surroundings}{\n${code}\n}`]);
	const { errors } = await compile('5.9', 'examples', { ...inMarkdown, ...Object.fromEntries(wrapped) }, ['node']);
	expect(Object.fromEntries(errors)).toStrictEqual({});
});

test('there are examples, in Markdown and in the sources', () => {
	expect(Object.keys(inMarkdown).length).toBeGreaterThan(4);
	expect(Object.keys(inSource).length).toBeGreaterThan(9);
});

const folder = join(import.meta.dirname, '../compiler/.programs/run');
let cwd: string;

beforeAll(async () => {
	await mkdir(folder, { recursive: true });
	cwd = await mkdtemp(join(tmpdir(), 'seedance-examples-'));
	await writeFile(join(folder, 'surroundings.mjs'), emulated);
});

afterAll(() => rm(cwd, { recursive: true, force: true }));

/** An emulator in the place of the network, and a key. */
const emulated = `
import { createEmulator } from 'seedance-builder/testing';
globalThis.fetch = createEmulator({ queuedFor: 0, runningFor: 0 }).fetch;
process.env.SEEDANCE_API_KEY = process.env.MY_KEY = 'sk-example';
`;

test.each(Object.entries(inMarkdown))('%s runs, and gives what it says', async (name, code) => {
	const file = join(folder, `${name.replace(/\W/g, '-')}.mjs`);
	await writeFile(file, runnable(code));
	await run(process.execPath, ['--import', join(folder, 'surroundings.mjs'), file], { cwd });
});

/** The example as JavaScript, each `expression; //=> value` compared. */
function runnable(code: string): string {
	const compared = code.replace(/^(\s*)(?:(.*\) )?)(\S.*?); \/\/=> (.+)$/gm, '$1$2assert.deepEqual($3, $4);');
	const { outputText } = ts.transpileModule(compared, {
		compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
	});
	return `import assert from 'node:assert/strict';\n${outputText}`;
}
