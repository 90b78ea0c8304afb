import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

test('the compiler’s answers in the README are what the compiler prints', () => {
	const quoted = readme.match(/^Type 'NotAllowed<.*$/gm) ?? [];
	const printed = readFileSync(join(root, 'test/compiler/__snapshots__/messages-5.9.txt'), 'utf8');
	expect(quoted).toHaveLength(2);
	for (const line of quoted) expect(printed).toContain(line);
});
