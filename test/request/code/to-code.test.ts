import { expect, test } from 'vitest';
import { isInvalidRequestError, parseRequest, toCode, video } from '../../../src/index.js';
import { spec } from '../../../src/spec.js';
import { buildModules } from '../../deep/code-modules.js';
import page from '../../fixtures/api-page-requests.json' with { type: 'json' };
import { withRoles } from '../payloads.js';

const text = (text: string) => ({ type: 'text', text });
const image = (url: string, role?: string) => ({ type: 'image_url', image_url: { url }, ...(role && { role }) });
const request = (content: readonly unknown[], fields: object = {}): object => ({
	model: spec.model,
	content,
	resolution: '720p',
	...fields,
});

test('a request is written as a module with one call a line', () => {
	const code = toCode(
		request(
			[text('@image1 meets @image2'), image('asset://a', 'reference_image'), image('asset://b', 'reference_image')],
			{
				tools: undefined,
				watermark: false,
				duration: 8,
			},
		),
	);
	expect(code).toBe(`import { video } from 'seedance-builder';

export const request = video()
	.text('@image1 meets @image2')
	.referenceImage(
		'asset://a',
		'asset://b',
	)
	.resolution('720p')
	.duration(8)
	.watermark(false)
	.build();
`);
});

test('the options have the order of the API page, whatever theirs in the request', () => {
	const options = { tools: [{ type: 'web_search' }], return_last_frame: true, generate_audio: true, ratio: '1:1' };
	const entries = Object.entries(request([text('A cat')], options));
	const reversed = Object.fromEntries(entries.map((_, index) => entries.at(-1 - index)!));
	expect(toCode(reversed)).toBe(toCode(request([text('A cat')], options)));
	const verbs = toCode(reversed)
		.match(/(?<=\n\t\.)\w+/g)
		?.join();
	expect(verbs).toBe('text,resolution,ratio,generateAudio,webSearch,returnLastFrame,build');
});

test('an image without a role is written as a first frame', () => {
	expect(toCode(request([image('asset://cat')]))).toContain("\n\t.firstFrame('asset://cat')\n");
});

test('the text of JSON and a finished chain are written as the value is', () => {
	const chain = video().text('A cat').resolution('720p');
	expect(toCode(chain)).toBe(toCode(request([text('A cat')])));
	expect(toCode(JSON.stringify(chain))).toBe(toCode(chain));
	expect(toCode(chain.build())).toBe(toCode(chain));
});

test('an invalid request throws its issues, and a text that is not JSON says where', () => {
	const thrown = (json: unknown): unknown => {
		try {
			return toCode(json);
		} catch (error) {
			return isInvalidRequestError(error) ? error.issues : error;
		}
	};
	expect(thrown(request([text('@image1')], { foo: 1 }))).toMatchObject([
		{ rule: 'unknown-field', path: ['foo'] },
		{ rule: 'dangling-placeholder', path: ['content', 0, 'text'] },
	]);
	expect(thrown(undefined)).toMatchObject([{ rule: 'shape', message: 'request is missing: give an object' }]);
	expect(thrown(video().text('A cat'))).toMatchObject([{ rule: 'resolution' }]);
	expect(thrown('{"model":\n "x",}')).toMatchObject([
		{ rule: 'unreadable', message: 'the text is not JSON at line 2, column 6: a name in double quotes is expected' },
	]);
});

test('a text is escaped where an editor would not show it as it is', () => {
	const value = '\'"\\\n\r\t\0\u2028\u2029\u202e\ufeff\u007f\ud800${x}`é中😀\u200d</script>';
	expect(toCode(request([text(value)]))).toContain(
		String.raw`.text('\'"\\\n\r\t\u0000\u2028\u2029\u202e\ufeff\u007f\ud800${'${x}'}` + "`é中😀\u200d</script>')",
	);
});

/** Values that the compiler refuses as literals while the schema takes them, or that a type should not repeat. */
const unchecked: Readonly<Record<string, object>> = {
	'a text of a megabyte': request([text('A cat waits. '.repeat(80_000))]),
	'a text of many addresses': request([text('me@image7.com '.repeat(2_000))]),
	'many addresses in a short text': request([text(`me@image7.com ${'@'.repeat(1_500)}`)]),
	'much white space before a text': request([text(`${' '.repeat(3_000)}A cat`)]),
	'a source of megabytes': request([image(`data:image/png;base64,${'iVBORw0K'.repeat(600_000)}`)]),
	'nine long sources': request(
		Array.from({ length: 9 }, () => image(`data:image/png;base64,${'iVBORw0K'.repeat(2_000)}`, 'reference_image')),
	),
	'a URL with a base64 mark and a second beginning': request([image('https://example.com/a;base64,https://b.c/')]),
	'private hosts': request([
		image('http://localhost:8080/a.png', 'first_frame'),
		image('http://10.0.0.1/b', 'last_frame'),
	]),
};

test.each(['5.9', '7.0'] as const)('what the compiler can’t check compiles with TypeScript %s', async (version) => {
	const payloads = Object.values(unchecked);
	const { errors, requests } = await buildModules(version, 'unchecked', payloads.map(toCode));
	expect(errors).toBe('');
	expect(requests).toStrictEqual(payloads.map((payload) => withRoles(parseRequest(payload))));
});

test('only what the compiler can’t check is written as a string', () => {
	const isString = (payload: object): boolean => toCode(payload).includes(' as string');
	const names = Object.keys(unchecked).filter((name) => !isString(unchecked[name]!));
	expect(names).toStrictEqual(['private hosts']);
	for (const payload of Object.values(page)) expect(isString({ ...payload, resolution: '720p' })).toBe(false);
});
