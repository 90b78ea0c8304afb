import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	createClient,
	fromCurl,
	isConfigurationError,
	parseRequest,
	toCurl,
	video,
	type VideoRequest,
} from '../../../src/index.js';
import { createEmulator } from '../../../src/testing/index.js';
import { payload } from '../payloads.js';

const run = promisify(execFile);
const request = video().text("It's a cat").resolution('720p').build();
const withImages = (count: number): VideoRequest =>
	video()
		.text('A cat')
		.referenceImage(...Array.from({ length: count }, () => `data:image/png;base64,${'iVBORw0K'.repeat(9_000)}`))
		.resolution('720p')
		.build();

test('a command has the key as a variable, and the body in single quotes', () => {
	expect(toCurl(request)).toBe(String.raw`curl https://ai.alad.com/v1/video/generations \
  -H "Authorization: Bearer $SEEDANCE_API_KEY" \
  -H 'Content-Type: application/json' \
  -d '{"model":"seedance-2.0-ultra","content":[{"type":"text","text":"It'\''s a cat"}],"resolution":"720p"}'`);
});

test('a finished chain is written as its request', () => {
	expect(toCurl(video().text("It's a cat").resolution('720p'))).toBe(toCurl(request));
});

test('the body is what the client sends', async () => {
	const sent: string[] = [];
	const emulator = createEmulator();
	const fetch: typeof emulator.fetch = (input, init) => {
		if (typeof init?.body === 'string') sent.push(init.body);
		return emulator.fetch(input, init);
	};
	const client = createClient({ apiKey: 'sk-test', fetch });
	const payloads = fc.sample(payload(), { numRuns: 30, seed: 3 });
	let compared = 0;
	for (const request of payloads) {
		await client.submit(request).catch(() => {});
		const body = sent.pop();
		// The client refuses sources at private hosts.
		if (body === undefined) continue;
		compared += 1;
		expect(`'${body.replaceAll("'", "'\\''")}'`).toBe(toCurl(request).split(' -d ')[1]);
	}
	expect(compared).toBeGreaterThan(10);
});

test.each([
	['https://gateway.example.com/api/v1/', 'https://gateway.example.com/api/v1/video/generations'],
	[new URL('http://localhost:8080'), 'http://localhost:8080/v1/video/generations'],
	["https://example.com/a'b$c", `'https://example.com/a'\\''b$c/v1/video/generations'`],
	['https://example.com/[a]', 'https://example.com/%5Ba%5D/v1/video/generations'],
	['https://[::1]:8443', "'https://[::1]:8443/v1/video/generations'"],
])('the base URL %s', (baseUrl, url) => {
	expect(toCurl(request, { baseUrl }).split(' \\\n')[0]).toBe(`curl ${url}`);
});

test('a base URL that would not be safe is refused, as the client refuses it', () => {
	for (const baseUrl of [
		'http://example.com',
		'ftp://example.com',
		'example',
		'https://a:b@example.com',
		'https://a.b?c',
		7,
	]) {
		const messageOf = (call: () => unknown): unknown => {
			try {
				return call();
			} catch (error) {
				return isConfigurationError(error) && error.message;
			}
		};
		const message = messageOf(() => toCurl(request, { baseUrl: baseUrl as string }));
		expect(message).toMatch(/^baseUrl /);
		expect(message).toBe(messageOf(() => createClient({ apiKey: 'sk-test', baseUrl: baseUrl as string })));
	}
	const origin = 'http://gateway.internal';
	expect(toCurl(request, { baseUrl: origin, allowInsecure: [origin] })).toContain(`curl ${origin}/v1`);
	expect(() => toCurl(request, 'https://a.b' as never)).toThrow('options is a string');
});

test('an invalid request throws its issues', () => {
	expect(() => toCurl({ ...request, resolution: '4k' as never })).toThrow('resolution "4k" is invalid');
	expect(() => toCurl(video().text('A cat') as never)).toThrow('a resolution is required');
});

/** Prints its arguments and its input as JSON, each as base64: bytes arrive unchanged. */
const fakeCurl = `#!/bin/sh
for argument in "$@"; do printf '%s' "$argument" | base64 | tr -d '\\n'; echo; done
case " $* " in *' @- '*) echo; base64 | tr -d '\\n';; esac
`;

let folder: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'seedance-curl-'));
	await writeFile(join(folder, 'curl'), fakeCurl);
	await chmod(join(folder, 'curl'), 0o755);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(['sh', 'bash'])('%s runs the command', (shell) => {
	test('with the request, the key and the URL', async () => {
		const commands = fc.sample(payload(), { numRuns: 8, seed: 2 });
		for (const request of commands) {
			const { words } = await runIn(shell, toCurl(request));
			expect(words.slice(0, -1)).toStrictEqual([
				'https://ai.alad.com/v1/video/generations',
				'-H',
				'Authorization: Bearer sk-test',
				'-H',
				'Content-Type: application/json',
				'-d',
			]);
			expect(words.at(-1)).toBe(JSON.stringify(parseRequest(request)));
		}
	});

	test('with a body that is longer than an argument may be', async () => {
		const long = withImages(9);
		const command = toCurl(long);
		expect(command).toContain("-d @- <<'JSON'\n{");
		const { words, input } = await runIn(shell, command);
		expect(words.at(-1)).toBe('@-');
		expect(input).toBe(`${JSON.stringify(long)}\n`);
	});
});

test('a body is passed as an argument as long as one may be', () => {
	expect(toCurl(withImages(1))).toContain("-d '{");
	expect(toCurl(withImages(2))).toContain("-d @- <<'JSON'\n{");
	const chinese = video().text('猫'.repeat(40_000)).resolution('720p').build();
	expect(toCurl(chinese)).toContain("-d @- <<'JSON'\n{");
	for (const request of [withImages(1), withImages(9), chinese])
		expect(fromCurl(toCurl(request))).toStrictEqual(request);
});

/** Runs a command with the fake curl before all others. */
async function runIn(shell: string, command: string): Promise<{ readonly words: string[]; readonly input?: string }> {
	const script = join(folder, 'command.sh');
	await writeFile(script, command);
	const env = { PATH: `${folder}:${process.env['PATH']}`, SEEDANCE_API_KEY: 'sk-test' };
	const { stdout } = await run(shell, [script], { env, maxBuffer: 2 ** 26 });
	const [words = '', input] = stdout.split('\n\n');
	const decoded = (text: string): string => Buffer.from(text, 'base64').toString();
	const list = words.split('\n').filter((line) => line !== '');
	expect(await readFile(script, 'utf8')).toBe(command);
	return { words: list.map(decoded), ...(input !== undefined && { input: decoded(input) }) };
}
