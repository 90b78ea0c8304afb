import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { shellCommand, shellWord } from '../../../src/cli/finish/shell-word.js';

const texts = [
	'a.mp4',
	"it's a cat.mp4",
	'猫.mp4',
	'$HOME `id` "x" \\',
	'a\nb\tc',
	'*?[a]{1,2}~!',
	'#x',
	'',
	'a\u007fb\u001bc',
	"'\n'",
	'~/a.mp4',
	'a=b',
];

test('bash reads each word as it was', () => {
	const output = execFileSync('bash', ['-c', `printf '%s\\0' ${texts.map(shellWord).join(' ')}`], { encoding: 'utf8' });
	expect(output.split('\0').slice(0, -1)).toStrictEqual(texts);
});

test('a word that needs no quotes has none', () => {
	expect(shellCommand(['wait', 'asyntask_00000001', '--base-url', 'http://127.0.0.1:4000/v1'])).toBe(
		'npx seedance-builder wait asyntask_00000001 --base-url http://127.0.0.1:4000/v1',
	);
});
