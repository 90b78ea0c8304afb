import { expect, test } from 'vitest';
import {
	createClient,
	InvalidRequestError,
	parseRequest,
	requestSchema,
	safeParseRequest,
	video,
} from '../../src/index.js';
import { refusals } from '../../src/rules.js';

const blank = ' ' as string;

/** The sentences of what a function throws. */
async function thrownBy(run: () => unknown): Promise<readonly string[]> {
	const error: unknown = await Promise.resolve()
		.then(run)
		.catch((thrown: unknown) => thrown);
	return error instanceof InvalidRequestError ? error.issues.map(({ message }) => message) : [];
}

const json = { model: 'seedance-2.0-ultra', content: [{ type: 'text', text: ' ' }], resolution: '720p' } as const;
const client = createClient({ apiKey: 'key', fetch: () => Promise.reject(new Error('nothing is sent')) });
const chain = video().text(blank).resolution('720p');

test('a chain’s issues name verbs', async () => {
	const built = chain.safeBuild();
	expect(built.success ? [] : built.error.issues.map(({ message }) => message)).toStrictEqual([
		refusals.blankText.message,
	]);
	expect(await thrownBy(() => chain.build())).toStrictEqual([refusals.blankText.message]);
	expect(await thrownBy(() => JSON.stringify(chain))).toStrictEqual([refusals.blankText.message]);
	expect(await thrownBy(() => client.submit(chain))).toStrictEqual([refusals.blankText.message]);
});

test('the issues of JSON name fields', async () => {
	expect(await thrownBy(() => parseRequest(json))).toStrictEqual([refusals.blankText.json]);
	expect(await thrownBy(() => client.submit(json))).toStrictEqual([refusals.blankText.json]);
	expect(await thrownBy(() => parseRequest({ ...json, resolution: undefined }))).toContain(
		refusals.resolutionMissing.json,
	);
});

test('a failed .safeBuild() has the payload that was judged, frozen', () => {
	const result = chain.ratio('1:1').safeBuild();
	const payload = result.success ? undefined : result.payload;
	expect(payload).toStrictEqual({ ...json, ratio: '1:1' });
	expect(Object.isFrozen((payload as typeof json).content[0])).toBe(true);
});

test('a failed safeParseRequest has a copy of what was judged', () => {
	const input = { ...json, content: [...json.content] };
	const result = safeParseRequest(input);
	const payload = result.success ? undefined : result.payload;
	expect(payload).toStrictEqual(input);
	expect(payload).not.toBe(input);
	expect(Object.isFrozen(input.content)).toBe(false);
});

test('what could not be read has no payload', () => {
	const unreadable = {
		get content(): never {
			throw new Error('no');
		},
	};
	expect(safeParseRequest(unreadable)).toMatchObject({ success: false, payload: undefined });
});

test.each([video(), video().text('A cat').resolution('720p'), { build: () => ({}) }])(
	'a chain where a payload belongs is told to be built: %s',
	(chain) => {
		const result = safeParseRequest(chain);
		expect(!result.success && result.error.issues).toStrictEqual([
			{ rule: 'shape', path: [], message: 'this is a chain and not a request: call .build() and pass the result' },
		]);
		expect(requestSchema.safeParse(chain).success).toBe(false);
	},
);

test.each([
	[undefined, 'a source may be undefined: spread it, ...(image ? [image] : [])'],
	[['https://example.com/a.jpg'], 'a list is passed as one source: spread it, ...images'],
	[[], 'a list is passed as one source: spread it, ...images'],
])('a reference verb that was given %j says to spread it, and says nothing else', (source, message) => {
	const result = video()
		.referenceImage(source as never)
		.resolution('720p')
		.safeBuild();
	expect(!result.success && result.error.issues).toMatchObject([
		{ rule: 'source', path: ['content', 0, 'image_url', 'url'], message },
	]);
});
