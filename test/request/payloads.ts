import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { safeParseRequest, type VideoRequest } from '../../src/index.js';
import { mediaKinds, spec, type MediaKind } from '../../src/spec.js';

/** A valid request of any mode, as JSON: with any text, sources that are hard to quote, and images without a role. */
export function payload(): Arbitrary<VideoRequest> {
	return fc
		.record({ content: content(), options: options() })
		.map(({ content, options: { tools, ...options } }) => ({
			model: spec.model,
			content,
			...options,
			...(tools !== undefined && content.every(({ type }) => type === 'text') && { tools }),
		}))
		.filter((request) => safeParseRequest(request).success) as unknown as Arbitrary<VideoRequest>;
}

/** The request with the role that the API takes a sole image without one for. */
export function withRoles(request: VideoRequest): unknown {
	const content = request.content.map((item) =>
		item.type === 'image_url' && item.role === undefined ? { ...item, role: 'first_frame' } : item,
	);
	return { ...request, content };
}

interface Item {
	readonly type: string;
}

function options() {
	return fc.record(
		{
			resolution: fc.constantFrom(...spec.resolutions),
			ratio: fc.constantFrom(...spec.ratios),
			duration: fc.constantFrom(...spec.durations),
			generate_audio: fc.boolean(),
			watermark: fc.boolean(),
			return_last_frame: fc.boolean(),
			tools: fc.constant([{ type: 'web_search' }]),
		},
		{ requiredKeys: ['resolution'] },
	);
}

function content(): Arbitrary<readonly Item[]> {
	const text = textItem([]).map((item) => [item]);
	const maybeText = (counts: readonly number[]): Arbitrary<readonly Item[]> =>
		fc.oneof(
			{ weight: 1, arbitrary: fc.constant([]) },
			{ weight: 3, arbitrary: textItem(counts).map((item) => [item]) },
		);
	const image = (role?: string) => medium('image', role);
	return fc.oneof(
		text,
		fc
			.tuple(maybeText([1]), image(), fc.boolean())
			.map(([text, { type, ...frame }, hasRole]) => [
				...text,
				{ type, ...frame, ...(hasRole && { role: 'first_frame' }) },
			]),
		fc
			.tuple(maybeText([2]), image('first_frame'), image('last_frame'))
			.map(([text, ...frames]) => [...text, ...frames]),
		fc
			.tuple(fc.nat(spec.media.image.most), fc.nat(spec.media.video.most), fc.nat(spec.media.audio.most))
			.filter(([images, videos]) => images + videos > 0)
			.chain((counts) =>
				fc
					.tuple(maybeText(counts), ...mediaKinds.map((kind, index) => references(kind, counts[index]!)))
					.map((parts) => parts.flat()),
			),
	);
}

function references(kind: MediaKind, count: number): Arbitrary<readonly Item[]> {
	return fc.array(medium(kind, `reference_${kind}`), { minLength: count, maxLength: count });
}

function medium(kind: MediaKind, role?: string): Arbitrary<Item> {
	const { type } = spec.media[kind];
	return source(kind).map((url) => ({ type, [type]: { url }, ...(role !== undefined && { role }) }));
}

const quotes = ['"', "'", '`', '\\', '${', '}', '\\n', '\\u0041', "\\'", '*/', '//', '</script>', '%s', '{slot}'];
const spaces = ['\n', '\r\n', '\t', '\u00a0', '\u0085', '\u2028', '\u2029', '\ufeff', '\0', '\u001b', '\u007f'];
const letters = ['\ud800', '\udc00', '\u202e', '\u200d', '😀', 'é', '中文'];
const shell = [
	'$(id)',
	'$HOME',
	'$5',
	'!',
	'!!',
	'&&',
	'|',
	';',
	'*',
	'?',
	'~',
	'#',
	'^',
	'-d',
	'@',
	'JSON',
	'\nJSON\n',
];
const addresses = ['@ image1', 'me@image7.com', 'me@Image1', '@images', '@image', '@here', '@file.json'];

/** What is hard to write as a literal, for a shell or as JSON, or looks like a placeholder and is none. */
const pieces = [...quotes, ...spaces, ...letters, ...shell, ...addresses, 'as string', 'Shot 1 (0-4s): dawn'];

function textItem(counts: readonly number[]): Arbitrary<Item> {
	const placeholders = mediaKinds.flatMap((kind, index) =>
		Array.from({ length: counts[index] ?? 0 }, (_, number) => ` @${kind}${number + 1} `),
	);
	const piece = fc.oneof(fc.constantFrom(...pieces, ...placeholders), fc.string({ unit: 'binary' }), fc.lorem());
	return fc
		.array(piece, { minLength: 1, maxLength: 8 })
		.map((pieces) => `A cat ${pieces.join('')}`)
		.map((text) => ({ type: 'text', text }));
}

const quotedPaths = ["a'b", 'a"b', 'a`b', 'a\\b', 'a$b', '$(id)', '!!'];
const paths = [...quotedPaths, 'a&b=c;d', 'a|b', '[1]{2}', 'ü', 'a%20b', 'x;base64,https://b.c/', ''];

function source(kind: MediaKind): Arbitrary<string> {
	const { base64 } = spec.media[kind];
	const host = fc.constantFrom(
		'https://example.com',
		'http://localhost:8080',
		'http://10.0.0.1',
		'https://[::1]',
		'https://例え.jp',
	);
	const url = fc.tuple(host, fc.constantFrom(...paths)).map(([host, path]) => `${host}/${path}`);
	const asset = fc.constantFrom(...paths).map((path) => `asset://asset-${path}`);
	const data = fc.tuple(fc.constantFrom('png', 'wav', 'svg+xml'), fc.base64String({ minLength: 4, maxLength: 400 }));
	return base64 === undefined
		? fc.oneof(url, asset)
		: fc.oneof(
				url,
				asset,
				data.map(([format, data]) => `${base64}${format};base64,${data}`),
			);
}
