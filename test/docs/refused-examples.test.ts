import { expect, test } from 'vitest';
import { compile } from '../compiler/compile.js';
import { refusedExamples } from './examples.js';

// Another test writes the page of the rules.
const examples = refusedExamples().filter(({ name }) => !name.startsWith('docs/rules.md'));
const programs = Object.fromEntries(examples.map(({ name, code }) => [name, code]));
const { errors } = await compile('5.9', 'refused-examples', programs);

test('pages show what the compiler refuses', () => {
	const pages = examples.map(({ name }) => name.split(' ')[0]);
	expect(pages).toEqual(expect.arrayContaining(['docs/advice.md', 'docs/get-started.md', 'docs/prompts.md']));
});

test.each(examples)('the compiler gives the answer to $name', ({ name, codes, answer }) => {
	const found = errors.get(name)!.matchAll(/error TS(\d+):/g);
	expect([...new Set(Array.from(found, ([, code]) => code))].join()).toBe(codes);
	for (const line of answer.trim().split('\n')) expect(errors.get(name)).toContain(line);
});
