import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ratios, resolutions } from '../../src/spec.js';
import { createEmulator } from '../../src/testing/index.js';
import { commandNames } from '../docs/command-line-page.js';
import { here, key, piped, testFolder } from './seedance.js';

describe('help', () => {
	test.each(['--help', '-h', 'help'])('%s lists the commands and the exit codes', async (flag) => {
		const { code, stdout, stderr } = await here([flag]);
		expect({ code, stderr }).toStrictEqual({ code: 0, stderr: '' });
		expect(stdout).toContain('Usage: npx seedance-builder [options] [command]');
		expect(stdout.match(/^ {2}[a-z]+(?= \[)/gm)?.map((name) => name.trim())).toStrictEqual([...commandNames(), 'help']);
		expect(stdout).toMatch(/^ {4}3 {2}a task may exist and be billed: check before you try again$/m);
	});

	test.each(commandNames())('of %s has examples that begin with npx seedance-builder', async (name) => {
		const { code, stdout } = await here([name, '--help']);
		expect(code).toBe(0);
		expect(stdout).toContain(`Usage: npx seedance-builder ${name} `);
		const [, examples = ''] = stdout.split('\nExamples:\n');
		expect(examples.trimEnd().split('\n')).not.toContainEqual(
			expect.not.stringMatching(new RegExp(`^ {2}npx seedance-builder ${name}\\b`)),
		);
	});

	test.each([
		['demo', resolutions],
		['generate', ratios],
	])('of %s lists the choices of its flags', async (name, choices) => {
		const { stdout } = await here([name, '--help']);
		expect(stdout.replaceAll(/\s+/g, ' ')).toContain(choices.map((choice) => `"${choice}"`).join(', '));
	});

	test('is as wide as the terminal', async () => {
		const widths = await Promise.all(
			[80, 120].map(async (columns) => {
				let stdout = '';
				await here(['generate', '--help'], { stdout: { columns, write: (text) => (stdout += text) } });
				const [flags = ''] = stdout.split('\nExamples:\n');
				return Math.max(...flags.split('\n').map((line) => line.length));
			}),
		);
		expect(widths[0]).toBeLessThanOrEqual(80);
		expect(widths[1]).toBeGreaterThan(110);
		expect(widths[1]).toBeLessThanOrEqual(120);
	});
});

test('the version is that of the package', async () => {
	const { default: manifest } = (await import('../../package.json', { with: { type: 'json' } })) as {
		default: { version: string };
	};
	expect(await piped(['--version']).ended).toStrictEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
});

describe('the demo', () => {
	test('submits to the API with the key if it is live', async () => {
		const emulator = createEmulator({ queuedFor: 0, runningFor: 0 });
		const keys: (string | null)[] = [];
		const fetch: typeof globalThis.fetch = (input, init) => {
			keys.push(new Request(input, init).headers.get('authorization'));
			return emulator.fetch(input, init);
		};
		const path = join(testFolder(), 'a.mp4');
		const { code, stdout } = await here(['demo', '--live', '--out', path], { fetch });
		expect(code).toBe(0);
		expect(stdout.endsWith(`\n${path}\n`)).toBe(true);
		expect(keys).toStrictEqual([`Bearer ${key}`, `Bearer ${key}`, null]);
		expect(emulator.requests).toMatchObject([{ resolution: '1080p', ratio: '16:9', duration: 11 }]);
	});

	test('stops when it is aborted, and names its task', async () => {
		const controller = new AbortController();
		let stderr = '';
		const running = here(['demo', '--out', join(testFolder(), 'a.mp4')], {
			signal: controller.signal,
			stderr: {
				write(text) {
					stderr += text;
					if (text.includes('running')) controller.abort();
				},
			},
		});
		expect((await running).code).toBe(130);
		expect(stderr).toMatch(/\nseedance: aborted: task "asyntask_00000001" \(last status: running\) isn't affected\n$/);
	});
});
