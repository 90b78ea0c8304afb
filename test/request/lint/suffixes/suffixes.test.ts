import { describe, expect, test } from 'vitest';
import type { VideoRequest } from '../../../../src/index.js';
import { adviceOf, framesOf, messagesOf, promptOf, requestOf } from '../requests.js';

type Fields = Partial<Omit<VideoRequest, 'content'>>;

/** Prompts with suffixes that can be moved: the prompt and the fields of the fix. */
const movable: readonly (readonly [text: string, mended: string, fields: Fields])[] = [
	['A cat --rs 720p', 'A cat', {}],
	['A cat --resolution 720p', 'A cat', {}],
	['A cat --rt 16:9', 'A cat', { ratio: '16:9' }],
	['A cat --ratio adaptive', 'A cat', { ratio: 'adaptive' }],
	['A cat --dur 8', 'A cat', { duration: 8 }],
	['A cat --duration 15', 'A cat', { duration: 15 }],
	['A cat --dur 8s', 'A cat', { duration: 8 }],
	['A cat --dur 8sec', 'A cat', { duration: 8 }],
	['A cat --duration 8 seconds', 'A cat', { duration: 8 }],
	['A cat --duration 8 Sec, in the rain', 'A cat, in the rain', { duration: 8 }],
	['A cat --duration 8 second-hand cars', 'A cat second-hand cars', { duration: 8 }],
	['A cat --ratio 16:9 seconds before dawn', 'A cat seconds before dawn', { ratio: '16:9' }],
	['A cat --wm true', 'A cat', { watermark: true }],
	['A cat --watermark false', 'A cat', { watermark: false }],
	['A cat --RS 720P --Ratio 16:9', 'A cat', { ratio: '16:9' }],
	['A cat --rs=720p --dur = 5', 'A cat', { duration: 5 }],
	['A cat  --rs 720p   --dur 5\n--wm false', 'A cat', { duration: 5, watermark: false }],
	['A cat --dur 5 --duration 5', 'A cat', { duration: 5 }],
	['--dur 5 A cat', 'A cat', { duration: 5 }],
	['A cat --dur 5, in the rain.', 'A cat, in the rain.', { duration: 5 }],
	['A cat --dur 5 in the rain', 'A cat in the rain', { duration: 5 }],
	['A cat\n--dur 5\nin the rain', 'A cat\nin the rain', { duration: 5 }],
	['猫在雨中--dur 5', '猫在雨中', { duration: 5 }],
	['猫--dur 5，雨', '猫，雨', { duration: 5 }],
	['A cat--dur 5--wm true', 'A cat', { duration: 5, watermark: true }],
	['A cat --dur 5. --wm true.', 'A cat..', { duration: 5, watermark: true }],
];

test.each(movable)('the suffixes of %j are moved into fields', (text, mended, fields) => {
	const [advice, ...others] = adviceOf('option-suffix', requestOf(text));
	expect(advice).toMatchObject({ source: 'upstream', path: ['content', 0, 'text'], place: { what: 'text' } });
	expect(advice?.fix).toStrictEqual(requestOf(mended, {}, fields));
	expect(others).toStrictEqual([]);
});

test('the message names the suffixes and the fields', () => {
	expect(messagesOf('option-suffix', requestOf('A cat --dur 8'))).toStrictEqual([
		'the prompt has "--dur 8", an option in the form of older models: remove it and set duration to 8',
	]);
	expect(messagesOf('option-suffix', requestOf('A cat --rs 720p --rt 1:1 --wm true'))).toStrictEqual([
		'the prompt has "--rs 720p", "--rt 1:1" and "--wm true", options in the form of older models: remove them and set resolution to "720p", ratio to "1:1" and watermark to true',
	]);
});

test('a suffix whose field has its value is removed', () => {
	const [advice] = adviceOf('option-suffix', requestOf('A cat --dur 8', {}, { duration: 8 }));
	expect(advice?.fix).toStrictEqual(requestOf('A cat', {}, { duration: 8 }));
});

test.each([
	[
		'A cat --rs 1080p',
		{},
		'"--rs 1080p" in the prompt contradicts resolution "720p": remove one, and set resolution to the value that you mean',
	],
	[
		'A cat --dur 8',
		{ duration: 5 },
		'"--dur 8" in the prompt contradicts duration 5: remove one, and set duration to the value that you mean',
	],
	[
		'A cat --wm true',
		{ watermark: false },
		'"--wm true" in the prompt contradicts watermark false: remove one, and set watermark to the value that you mean',
	],
	[
		'A cat --dur 8 --dur 5',
		{},
		'"--dur 8" and "--dur 5" in the prompt contradict each other: remove them, and set duration to the value that you mean',
	],
	[
		'A cat --dur 8 --duration 99',
		{},
		'"--dur 8" and "--duration 99" in the prompt contradict each other: remove them, and set duration to the value that you mean',
	],
] as const)('%j with %j is a contradiction', (text, fields, message) => {
	const request = requestOf(text, {}, fields);
	expect(messagesOf('option-suffix', request)).toStrictEqual([]);
	const [advice, ...others] = adviceOf('suffix-conflict', request);
	expect([advice?.message, advice?.fix, others]).toStrictEqual([message, undefined, []]);
});

