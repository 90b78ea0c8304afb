import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compile } from '../compiler/compile.js';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

test('the compiler’s answers in the README are what the compiler prints', () => {
	const quoted = readme.match(/^Type 'NotAllowed<.*$/gm) ?? [];
	const printed = readFileSync(join(root, 'test/compiler/__snapshots__/messages-5.9.txt'), 'utf8');
	expect(quoted).toHaveLength(2);
	for (const line of quoted) expect(printed).toContain(line);
});

test('the compiler’s answer to the shots that are too long is what the compiler prints', async () => {
	const example = /^```ts\n(import [^`]*shotList[\s\S]*?)^```$/m.exec(readme)![1]!;
	const lengths = [8, 6, 4];
	const program = example.replaceAll(/shot\(\d+/g, () => `shot(${lengths.shift()}`);
	const { errors } = await compile('5.9', 'readme', { program });
	expect(errors.get('program')).toContain(/^NotAllowed<.*$/m.exec(readme)![0]);
});
