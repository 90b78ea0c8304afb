import { expect, test } from 'vitest';
import { BitWriter } from '../../../src/testing/media/bit-writer.js';

// H.264, tables 9-2 and 9-3.
test.each([
	['ue', 0, '1'],
	['ue', 1, '010'],
	['ue', 2, '011'],
	['ue', 3, '00100'],
	['ue', 7, '0001000'],
	['ue', 25, '000011010'],
	['se', 0, '1'],
	['se', 1, '010'],
	['se', -1, '011'],
	['se', 2, '00100'],
	['se', -2, '00101'],
] as const)('%s(%i) is %s', (code, value, bits) => {
	expect(written(new BitWriter()[code](value).align())).toBe(bits.padEnd(Math.ceil(bits.length / 8) * 8, '0'));
});

test('bits continue from one call to the next, across byte boundaries', () => {
	expect(written(new BitWriter().u(3, 0b101).u(8, 0b11110000).u(5, 1))).toBe('1011111000000001');
});

test('a full byte needs no alignment', () => {
	expect(written(new BitWriter().u(8, 7).align())).toBe('00000111');
});

test('the trailing bits are a one and zeros, a whole byte if no byte is begun', () => {
	expect(written(new BitWriter().u(8, 7).trailing())).toBe('0000011110000000');
	expect(written(new BitWriter().u(7, 7).trailing())).toBe('00001111');
});

function written(writer: BitWriter): string {
	return writer
		.bytes()
		.map((byte) => byte.toString(2).padStart(8, '0'))
		.join('');
}
