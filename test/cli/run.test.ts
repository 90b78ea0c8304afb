import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Io } from '../../src/cli/io.js';
import { type ExitCode, run } from '../../src/cli/run.js';
import { spec } from '../../src/spec.js';
import { createEmulator } from '../../src/testing/index.js';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'seedance-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('help', () => {
	test('lists the commands', async () => {
		for (const flag of ['--help', '-h']) {
			const { code, stdout, stderr } = await seedance([flag]);
			expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
			expect(stdout).toContain('Usage: npx seedance-builder <command> [flags]');
			expect(stdout).toMatch(/^ {2}demo {2}compose a request/m);
		}
	});

	test('of a command lists its flags and their choices', async () => {
		const { code, stdout } = await seedance(['demo', '--help']);
		expect(code).toBe(0);
		expect(stdout).toContain('Usage: npx seedance-builder demo [flags]');
		for (const choices of [spec.resolutions, spec.ratios]) expect(stdout).toContain(choices.join(', '));
	});
});

describe('an invalid command line ends with code 2 and says why:', () => {
	test.each([
		[[], 'a command is missing'],
		[['dmeo'], 'unknown command "dmeo"'],
		[['--live'], 'unknown command "--live"'],
		[['demo', '--ration', '16:9'], "Unknown option '--ration'"],
		[['demo', 'now'], "Unexpected argument 'now'"],
		[['demo', '--out'], "Option '--out <value>' argument missing"],
		[['demo', '--ratio', '16:10'], '--ratio 16:10 is invalid; choose one of 16:9, 4:3, 1:1, 3:4, 9:16, 21:9, adaptive'],
		[['demo', '--resolution', '2K'], '--resolution 2K is invalid; choose one of 720p, 1080p, 2k'],
		[
			['demo', '--out', '/no/such/folder/a.mp4'],
			'--out /no/such/folder/a.mp4: the directory /no/such/folder does not exist; create it first',
		],
		[['demo', '--out', '/'], '--out / is not a file; pass the path of a file'],
		[['demo', '--live'], '--live requires an API key: set SEEDANCE_API_KEY or remove --live'],
	])('%j', async (argv, message) => {
		const { code, stdout, stderr } = await seedance(argv);
		expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
		expect(stderr).toContain(`seedance: ${message}`);
	});
});

describe('the demo', () => {
	test('prints the chain, its payload and its progress, and saves an mp4, whose path is the last line', async () => {
		const { code, stdout, stderr } = await seedance(['demo', '--resolution', '2k', '--ratio', '9:16']);
		expect(code).toBe(0);
		expect(stdout).toContain(".ratio('9:16')");
		expect(stdout).toContain('"role": "reference_audio"');
		expect(stderr).toMatch(/^task asyntask_00000001: submitted\n/);
		expect(stderr).toMatch(/: queued, 0 %\n(.*: running, \d+ %\n)+/);

		const path = stdout.trimEnd().split('\n').at(-1)!;
		const mp4 = readFileSync(path);
		expect(sizeOf(mp4)).toEqual([1440, 2560]);
		rmSync(dirname(path), { recursive: true });
	});

	test('submits to the API with the key if it is live, and saves to --out', async () => {
		const emulator = createEmulator({ queuedFor: 0, runningFor: 0 });
		const keys: (string | null)[] = [];
		const fetch: typeof globalThis.fetch = (input, init) => {
			keys.push(new Request(input, init).headers.get('authorization'));
			return emulator.fetch(input, init);
		};
		const path = join(folder, 'a.mp4');
		const env = { SEEDANCE_API_KEY: 'k-1' };
		const { code, stdout } = await seedance(['demo', '--live', '--out', path], { env, fetch });
		expect(code).toBe(0);
		expect(stdout.endsWith(`\n${path}\n`)).toBe(true);
		expect(sizeOf(readFileSync(path))).toEqual([1920, 1080]);
		expect(keys).toEqual(['Bearer k-1', 'Bearer k-1', null]);
		expect(emulator.requests).toMatchObject([{ resolution: '1080p', ratio: '16:9', duration: 11 }]);
	});

	test('stops when it is aborted, and names its task', async () => {
		const controller = new AbortController();
		const path = join(folder, 'a.mp4');
		const running = seedance(['demo', '--out', path], { signal: controller.signal });
		setTimeout(() => controller.abort(), 300);
		const { code, stderr } = await running;
		expect(code).toBe(130);
		expect(stderr).toMatch(/\nseedance: aborted: task "asyntask_00000001"/);
		expect(existsSync(path)).toBe(false);
	});
});

interface Outcome {
	readonly code: ExitCode;
	readonly stdout: string;
	readonly stderr: string;
}

async function seedance(argv: string[], io: Partial<Io> = {}): Promise<Outcome> {
	let stdout = '';
	let stderr = '';
	const code = await run(argv, {
		env: {},
		stdout: { write: (text) => (stdout += text) },
		stderr: { write: (text) => (stderr += text) },
		signal: new AbortController().signal,
		...io,
	});
	return { code, stdout, stderr };
}

/** Reads width and height from the mp4's track header. */
function sizeOf(mp4: Buffer): number[] {
	const tkhd = mp4.indexOf('tkhd');
	return [80, 84].map((offset) => mp4.readUInt32BE(tkhd + offset) / 0x10000);
}
