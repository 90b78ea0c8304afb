import { execFile } from 'node:child_process';
import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { expect, test } from 'vitest';
import { readShellCommand } from '../../../src/request/curl/shell-words.js';

/** Characters with a meaning in some quotes and none in others. */
const character = fc.constantFrom(
	...`a b 1 \t \n \\ ' " $ \` ! # ^ | & ; < > ( ) { } * ? [ ] ~ = @ - é 中 😀`.split(' '),
	' ',
);
const text = fc.array(character, { maxLength: 6 }).map((characters) => characters.join(''));

const single = text.map((text) => `'${text.replaceAll("'", '')}'`);
const double = text.map((text) => `"${text.replaceAll(/["\\$`]/g, '\\$&')}"`);
// A backslash before another character stands for itself, and so does a dollar before a space.
const loose = fc.constantFrom(
	'"\\a\\n"',
	'"$ "',
	'"a$"',
	'"a\\\nb"',
	'a\\\nb',
	'\\a',
	'\\ x',
	"\\'",
	'\\"',
	'\\$',
	'\\\\',
	'\\#',
	'a#b',
	'$',
	'=',
	'%',
	'@-',
);
const letters = [
	'\\n',
	'\\t',
	"\\'",
	'\\"',
	'\\\\',
	'\\?',
	'\\a',
	'\\b',
	'\\e',
	'\\E',
	'\\f',
	'\\r',
	'\\v',
	'\\z',
	'\\cG',
];
const codes = ['\\x41', '\\x4g', '\\101', '\\0501', '\\u41', '\\u00e9', '\\u4e2d', '\\U1f600', '\\u20ac9'];
const escape = fc.constantFrom(...letters, ...codes, '\\xc3\\xa9', '\\303\\251', '$', '"', 'a', ' ');
const ansi = fc.array(escape, { maxLength: 5 }).map((escapes) => `$'${escapes.join('')}'`);

function commands(piece: Arbitrary<string>): readonly (readonly string[])[] {
	const word = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));
	return fc.sample(fc.array(word, { minLength: 1, maxLength: 4 }), { numRuns: 400, seed: 4 });
}

test.each([
	['sh', fc.oneof(single, double, loose)],
	['bash', fc.oneof(single, double, loose, ansi)],
])('words are read as %s reads them', async (shell, piece) => {
	// A `$` at the end of a piece would join a quote behind it.
	const words = commands(piece.map((piece) => (piece === '$' ? '$=' : piece)));
	const script = words.map((words) => `show ${words.join(' ')}\n`).join('');
	const show = `show() { for word in "$@"; do printf '%s\\001' "$word"; done; printf '\\002'; }\n`;
	const printed = (await output(shell, show + script)).split('\u0002').slice(0, -1);
	expect(printed).toHaveLength(words.length);
	for (const [index, list] of words.entries()) {
		const written = list.join(' ');
		const read = readShellCommand(`show ${written}\n`).words.slice(1);
		expect([written, ...read.map(({ text }) => text)]).toStrictEqual([
			written,
			...printed[index]!.split('\u0001').slice(0, -1),
		]);
	}
});

function output(shell: string, script: string): Promise<string> {
	return new Promise((resolve, reject) => {
		const env = { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' };
		const tool = execFile(shell, { env, maxBuffer: 2 ** 26 }, (error, stdout) =>
			error ? reject(error) : resolve(stdout),
		);
		tool.stdin!.end(script);
	});
}
