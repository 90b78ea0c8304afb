import { execFile, type ExecException } from 'node:child_process';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPng } from '../../src/testing/media/png.js';
import { compilers } from '../compiler/compile.js';

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, '../..');

const program = `
import {
	createClient, isInvalidRequestError, isSaveError, parseRequest, SaveError, SeedanceError, video, type Buildable, type VideoResult,
} from 'seedance-builder';
import { createSteps, memoryStore } from 'seedance-builder/durable';
import { mediaFromFile as handleOf } from 'seedance-builder/media';
import { mediaFromFile, saveVideo } from 'seedance-builder/node';
import { createEmulator } from 'seedance-builder/testing';

const emulator = createEmulator({ queuedFor: 0, runningFor: 0 });
const client = createClient({ apiKey: 'test', fetch: emulator.fetch });
const chain = video().text('A cat plays the piano').resolution('720p').ratio('9:16').duration(4);
const finished: Buildable = chain;
const result: VideoResult = await client.generate(finished);
const ratio: '9:16' = parseRequest(chain.build()) && chain.build().ratio;
const path = await saveVideo(result, process.argv[2]!);
const refused: unknown = await saveVideo(result, path).catch((error: unknown) => error);
const refusedByCode = isSaveError(refused) && refused instanceof SaveError && refused instanceof SeedanceError && refused.code;
const steps = createSteps(client, memoryStore());
const { taskId } = await steps.submit('order', chain);
const checked = await steps.check('order');
const isDone = checked.done && checked.taskId === taskId && (await steps.submit('order', chain)).taskId === taskId;
// The packages that measure are not installed.
const lacking = await Promise.all(
	[mediaFromFile(path), handleOf(new Uint8Array([0xff, 0xd8, 0xff]), { as: 'image' })].map((call) => call.catch(String)),
);
try {
	parseRequest({});
} catch (error) {
	if (!isInvalidRequestError(error)) throw error;
	console.log(JSON.stringify([ratio, emulator.creates, isDone, path, refusedByCode, error.issues.length, lacking]));
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

/** Values that go from one entry to another, with their types from both. */
const between = `
import { video, type ClientOptions, type Task, type VideoRequest, type VideoResult } from 'seedance-builder';
import { mediaFromFile as handleOf } from 'seedance-builder/media';
import { mediaFromFile, probeMedia, saveVideo, type MediaFacts, type SaveOptions } from 'seedance-builder/node';
import type { Emulator } from 'seedance-builder/testing';
import { createSeedance, type SeedanceOptions } from 'seedance-builder/ai-sdk';

export const provider = (client: ClientOptions, onSubmitted: (task: Task) => void): SeedanceOptions => ({ ...client, onSubmitted });
export const model = (options: ClientOptions) => createSeedance(options).video('seedance-2.0-ultra');
export const result = (saved: Parameters<typeof saveVideo>[0]): VideoResult => saved;
export const request = ({ requests: [accepted] }: Emulator): VideoRequest | undefined => accepted;
export const options = ({ fetch }: Emulator): ClientOptions => ({ fetch });
export const hero = await mediaFromFile('a.png', { as: 'image' });
const voice = await handleOf(new Blob(), { as: 'audio' });
export const facts: MediaFacts = await probeMedia(new URL('file:///clip.mp4'));
export const spoken = video().text\`\${hero} says \${voice}\`.referenceImage(hero).resolution('720p').build();
export const framed = video().text('A cat').firstFrame(await mediaFromFile('a.png', { as: 'image' })).resolution('720p');
export const save = (task: Task, options: SaveOptions): Promise<string> =>
	task.wait().then((result) => saveVideo(result, 'cat.mp4', options));
`;

/** The package folders of the compilers: those that are supported, and the oldest one that works. */
const folders = new Map([
	['5.4', dirname(require.resolve('typescript-5.4/package.json'))],
	...Object.entries(compilers).map(
		([version, name]) => [version, dirname(require.resolve(`${name}/package.json`))] as const,
	),
]);

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
		await writeFile(join(project, 'between.ts'), between);
		const types = `@types/node@${(require('@types/node/package.json') as { version: string }).version}`;
		await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${filename}`, types], {
			cwd: project,
		});
	}, 120_000);

	afterAll(() => rm(project, { recursive: true, force: true }));

	test('comes without type-fest, and without the packages that measure media', async () => {
		const installed = await readdir(join(project, 'node_modules'));
		expect(installed.filter((name) => ['type-fest', 'mediabunny', 'image-size'].includes(name))).toStrictEqual([]);
	});

	const cases = [...folders].flatMap(([version, folder]) => [
		{ version, folder, module: 'nodenext', moduleResolution: 'nodenext' },
		{ version, folder, module: 'esnext', moduleResolution: 'bundler' },
	]);

	test.each(cases)(
		'type-checks whole with TypeScript $version, $moduleResolution',
		async ({ version, folder, ...modules }) => {
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
			await writeFile(
				join(project, config),
				JSON.stringify({ compilerOptions, files: ['main.ts', 'stages.ts', 'between.ts'] }),
			);
			const compiled = run(process.execPath, [join(folder, 'bin/tsc'), '-p', config], { cwd: project });
			await expect(compiled.catch(({ stdout, code }: ExecException) => ({ stdout, code }))).resolves.toStrictEqual({
				stdout: '',
				stderr: '',
			});
		},
	);

	test('runs', async () => {
		const target = join(project, 'cat.mp4');
		const { stdout } = await run(process.execPath, ['out/main.js', target], { cwd: project });
		const lacking = ['mediabunny', 'image-size'].map(
			(name) => expect.stringContaining(`run: npm install ${name}`) as string,
		);
		expect(JSON.parse(stdout)).toStrictEqual(['9:16', 2, true, target, 'EEXIST', 3, lacking]);
	});

	test('has a demo that npx finds, without a registry', async () => {
		const target = join(project, 'demo.mp4');
		const offline = { ...process.env, npm_config_registry: 'http://127.0.0.1:9' };
		const command = ['--no', 'seedance-builder', 'demo', '--out', target];
		const { stdout } = await run('npx', command, { cwd: project, env: offline });
		expect(stdout.trim().split('\n').at(-1)).toBe(target);
		expect((await stat(target)).size).toBeGreaterThan(1_000);
	});

	test('has a command line that sends local files without the packages that measure them, and names those', async () => {
		await writeFile(join(project, 'hero.png'), await createPng({ width: 640, height: 360 }));
		const command = [
			'--no',
			'seedance-builder',
			'generate',
			'--first-frame',
			'hero.png',
			'--resolution',
			'720p',
			'--dry-run',
		];
		const { stdout, stderr } = await run('npx', command, { cwd: project });
		expect(stdout).toContain('"url": "data:image/png;base64,iVBORw0KGgo');
		expect(stderr.match(/^warning: .*$/gm)).toStrictEqual([
			'warning: local files are not measured, because the package image-size is not installed; to measure them, run: npm install image-size',
		]);
	});
});
