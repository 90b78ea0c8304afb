import { expect, test } from 'vitest';
import { parseRequest, requestSchema, safeParseRequest } from '../../src/index.js';
import { safeParseAs } from '../../src/request/parse.js';
import { refusals, rules, type Refusal } from '../../src/rules.js';
import { broken, image, music, request, text } from './broken-requests.js';

test.each(broken)('$rule: $message', ({ rule, json, path, message }) => {
	const result = safeParseRequest(json);
	const issues = result.success ? [] : result.error.issues;
	expect(issues).toContainEqual(expect.objectContaining({ rule, path, message: expect.stringMatching(message) }));
});

test.each([
	['prompt', "the prompt is content's text: add an item of type text"],
	['Prompt', "the prompt is content's text: add an item of type text"],
	['image', "images are content's: add an item of type image_url with the role first_frame or reference_image"],
	['imageUrls', "images are content's: add an item of type image_url with the role first_frame or reference_image"],
	['video_url', "videos are content's: add an item of type video_url"],
	['audio', "audio is content's: add an item of type audio_url"],
	['seconds', 'did you mean duration?'],
	['size', 'did you mean resolution?'],
	['seed', 'pass it to client.submit() as extraBody'],
	['callback_url', 'pass it to client.submit() as extraBody'],
	['callbackUrl', 'pass it to client.submit() as extraBody'],
	['guidance', 'remove it'],
	['constructor', 'remove it'],
])('an unknown field points on: %s', (field, next) => {
	const result = safeParseRequest(request([text], { [field]: 'x' }));
	expect(result.success ? [] : result.error.issues).toMatchObject([
		{ rule: 'unknown-field', path: [field], message: `unknown field "${field}": ${next}` },
	]);
});

test('an unknown field of a chain’s payload points to its verb', () => {
	const result = safeParseAs({ mode: 'video' }, request([text], { prompt: 'A cat', image: 'cat.jpg' }));
	expect(result.success ? [] : result.error.issues.map(({ message }) => message)).toStrictEqual([
		`unknown field "prompt": the prompt is content's text: use .text()`,
		`unknown field "image": images are content's: use .firstFrame() or .referenceImage()`,
	]);
});

test('a field of an item is not taken for one of a request', () => {
	const result = safeParseRequest(request([{ ...text, prompt: 'x' }]));
	expect(result.success ? [] : result.error.issues).toMatchObject([{ message: 'unknown field "prompt": remove it' }]);
});

test.each([
	['20', 'duration "20" is text: give a whole number of seconds, from 4 to 15'],
	['8s', 'duration "8s" is text: give a whole number of seconds, from 4 to 15'],
	['', 'duration "" is text: give a whole number of seconds, from 4 to 15'],
])('a duration as text is refused as text: %j', (duration, message) => {
	const result = safeParseRequest(request([text], { duration }));
	expect(result.success ? [] : result.error.issues).toMatchObject([{ rule: 'duration', message }]);
});

test('every rule is broken above, but for those of a pinned mode, which no payload shows', () => {
	const ofChains: readonly string[] = ['editing', 'extension', 'mixed-placeholder', 'prompt-value', 'shots', 'slot'];
	const general = Object.keys(rules).filter((rule) => !ofChains.includes(rule));
	expect(new Set(broken.map(({ rule }) => rule))).toStrictEqual(new Set(general));
});

test('the schema’s issues carry the same rules, paths, places and sentences', () => {
	for (const { json } of broken) {
		const parsed = safeParseRequest(json);
		const found = requestSchema.safeParse(json).error?.issues.map((issue) => ({
			rule: issue.code === 'custom' && issue.params?.['rule'],
			path: issue.path,
			message: issue.message,
			...(issue.code === 'custom' && issue.params?.['place'] && { place: issue.params['place'] }),
		}));
		expect(found).toStrictEqual(!parsed.success && parsed.error.issues);
	}
});

test('a sentence for JSON names no verb', () => {
	for (const { json } of broken) {
		const result = safeParseRequest(json);
		for (const { message } of result.success ? [] : result.error.issues)
			expect(message).not.toMatch(/(?<!client)\.\w+\(\)/);
	}
});

test('a sentence that names a verb has one for JSON, but for those of a pinned mode', () => {
	for (const [name, { message, json }] of Object.entries<Refusal>(refusals)) {
		if (!/\.\w+\(\)/.test(message) || /^(?:edit|extend|notBuilt$)/.test(name)) continue;
		expect(json?.split(':')[0]).toBe(message.split(':')[0]);
	}
});

test('issues of the fields come first, then those between the fields', () => {
	const result = safeParseRequest({ ...request([music, text]), ratio: 1, wtermark: true, resolution: 5 });
	expect(!result.success && result.error.issues.map(({ rule }) => rule)).toStrictEqual([
		'resolution',
		'ratio',
		'unknown-field',
		'order',
		'audio-needs-visual',
	]);
});

test('an image without a role is a first frame', () => {
	expect(parseRequest(request([text, image()]))).toStrictEqual(request([text, image()]));
});

test('what is parsed is a frozen copy without undefined fields', () => {
	const input = request([text], { ratio: undefined });
	const parsed = parseRequest(input);
	expect(Object.isFrozen(parsed.content[0])).toBe(true);
	expect(Object.isFrozen(input)).toBe(false);
	expect(parsed).not.toHaveProperty('ratio');
});
