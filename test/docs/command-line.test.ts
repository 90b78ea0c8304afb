import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveEmulator, type ServedEmulator } from '../../src/cli/commands/emulate/serve.js';
import { main, testFolder } from '../cli/seedance.js';
import { fixture } from '../media-files/fixtures.js';
import { commandLinePage, commandNames } from './command-line-page.js';

const path = join(import.meta.dirname, '../../docs/command-line.md');
const page = await readFile(path, 'utf8');

// `npm run docs:cli` writes the tables; where they are stale, this fails.
test('docs/command-line.md has the flags, the exit codes and the events of the command line', async () => {
	await expect(commandLinePage(page)).toMatchFileSnapshot('../../docs/command-line.md');
});

test('docs/command-line.md lists every command', () => {
	const listed = [...page.matchAll(/^\| `(\w+)` \| .* \| (?:yes|no) \|$/gm)].map(([, name]) => name);
	expect(listed).toStrictEqual(commandNames().filter((name) => name !== 'help'));
});

describe('the examples of docs/command-line.md run:', () => {
	let server: ServedEmulator;
	beforeAll(async () => {
		server = await serveEmulator(0, { queuedFor: 0, runningFor: 0 });
	});
	afterAll(() => server.close());

	const blocks = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, code]) => code!);
	const runnable = blocks.filter((code) => !code.includes('seedance-builder emulate'));

	test('there are examples', () => {
		expect(runnable.length).toBeGreaterThan(7);
	});

	test.concurrent.each(runnable)('%s', async (code) => {
		const folder = testFolder();
		const request = JSON.stringify({
			model: 'seedance-2.0-ultra',
			content: [{ type: 'text', text: 'A cat' }],
			resolution: '720p',
		});
		await mkdir(join(folder, 'requests'));
		await Promise.all([
			...['request.json', 'requests/1.json', 'requests/2.json'].map((name) => writeFile(join(folder, name), request)),
			writeFile(join(folder, 'request.sh'), `curl https://ai.alad.com/v1/video/generations -d '${request}'`),
			copyFile(fixture('image.png'), join(folder, 'hero.png')),
			copyFile(fixture('sound.wav'), join(folder, 'voice.wav')),
		]);
		// The examples call the API: the emulator takes its place.
		const npx = `npx() { shift; case "$1" in
			generate|wait|status|download) '${process.execPath}' '${main}' "$@" --base-url '${server.url}' ;;
			*) '${process.execPath}' '${main}' "$@" ;; esac; }`;
		const env = { ...process.env, SEEDANCE_API_KEY: 'sk-example' };
		await promisify(execFile)('bash', ['-euc', `${npx}\n${code}`], { cwd: folder, env });
	});
});
