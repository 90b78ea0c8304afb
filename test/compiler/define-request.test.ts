import { beforeAll, describe, expect, test } from 'vitest';
import { safeParseRequest } from '../../src/index.js';
import { badDuration, dangling, nearPlaceholder, refusals, tooMany } from '../../src/rules.js';
import { compile, compilers, type CompilerVersion } from './compile.js';

const text = (prompt: string): string => `{ type: 'text', text: '${prompt}' }`;
const medium = (kind: string, role?: string, url = 'asset://a'): string =>
	`{ type: '${kind}_url', ${kind}_url: { url: '${url}' }${role === undefined ? '' : `, role: '${role}'`} }`;
const image = (url?: string): string => medium('image', 'reference_image', url);
const clip = (url?: string): string => medium('video', 'reference_video', url);
const music = (url?: string): string => medium('audio', 'reference_audio', url);
const first = medium('image', 'first_frame');
const last = medium('image', 'last_frame');
const request = (content: readonly string[], rest = `resolution: '720p'`): string =>
	`{ model: 'seedance-2.0-ultra', content: [${content.join(', ')}], ${rest} }`;
const json = (name: keyof typeof refusals): string => {
	const refusal: { readonly message: string; readonly json?: string } = refusals[name];
	return refusal.json ?? refusal.message;
};

/** Literals that break one rule, with the sentence. */
const wrong: Readonly<Record<string, readonly [literal: string, sentence: string]>> = {
	'no item': [request([]), json('nothingToMake')],
	'two texts': [request([text('A cat'), text('A dog')]), json('oneText')],
	'a blank text': [request([text(' ')]), json('blankText')],
	'a text after an image': [request([image(), text('A cat')]), json('textFirst')],
	'an image after a video': [request([clip(), image()]), json('imagesBeforeVideos')],
	'an image after audio': [request([clip(), music(), image()]), json('imagesBeforeAudio')],
	'a video after audio': [request([image(), music(), clip()]), json('videosBeforeAudio')],
	'several images without a role': [request([medium('image'), medium('image')]), json('roleMissing')],
	'a frame and a reference image': [request([first, image()]), json('framesOrReferences')],
	'an image without a role and a video': [request([medium('image'), clip()]), json('framesOrReferences')],
	'two first frames': [request([first, first]), json('oneFirstFrame')],
	'two last frames': [request([first, last, last]), json('oneLastFrame')],
	'a last frame alone': [request([last]), json('lastFrameAlone')],
	'ten images': [request(Array.from({ length: 10 }, () => image())), tooMany('image')],
	'four videos': [request(Array.from({ length: 4 }, () => clip())), tooMany('video')],
	'four audio clips': [request([image(), ...Array.from({ length: 4 }, () => music())]), tooMany('audio')],
	'audio alone': [request([text('A cat'), music()]), json('audioAlone')],
	'web search beside an image': [
		request([text('A cat'), image()], `resolution: '720p', tools: [{ type: 'web_search' }]`),
		json('searchTextOnly'),
	],
	'a placeholder without its item': [request([text('@image2'), image()]), dangling('image', '2')],
	'a placeholder in another form': [request([text('@Image1'), image()]), nearPlaceholder('@Image1', 'image', '1')],
	'a local file': [request([image('./cat.jpg')]), json('localSource')],
	'an asset without an id': [request([clip('asset://')]), json('missingAssetId')],
	'a video as base64': [request([clip('data:video/mp4;base64,AAAA')]), json('videoSource')],
	'a duration out of range': [request([text('A cat')], `resolution: '720p', duration: 20`), badDuration(20)],
};

/** Literals with an unknown field. The run time also says what was meant. */
const unknownFields: Readonly<Record<string, readonly [literal: string, sentence: string]>> = {
	'in the request': [request([text('A cat')], `resolution: '720p', camera: 1`), 'unknown field "camera": remove it'],
	'in a text': [request([`{ type: 'text', text: 'A cat', role: 'x' }`]), 'unknown field "role": remove it'],
	'in an image': [
		request([`{ type: 'image_url', image_url: { url: 'asset://a', detail: 'high' } }`]),
		'unknown field "detail": remove it',
	],
};