test.each([
	['--seed 7', '"--seed 7" in the prompt is an option of older models that this API does not have: remove it'],
	['--seed -1', '"--seed -1" in the prompt is an option of older models that this API does not have: remove it'],
	['--cf true', '"--cf true" in the prompt is an option of older models that this API does not have: remove it'],
	[
		'--camerafixed false',
		'"--camerafixed false" in the prompt is an option of older models that this API does not have: remove it',
	],
	['--fps 24', '"--fps 24" in the prompt is an option of older models that this API does not have: remove it'],
	[
		'--seed 7 --fps 24',
		'"--seed 7" and "--fps 24" in the prompt are options of older models that this API does not have: remove them',
	],
	[
		'--dur 1 --dur 2',
		'"--dur 1" and "--dur 2" in the prompt give duration no value that this API has: remove them, or set duration to 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 or 15',
	],
	[
		'--rs 480p',
		'"--rs 480p" in the prompt gives resolution no value that this API has: remove it, or set resolution to 720p, 1080p or 2k',
	],
	[
		'--ratio keep_ratio',
		'"--ratio keep_ratio" in the prompt gives ratio no value that this API has: remove it, or set ratio to 16:9, 4:3, 1:1, 3:4, 9:16, 21:9 or adaptive',
	],
	[
		'--dur 20',
		'"--dur 20" in the prompt gives duration no value that this API has: remove it, or set duration to 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 or 15',
	],
	[
		'--dur 5.5',
		'"--dur 5.5" in the prompt gives duration no value that this API has: remove it, or set duration to 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 or 15',
	],
	[
		'--wm',
		'"--wm" in the prompt gives watermark no value that this API has: remove it, or set watermark to true or false',
	],
])('%j has no field or no value here', (suffix, message) => {
	const [advice, ...others] = adviceOf('unsupported-suffix', requestOf(`A cat ${suffix}`));
	expect([advice?.message, advice?.fix, others]).toStrictEqual([message, undefined, []]);
});

test('what can be moved is moved beside what cannot', () => {
	const request = requestOf('A cat --dur 8 --seed 7 --rs 1080p');
	expect(adviceOf('option-suffix', request)[0]?.fix).toStrictEqual(
		requestOf('A cat --seed 7 --rs 1080p', {}, { duration: 8 }),
	);
	expect(messagesOf('unsupported-suffix', request)).toHaveLength(1);
	expect(messagesOf('suffix-conflict', request)).toHaveLength(1);
});

test.each(['A cat -- ratio 16:9', 'A cat ---dur 5', 'A --ratios 5', 'A --dur-5', 'A cat - dur 5', 'the --x 5 flag'])(
	'%j has no suffix',
	(text) => {
		const request = requestOf(text);
		for (const rule of ['option-suffix', 'suffix-conflict', 'unsupported-suffix'] as const) {
			expect(messagesOf(rule, request)).toStrictEqual([]);
		}
	},
);

describe('a prompt of suffixes alone', () => {
	const text = { type: 'text' as const, text: '--rs 720p --dur 5' };

	test('is removed beside a frame', () => {
		const { content } = framesOf('asset://a');
		const [advice] = adviceOf('option-suffix', { ...framesOf('asset://a'), content: [text, ...content] });
		expect(advice?.fix).toStrictEqual({ ...framesOf('asset://a'), duration: 5 });
	});

	test('has no fix in text-to-video, because a text is needed', () => {
		const [advice] = adviceOf('option-suffix', requestOf(text.text));
		expect(advice?.message).toContain('remove them and set');
		expect(advice).not.toHaveProperty('fix');
	});
});

describe('a fix that would change a placeholder', () => {
	test.each([
		['keeps a space before a placeholder', 'A --dur 5 @image1', 'A @image1'],
		['keeps a number apart from a placeholder', '@image1 --dur 5 2 cats', '@image1 2 cats'],
	])('%s', (_, text, mended) => {
		expect(promptOf(adviceOf('option-suffix', requestOf(text, { images: 1 }))[0]?.fix)).toBe(mended);
	});

	test('is not offered', () => {
		// `5@image1` is an address, and `@image1` alone would be a placeholder.
		const [advice] = adviceOf('option-suffix', requestOf('A --dur 5@image1', { images: 1 }));
		expect(advice).toBeDefined();
		expect(advice).not.toHaveProperty('fix');
	});
});

test('a fix after which another suffix appears is not offered', () => {
	const [advice] = adviceOf('option-suffix', requestOf('A cat --ratio --dur 5 16:9'));
	expect(advice?.message).toContain('"--dur 5"');
	expect(advice).not.toHaveProperty('fix');
});
