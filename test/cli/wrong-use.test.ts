import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { createEmulator } from '../../src/testing/index.js';
import { here, key, testFolder } from './seedance.js';

const valid = JSON.stringify({
	model: 'seedance-2.0-ultra',
	content: [{ type: 'text', text: 'A cat' }],
	resolution: '720p',
});

let folder: string;
beforeEach(() => {
	folder = testFolder();
	const file = (name: string, text: string | Uint8Array): void => writeFileSync(join(folder, name), text);
	file('valid.json', valid);
	file('broken.json', '{\n\t"model": "seedance-2.0-ultra",\n\t"content": [,]\n}');
	file('empty.json', '');
	file('latin1.json', new Uint8Array([0x7b, 0xe9, 0x7d]));
	file('there.mp4', 'old');
	file('empty.key', '\n');
	file('name.key', 'SEEDANCE_API_KEY=sk-1');
	mkdirSync(join(folder, 'folder'));
});

/** What each wrong use says, with `FOLDER` for the folder of the test. */
const uses: readonly (readonly [args: string, says: string])[] = [
	['genrate', "unknown command 'genrate': did you mean generate?"],
	['--live', "unknown option '--live'"],
	['generate', 'there is no request: pass a file of JSON, - for standard input, or flags such as --text'],
	['generate FOLDER/valid.json', '--out is missing: add the path of the mp4, as in --out video.mp4'],
	['generate FOLDER/valid.json --out', '--out <file> has no value: add it'],
	['generate FOLDER/valid.json --out -', '--out - is no file: a video is not printed; pass a path'],
	[
		'generate FOLDER/valid.json --out FOLDER/no/a.mp4',
		'--out FOLDER/no/a.mp4: the folder FOLDER/no does not exist: check the path',
	],
	[
		'generate FOLDER/valid.json --out FOLDER/valid.json/a.mp4',
		'--out FOLDER/valid.json/a.mp4: the folder FOLDER/valid.json does not exist: a part of the path is a file and no folder',
	],
	['generate FOLDER/valid.json --out FOLDER/folder', '--out FOLDER/folder is a folder: pass the path of a file'],
	[
		'generate FOLDER/valid.json --out FOLDER/there.mp4',
		'--out FOLDER/there.mp4 exists: choose another path, or pass --overwrite to replace it',
	],
	[
		'generate FOLDER/valid.json --out FOLDER/folder --overwrite',
		'--out FOLDER/folder is a folder: pass the path of a file',
	],
	[
		'generate FOLDER/valid.json --text a --out FOLDER/a.mp4',
		'the content is given twice: pass a file, or flags such as --text, not both; put a text with spaces in quotes',
	],
	['generate FOLDER/none.json --out FOLDER/a.mp4', 'FOLDER/none.json does not exist: check the path'],
	['generate FOLDER/folder --out FOLDER/a.mp4', 'FOLDER/folder is a folder: pass the path of a file'],
	['generate FOLDER/latin1.json --out FOLDER/a.mp4', 'FOLDER/latin1.json is not text in UTF-8: save it as UTF-8'],
	['generate FOLDER/valid.json FOLDER/valid.json', 'too many arguments: generate takes 1, not 2'],
	['generate --resolution 2K', '--resolution 2K is invalid: choose one of 720p, 1080p, 2k'],
	['generate --ratio 16:10', '--ratio 16:10 is invalid: choose one of 16:9, 4:3, 1:1, 3:4, 9:16, 21:9, adaptive'],
	['generate --duration long', '--duration long is invalid: write a whole number of seconds, such as 5'],
	['generate --resoluton 2k', "unknown option '--resoluton': did you mean --resolution?"],
	[
		'generate --no-audio',
		'--no-audio is unknown: write --no-generate-audio for a video without sound; --audio adds a reference',
	],
	[
		'generate FOLDER/valid.json --out FOLDER/a.mp4 --interval soon',
		'--interval soon is invalid: write a number of seconds from 0 to 604800',
	],
	[
		'generate FOLDER/valid.json --out FOLDER/a.mp4 --deadline -1',
		'--deadline -1 is invalid: write a number of seconds from 0 to 604800',
	],
	[
		'generate FOLDER/valid.json --out FOLDER/a.mp4 --base-url here',
		'--base-url "here" is not a URL: write it like https://ai.alad.com',
	],
	[
		'generate FOLDER/valid.json --out FOLDER/a.mp4 --base-url http://gateway',
		'--base-url http://gateway would receive the key without encryption: use https:, or pass "http://gateway" to --allow-insecure',
	],
	[
		'generate FOLDER/valid.json --out FOLDER/a.mp4 --base-url https://a.example?key=1',
		'--base-url has a user, a query or a fragment: give https://a.example and a path at most',
	],
	[
		'generate FOLDER/valid.json --out FOLDER/a.mp4 --key-file FOLDER/no.key',
		'FOLDER/no.key does not exist: check the path',
	],
	[
		'generate FOLDER/valid.json --out FOLDER/a.mp4 --key-file FOLDER/empty.key',
		'--key-file FOLDER/empty.key is empty: write the API key into it',
	],
	[
		'generate FOLDER/valid.json --out FOLDER/a.mp4 --key-file FOLDER/name.key',
		'--key-file FOLDER/name.key has a name and a =: write the key alone into it',
	],
	['generate --prompt A', "unknown option '--prompt': did you mean --text?"],
	['generate -o a.mp4', "unknown option '-o': did you mean --out?"],
	['wait', '<id> is missing: add it'],
	['wait asyntask_1', '--out is missing: add the path of the mp4, as in --out video.mp4'],
	[
		'wait https://example.com/a.mp4 --out FOLDER/a.mp4',
		'the id of a task is needed, not a URL: the URL of a video expires, and the id gives a new one',
	],
	[
		'download https://example.com/a.mp4 --out FOLDER/a.mp4',
		'the id of a task is needed, not a URL: the URL of a video expires, and the id gives a new one',
	],
	[
		'download asyntask_1 --out FOLDER/there.mp4',
		'--out FOLDER/there.mp4 exists: choose another path, or pass --overwrite to replace it',
	],
	[`wait ${key} --out FOLDER/a.mp4`, 'the id is the API key: pass the id of a task'],
	['status', '<id> is missing: add it'],
	['validate', '<request> is missing: add it'],
	['validate FOLDER/none.json', 'FOLDER/none.json does not exist: check the path'],
	['lint - --write', '--write needs a file: standard input can’t be written to; use --fix'],
	['code', '<request> is missing: add it'],
	['code FOLDER/folder', 'FOLDER/folder is a folder: pass the path of a file'],
	['emulate --port 99999', '--port 99999 is invalid: write a whole number from 0 to 65535'],
	['emulate --port http', '--port http is invalid: write a whole number from 0 to 65535'],
	['demo now', 'too many arguments: demo takes 0, not 1'],
	['demo --ratio 16:10', '--ratio 16:10 is invalid: choose one of 16:9, 4:3, 1:1, 3:4, 9:16, 21:9, adaptive'],
	['demo --out FOLDER/no/a.mp4', '--out FOLDER/no/a.mp4: the folder FOLDER/no does not exist: check the path'],
];

