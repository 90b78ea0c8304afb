import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { markdownExamples } from './examples.js';

const examples = Object.entries(markdownExamples()).filter(([, code]) => code.includes(`from 'vitest'`));
const folder = join(import.meta.dirname, '../compiler/.programs/vitest');

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

test('there is an example with tests', () => {
	expect(examples).not.toHaveLength(0);
});

// The tests of the examples are tests of this file.
describe.each(examples)('%s', async (name, code) => {
	const file = join(folder, `${name.replaceAll(/\W/g, '-')}.ts`);
	await writeFile(file, code);
	await import(file);
});
