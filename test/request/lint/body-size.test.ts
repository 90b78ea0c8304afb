import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodySize } from '../../../src/request/lint/body-size.js';
import type { VideoRequest } from '../../../src/index.js';
import { adviceOf, framesOf, messagesOf, requestOf } from './requests.js';

const bytesOf = (request: VideoRequest): number => Buffer.byteLength(JSON.stringify(request));

/** A request whose body has so many bytes. */
function sized(bytes: number): VideoRequest {
	return framesOf(`asset://${'a'.repeat(bytes - bytesOf(framesOf('asset://')))}`);
}

test('a body over upstream’s limit is too large', () => {
	const request = sized(64_000_001);
	expect(bytesOf(request)).toBe(64_000_001);
	expect(adviceOf('body-size', request)).toStrictEqual([
		{
			rule: 'body-size',
			source: 'upstream',
			path: ['content'],
			message: 'the body has 64.01 MB: upstream takes at most 64 MB; pass URLs instead of base64',
		},
	]);
});

test('a body of exactly the limit is not', () => {
	const request = sized(64_000_000);
	expect(bytesOf(request)).toBe(64_000_000);
	expect(messagesOf('body-size', request)).toStrictEqual([]);
});

test('several sources count together, and so does a text outside of ASCII', () => {
	const half = `data:image/png;base64,${'A'.repeat(32_000_000)}`;
	expect(messagesOf('body-size', framesOf(half, half))).toHaveLength(1);
	expect(messagesOf('body-size', framesOf(half))).toHaveLength(0);
	expect(messagesOf('body-size', requestOf('猫'.repeat(22_000_000)))).toHaveLength(1);
	expect(messagesOf('body-size', requestOf('猫'.repeat(21_000_000)))).toHaveLength(0);
});

test('the size is that of the JSON in UTF-8, whatever the text', () => {
	const text = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc
			.array(fc.constantFrom('a', '"', '\\', '\n', '\u0000', '\u001f', 'é', '猫', '🐈', '\ud83d', '\ude00', '\u2028'))
			.map((parts) => parts.join('')),
	);
	fc.assert(
		fc.property(text, fc.nat(70_000), (text, count) => {
			const request = requestOf(
				`${'x'.repeat(count)}${text}`,
				{ images: 1 },
				{ ratio: '16:9', duration: 5, watermark: true },
			);
			expect(bodySize(request)).toBe(bytesOf(request));
		}),
	);
});

test('a surrogate pair at the end of a chunk counts once', () => {
	for (const count of [65_534, 65_535, 65_536, 131_071]) {
		const request = requestOf(`${'x'.repeat(count)}🐈🐈`);
		expect(bodySize(request)).toBe(bytesOf(request));
	}
});
