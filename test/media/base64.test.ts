import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { dataUri } from '../../src/media/base64.js';

afterEach(() => vi.unstubAllGlobals());

describe('bytes are written as base64', () => {
	const lengths = [0, 1, 2, 3, 4, 24_575, 24_576, 24_577, 100_000];

	test.each(lengths)('%i bytes with what Node has, and with what every browser has', (length) => {
		const bytes = new Uint8Array(randomBytes(length));
		const expected = `data:audio/wav;base64,${Buffer.from(bytes).toString('base64')}`;
		expect(dataUri(bytes, 'audio/wav')).toBe(expected);
		vi.stubGlobal('Buffer', undefined);
		expect(dataUri(bytes, 'audio/wav')).toBe(expected);
	});

	test('with what new browsers have', () => {
		const bytes = Object.assign(new Uint8Array(3), { toBase64: () => 'AAAA' });
		vi.stubGlobal('Buffer', undefined);
		vi.stubGlobal('btoa', undefined);
		expect(dataUri(bytes, 'image/png')).toBe('data:image/png;base64,AAAA');
	});
});
