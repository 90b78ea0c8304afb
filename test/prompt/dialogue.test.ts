import * as fc from 'fast-check';
import { expect, expectTypeOf, test } from 'vitest';
import { dialogue, video } from '../../src/index.js';

/** Texts, and their dialogue. */
const texts: Readonly<Record<string, string>> = {
	'': `""`,
	'Good morning': `"Good morning"`,
	'He said “hi”': `"He said 'hi'"`,
	'He said "hi"': `"He said 'hi'"`,
	'„Guten Tag‟': `"'Guten Tag'"`,
	'＂full width＂': `"'full width'"`,
	'〝prime〞 and 〟': `"'prime' and '"`,
	'❝ornament❞ and ❠': `"'ornament' and '"`,
	'«guillemets» ‹single›': `"«guillemets» ‹single›"`,
	'「corner」 『white corner』': `"「corner」 『white corner』"`,
	"it's ‘his’": `"it's ‘his’"`,
	'5″ and ❛': `"5″ and ❛"`,
	'two\nlines': `"two\nlines"`,
};

test.each(Object.entries(texts))('the dialogue of %j is %j', (text, expected) => {
	expect(dialogue(text)).toBe(expected);
});

const doubleQuotes = [
	0x22, 0x20_1c, 0x20_1d, 0x20_1e, 0x20_1f, 0xff_02, 0x30_1d, 0x30_1e, 0x30_1f, 0x27_5d, 0x27_5e, 0x27_60,
];

test('these double quotes become single ones, and no other character changes', () => {
	const characters = Array.from({ length: 0x1_00_00 }, (_, code) => String.fromCharCode(code));
	const expected = characters.map((character, code) => (doubleQuotes.includes(code) ? "'" : character));
	expect(dialogue(characters.join('')) === `"${expected.join('')}"`).toBe(true);
});

test('a dialogue has a double quote at its ends only, and the length of its text', () => {
	fc.assert(
		fc.property(fc.string({ unit: fc.constantFrom('"', '“', '”', "'", 'a', '猫', '🐈', '\\') }), (text) => {
			const line = dialogue(text);
			expect(line.length).toBe(text.length + 2);
			expect(line.slice(1, -1)).not.toMatch(/["“”]/);
		}),
	);
});

test('a dialogue is a part of a prompt', () => {
	const request = video()
		.text(`A man says ${dialogue('“Hi”')}`)
		.resolution('720p')
		.build();
	expect(request.content[0].text).toBe(`A man says "'Hi'"`);
	expectTypeOf(dialogue).toEqualTypeOf<(text: string) => string>();
});
