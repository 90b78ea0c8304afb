import { describe, expect, test } from 'vitest';
import { codeOf, damagedLink, hashOf, longestLink } from '../../../docs/.vitepress/playground/share-link.js';
import { examples } from '../../../docs/.vitepress/playground/examples.js';

describe('a shared link', () => {
	test.each([['A cat 猫 🐈'], [''], ['x'.repeat(100_000)], ...examples.map(({ code }) => [code])])(
		'restores the program %#',
		async (code) => {
			expect(await codeOf(await hashOf(code))).toBe(code);
		},
	);

	test('has characters only that need no escape in an address', async () => {
		const hash = await hashOf(Array.from({ length: 500 }, (_, index) => String.fromCharCode(index + 32)).join(''));
		expect(hash).toMatch(/^#code=[\w-]+$/);
	});

	test('is short enough for each example', async () => {
		for (const { code } of examples) expect((await hashOf(code)).length).toBeLessThan(longestLink / 8);
	});

	test('is none without a program', async () => {
		expect(await codeOf('')).toBeUndefined();
		expect(await codeOf('#what-is-shown')).toBeUndefined();
	});

	test('is refused if it is damaged', async () => {
		const whole = await hashOf(examples[0]!.code);
		for (const hash of ['#code=', '#code=%%%', '#code=AAAA', whole.slice(0, -20), whole.replace('e=', 'e=!')]) {
			await expect(codeOf(hash)).rejects.toThrow(damagedLink);
		}
	});

	test('is refused if the program in it is too long', async () => {
		await expect(codeOf(await hashOf(' '.repeat(999_999)))).resolves.toHaveLength(999_999);
		await expect(hashOf(' '.repeat(1_000_001)).then(codeOf)).rejects.toThrow(damagedLink);
	});
});
