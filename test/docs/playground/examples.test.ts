import { describe, expect, test } from 'vitest';
import { examples } from '../../../docs/.vitepress/playground/examples.js';
import { spec } from '../../../src/spec.js';
import { outcomeOf } from './program.js';

describe('an example of the playground', () => {
	test.each(examples.filter(({ isWrong }) => !isWrong))('compiles and shows its request: $title', async ({ code }) => {
		const { problems, shown } = await outcomeOf(code);
		expect(problems).toEqual([]);
		expect(shown).not.toEqual([]);
		for (const request of shown) {
			expect(request).toMatchObject({ type: 'request', payload: expect.stringContaining('"model"') });
		}
	});

	test.each(examples.filter(({ isWrong }) => isWrong))('shows one error: $title', async ({ code }) => {
		const { problems } = await outcomeOf(code);
		expect(problems).toHaveLength(1);
	});

	test('exists for each mode', async () => {
		const outcomes = await Promise.all(examples.map(({ code }) => outcomeOf(code)));
		const shown = outcomes.flatMap(({ shown }) => shown).map((request) => request.type === 'request' && request.mode);
		expect(new Set(shown)).toEqual(new Set(spec.modes));
	});

	test('has an id of its own', () => {
		expect(new Set(examples.map(({ id }) => id)).size).toBe(examples.length);
	});
});
