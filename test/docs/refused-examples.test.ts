import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compile } from '../compiler/compile.js';

/** The programs of a page that the compiler refuses, each with its answer in the block behind it. */
function refusedExamples(page: string): readonly RegExpExecArray[] {
	const text = readFileSync(join(import.meta.dirname, '../../docs', page), 'utf8');
	return [...text.matchAll(/^```ts errors=(\S+)\n([\s\S]*?)^```\n\n```text\n([\s\S]*?)^```$/gm)];
}

test.each(['prompts.md', 'advice.md'])('the compiler gives the answers that %s shows', async (page) => {
	const examples = refusedExamples(page);
	const programs = Object.fromEntries(examples.map(([, , code], index) => [index, code!]));
	const { errors } = await compile('5.9', 'refused-examples', programs);
	for (const [index, [, codes, , answer]] of examples.entries()) {
		const found = errors.get(String(index))!.matchAll(/error TS(\d+):/g);
		expect([...new Set(Array.from(found, ([, code]) => code))].join()).toBe(codes);
		for (const line of answer!.trim().split('\n')) expect(errors.get(String(index))).toContain(line);
	}
	expect(examples).not.toHaveLength(0);
});