describe('a wrong use ends with code 2, sends nothing and says what to write:', () => {
	test.each(uses)('%s', async (line, says) => {
		const emulator = createEmulator();
		const { code, stdout, stderr } = await here(words(line), { emulator });
		expect(stderr.split('\n')[0]).toBe(`seedance: ${says.replaceAll('FOLDER', folder)}`);
		expect({ code, stdout }).toStrictEqual({ code: 2, stdout: '' });
		expect(stderr).toMatch(/\n\nHelp: npx seedance-builder (?:[a-z]+ )?--help\n$/);
		expect(emulator).toMatchObject({ creates: 0, polls: 0 });
	});

	test.each(['', 'help nothing'])('no command that exists: %j', async (line) => {
		const { code, stdout, stderr } = await here(line === '' ? [] : words(line));
		expect({ code, stdout }).toStrictEqual({ code: 2, stdout: '' });
		expect(stderr).toContain('Usage: npx seedance-builder [options] [command]');
	});

	test.each([
		'generate FOLDER/valid.json --out FOLDER/a.mp4',
		'wait asyntask_1 --out FOLDER/a.mp4',
		'status asyntask_1',
		'demo --live',
	])('no key: %s', async (line) => {
		const { code, stderr } = await here(words(line), { env: {} });
		expect(code).toBe(2);
		expect(stderr).toContain('SEEDANCE_API_KEY');
	});
});

test.each([
	[
		'validate FOLDER/broken.json',
		/^FOLDER\/broken.json is not JSON at line 3, column 14: a value is expected \[unreadable\]\ninvalid: 1 issue\n$/,
	],
	['validate FOLDER/empty.json', /^FOLDER\/empty.json is empty: give the request as JSON \[unreadable\]\n/],
	['validate -', /^standard input is empty: give the request as JSON \[unreadable\]\n/],
])('a text that is no JSON is invalid: %s', async (line, says) => {
	const { code, stdout, stderr } = await here(words(line));
	expect(stdout.replaceAll(folder, 'FOLDER')).toMatch(says);
	expect({ code, stderr }).toStrictEqual({ code: 1, stderr: '' });
});

test('an error is a JSON object with --json', async () => {
	const { code, stdout, stderr } = await here(['generate', '--json', '--resolution', '4k']);
	expect({ code, stderr }).toStrictEqual({ code: 2, stderr: '' });
	expect(JSON.parse(stdout)).toStrictEqual({
		event: 'error',
		exitCode: 2,
		name: 'CommanderError',
		message: '--resolution 4k is invalid: choose one of 720p, 1080p, 2k',
	});
});

describe('a key on the command line is refused, and not repeated:', () => {
	test.each(['--api-key', '--key', '--apikey', '--api_key', '--apiKey', '--token', '--API-KEY', '--authorization'])(
		'%s',
		async (flag) => {
			for (const argv of [
				['generate', flag, 'sk-typed'],
				['status', 'asyntask_1', `${flag}=sk-typed`],
			]) {
				const { code, stdout, stderr } = await here(argv);
				expect({ code, stdout }).toStrictEqual({ code: 2, stdout: '' });
				expect(stderr).toContain('set SEEDANCE_API_KEY in the environment, or pass --key-file <file>');
				expect(stderr).not.toContain('sk-typed');
			}
		},
	);

	test('the value of an unknown flag is not repeated either', async () => {
		const { stderr } = await here(['status', 'asyntask_1', '--credentials=sk-typed']);
		expect(stderr).toContain("seedance: unknown option '--credentials'\n");
		expect(stderr).not.toContain('sk-typed');
	});
});

function words(line: string): string[] {
	return line.split(' ').map((word) => word.replaceAll('FOLDER', folder));
}