const right: Readonly<Record<string, string>> = {
	'a text': request([text('A cat')]),
	'a sole image': request([medium('image')]),
	'both frames': request([text('@image1'), first, last]),
	'all kinds': request([text('@image1 @video1 @audio1'), image(), clip(), music()]),
	'nine images': request(Array.from({ length: 9 }, () => image())),
	'every option': request(
		[text('A cat')],
		`resolution: '2k', ratio: '1:1', duration: 15, generate_audio: false, watermark: true, tools: [{ type: 'web_search' }], return_last_frame: true`,
	),
	'an option that is undefined': request([text('A cat')], `resolution: '720p', ratio: undefined`),
};

/** Literals with values that only the run time knows. */
const open: Readonly<Record<string, string>> = {
	'a text': request(['{ type: "text", text }']),
	'a text of type any': request(['{ type: "text", text: any }']),
	'a source': request(['{ type: "image_url", image_url: { url: text } }']),
	'a role': request(['{ type: "image_url", image_url: { url: text }, role }', first]),
	'an item of one of two types': request([text('@image1'), 'item']),
	'a list of items': `{ model: 'seedance-2.0-ultra', content: items, resolution: '720p' }`,
	'a duration': request([text('A cat')], `resolution: '720p', duration: seconds`),
	everything: 'any',
};

const modules = (literals: Readonly<Record<string, string>>): Record<string, string> =>
	Object.fromEntries(
		Object.entries(literals).map(([name, literal]) => [
			name,
			`import { defineRequest, type ContentItem, type ImageRole } from 'seedance-builder';
declare const any: any;
declare const text: string;
declare const seconds: number;
declare const role: ImageRole;
declare const item: ContentItem;
declare const items: ContentItem[];
export const request = defineRequest(${literal});
export const used = [any, text, seconds, role, item, items];
`,
		]),
	);

const literalsOf = (programs: Readonly<Record<string, readonly [string, string]>>): Record<string, string> =>
	Object.fromEntries(Object.entries(programs).map(([name, [literal]]) => [name, literal]));

describe.each(Object.keys(compilers) as CompilerVersion[])('TypeScript %s', (version) => {
	let errors: ReadonlyMap<string, string>;
	let accepted: ReadonlyMap<string, string>;

	beforeAll(async () => {
		const refused = modules({ ...literalsOf(wrong), ...literalsOf(unknownFields) });
		({ errors } = await compile(version, 'define-request-wrong', refused));
		({ errors: accepted } = await compile(version, 'define-request-right', {
			...modules(right),
			...Object.fromEntries(Object.entries(modules(open)).map(([name, text]) => [`open: ${name}`, text])),
		}));
	}, 120_000);

	test.each(Object.entries({ ...wrong, ...unknownFields }))('refuses %s in one error', (name, [, sentence]) => {
		const said = errors.get(name) ?? '';
		expect(said.match(/error TS/g)).toHaveLength(1);
		expect(said.replaceAll('\\"', '"')).toContain(sentence);
	});

	test('accepts what is right, and what only the run time knows', () => {
		expect(Object.fromEntries(accepted)).toStrictEqual({});
	});
});

const evaluate = (literal: string): unknown => JSON.parse(JSON.stringify(valueOf(literal)));
// oxlint-disable-next-line typescript/no-implied-eval -- the literals are those above
const valueOf = (literal: string): unknown => new Function(`return (${literal});`)() as unknown;

test.each(Object.entries(wrong))('the run time says the same of %s', (_, [literal, sentence]) => {
	const result = safeParseRequest(evaluate(literal));
	expect(!result.success && result.error.issues.map(({ message }) => message)).toContain(sentence);
});

test.each(Object.entries(right))('the run time accepts %s', (_, literal) => {
	expect(safeParseRequest(evaluate(literal)).success).toBe(true);
});
