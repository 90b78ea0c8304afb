import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compilers, type CompilerVersion } from '../compiler/compile.js';

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, '../..');

const program = `
import { createClient, isInvalidRequestError, parseRequest, video, type Buildable, type VideoResult } from 'seedance-builder';
import { saveVideo } from 'seedance-builder/node';
import { createEmulator } from 'seedance-builder/testing';

const emulator = createEmulator({ queuedFor: 0, runningFor: 0 });
const client = createClient({ apiKey: 'test', fetch: emulator.fetch });
const chain = video().text('A cat plays the piano').resolution('720p').ratio('9:16').duration(4);
const finished: Buildable = chain;
const result: VideoResult = await client.generate(finished);
const ratio: '9:16' = parseRequest(chain.build()) && chain.build().ratio;
const path = await saveVideo(result, process.argv[2]!);
try {
	parseRequest({});
} catch (error) {
	if (isInvalidRequestError(error)) console.log(JSON.stringify([ratio, emulator.creates, path, error.issues.length]));
}
`;

/** What a library could export: its declarations must find the name of every stage. */
const stages = `
import { video } from 'seedance-builder';

const image = 'https://example.com/cat.jpg';
export const start = video();
export const text = video().text('A cat');
export const search = video().webSearch();
export const searchText = video().text('A cat').webSearch();
export const first = video().firstFrame(image);
export const last = video().firstFrame(image).lastFrame(image);
export const images = video().referenceImage(image).resolution('720p').ratio('16:9').ratio(undefined);
export const videos = video().referenceVideo(image);
export const audio = video().referenceVideo(image).referenceAudio(image);
export const payload = first.resolution('720p').build();
`;

describe('the package, installed from its tarball in an empty project', () => {
	let project: string;

	beforeAll(async () => {
		project = await mkdtemp(join(tmpdir(), 'seedance-consumer-'));
		const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], {
			cwd: root,
		});
		const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
		await writeFile(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
		await writeFile(join(project, 'main.ts'), program);
		await writeFile(join(project, 'stages.ts'), stages);
		const types = `@types/node@${(require('@types/node/package.json') as { version: string }).version}`;
		await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${filename}`, types], {
			cwd: project,
		});
	}, 120_000);

	afterAll(() => rm(project, { recursive: true, force: true }));

	const cases = (Object.keys(compilers) as CompilerVersion[]).flatMap((version) => [
		{ version, module: 'nodenext', moduleResolution: 'nodenext' },
		{ version, module: 'esnext', moduleResolution: 'bundler' },
	]);

	test.each(cases)('type-checks whole with TypeScript $version, $moduleResolution', async ({ version, ...modules }) => {
		const config = `tsconfig.${version}.${modules.moduleResolution}.json`;
		const compilerOptions = {
			...modules,
			strict: true,
			skipLibCheck: false,
			target: 'es2022',
			lib: ['es2022', 'dom', 'dom.iterable'],
			types: ['node'],
			outDir: 'out',
			declaration: true,
		};
		await writeFile(join(project, config), JSON.stringify({ compilerOptions, files: ['main.ts', 'stages.ts'] }));
		const tsc = join(dirname(require.resolve(`${compilers[version]}/package.json`)), 'bin/tsc');
		const { stdout } = await run(process.execPath, [tsc, '-p', config], { cwd: project }).catch(
			(failed: { stdout: string }) => failed,
		);
		expect(stdout).toBe('');
	});

	test('runs', async () => {
		const target = join(project, 'cat.mp4');
		const { stdout } = await run(process.execPath, ['out/main.js', target], { cwd: project });
		expect(JSON.parse(stdout)).toStrictEqual(['9:16', 1, target, 3]);
	});
});
