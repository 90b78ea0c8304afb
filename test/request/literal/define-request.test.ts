import { expect, test } from 'vitest';
import { defineRequest, InvalidRequestError } from '../../../src/index.js';

test('defineRequest gives a frozen copy with the literal’s fields', () => {
	const literal = {
		model: 'seedance-2.0-ultra',
		content: [
			{ type: 'text', text: 'A cat from @image1' },
			{ type: 'image_url', image_url: { url: 'https://example.com/cat.jpg' }, role: 'reference_image' },
		],
		resolution: '720p',
		duration: 5,
	} as const;
	const request = defineRequest(literal);
	const text: 'A cat from @image1' = request.content[0].text;
	expect(text).toBe('A cat from @image1');
	expect(request).toStrictEqual(literal);
	expect(request).not.toBe(literal);
	expect(Object.isFrozen(request.content[1].image_url)).toBe(true);
});

test('defineRequest throws what the compiler didn’t know', () => {
	const seconds: number = 20;
	const define = () =>
		defineRequest({
			model: 'seedance-2.0-ultra',
			content: [{ type: 'text', text: 'A cat' }],
			resolution: '720p',
			duration: seconds,
		});
	expect(define).toThrow(InvalidRequestError);
	expect(define).toThrow('duration 20 is invalid');
});
