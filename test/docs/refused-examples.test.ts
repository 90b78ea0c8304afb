import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compile } from '../compiler/compile.js';

const page = readFileSync(join(import.meta.dirname, '../../docs/prompts.md'), 'utf8');

/** The programs that the compiler refuses, each with its answer in the block behind it. */
const examples = [...page.matchAll(/^```typescript\n([\s\S]*?)^```\n\n```text\n([\s\S]*?)^```$/gm)];

test('the compiler gives the answers that the page shows', async () => {
	const programs = Object.fromEntries(examples.map(([, code], index) => [index, code!]));
	const { errors } = await compile('5.9', 'refused-examples', programs);
	for (const [index, [, , answer]] of examples.entries()) {
		for (const line of answer!.trim().split('\n')) expect(errors.get(String(index))).toContain(line);
	}
	expect(examples).not.toHaveLength(0);
});
