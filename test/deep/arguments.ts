import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { media, type MediaHandle } from 'seedance-builder';
import type { Argument } from './chain.js';

/** A medium's kind, as the sources below are made for it. */
export type Kind = 'image' | 'video' | 'audio';

/** How often an argument breaks a rule, and is known only by its type, beside one that is literal and right: weights. */
export interface Mix {
	readonly wrong: number;
	readonly dynamic: number;
}

/**
 * A prompt: pieces in a row, one of which may be known only by its type. Then it is a template, as users write it, or the
 * whole is known only as `string`.
 */
export function prompt({ wrong, dynamic }: Mix): Arbitrary<Argument> {
	const literals = fc.array(literalPiece(), { minLength: 1, maxLength: 4 });
	const mixed = fc.array(fc.oneof(literalPiece(), dynamicPiece()), { minLength: 1, maxLength: 5 });
	return fc.oneof(
		{ weight: 20, arbitrary: literals.map(promptOf) },
		{ weight: wrong, arbitrary: constants(blanks.map(literal)) },
		{ weight: dynamic * 3, arbitrary: mixed.map(promptOf) },
		{ weight: dynamic, arbitrary: literalPiece().map(({ text }) => typed(text, 'string')) },
		{ weight: dynamic, arbitrary: literalPiece().map(({ text }) => typed(text, 'any')) },
		{ weight: dynamic, arbitrary: literalPiece().map(({ text }) => oneOf(text || ' ', 'A cat')) },
	);
}

/**
 * A prompt's template: pieces in a row, among them handles of these kinds, now and then of another. It is literal where
 * no piece of text says anything that only the run time reads: a placeholder by hand, or nothing at all.
 */
export function template(kinds: readonly Kind[], mix: Mix): Arbitrary<Argument> {
	const text = fc.oneof({ weight: 8, arbitrary: templateText() }, { weight: mix.wrong, arbitrary: literalPiece() });
	const span = fc.oneof(
		{ weight: 8, arbitrary: fc.constantFrom(...kinds).chain((kind) => handle(kind, mix)) },
		{ weight: mix.wrong, arbitrary: fc.constantFrom(...allKinds).chain((kind) => handle(kind, mix)) },
		{ weight: 2, arbitrary: fc.constantFrom('cat', 2).map(literal) },
	);
	const pairs = fc.array(fc.tuple(text, span), { minLength: 1, maxLength: 6 });
	return fc.tuple(pairs, text).map(([pairs, last]) => templateOf(pairs, last));
}

/** A handle: most fit, some name nothing, some are known only by their type. */
function handle(kind: Kind, { wrong, dynamic: typeOnly }: Mix): Arbitrary<Argument> {
	return fc.oneof(
		{ weight: 12, arbitrary: constants(goodSources[kind].map((url) => handleOf(kind, literal(url)))) },
		{ weight: wrong, arbitrary: constants(badSources[kind].map((url) => handleOf(kind, literal(url)))) },
		{ weight: typeOnly, arbitrary: dynamicSource(kind).map((source) => handleOf(kind, source)) },
		{ weight: typeOnly, arbitrary: constants(goodSources[kind].map((url) => asAny(handleOf(kind, literal(url))))) },
	);
}

/** A source for a slot of this kind: most fit, some don't, some are known only by their type. */
export function source(kind: Kind, mix: Mix): Arbitrary<Argument> {
	const others = allKinds.filter((other) => other !== kind);
	return fc.oneof(
		{ weight: 20, arbitrary: constants(goodSources[kind].map(literal)) },
		{ weight: 4, arbitrary: handle(kind, mix) },
		{ weight: mix.wrong, arbitrary: constants(badSources[kind].map(literal)) },
		// Its own URL is right: beside a source of type `any`, the compiler would say nothing of its kind.
		{ weight: mix.wrong, arbitrary: fc.constantFrom(...others).chain((other) => handle(other, { ...mix, wrong: 0 })) },
		{ weight: mix.dynamic, arbitrary: dynamicSource(kind) },
	);
}

/** A source, or several as a spread: of a tuple, or of an array of unknown length. */
export function sources(kind: Kind, mix: Mix): Arbitrary<Argument> {
	const good = fc.array(fc.constantFrom(...goodSources[kind]), { maxLength: 3 });
	return fc.oneof(
		{ weight: 20, arbitrary: source(kind, mix) },
		{ weight: 1, arbitrary: good.map((urls) => spread(urls, 'const')) },
		// At run time it holds something: the compiler must reckon with that.
		...spreads.map((type) => ({
			weight: mix.dynamic,
			arbitrary: fc.constantFrom(...goodSources[kind]).map((url) => spread([url], type)),
		})),
	);
}

/** A resolution: in range mostly, out of range, `undefined`, or known only by its type. */
export function resolution(mix: Mix): Arbitrary<Argument> {
	return choice(mix, ['720p', '1080p', '2k'], ['4k', '2K', '480p', ''], `'720p' | '2k'`);
}

/** A ratio: in range mostly, out of range, `undefined`, or known only by its type. */
export function ratio(mix: Mix): Arbitrary<Argument> {
	return choice(
		mix,
		['16:9', '4:3', '1:1', '3:4', '9:16', '21:9', 'adaptive'],
		['5:4', '16x9', ''],
		`'16:9' | 'adaptive'`,
	);
}

/** A duration: in range mostly, out of range, `undefined`, or known only by its type. */
export function duration({ wrong, dynamic: typeOnly }: Mix): Arbitrary<Argument> {
	return fc.oneof(
		{ weight: 20, arbitrary: fc.integer({ min: 4, max: 15 }).map(literal) },
		{ weight: wrong, arbitrary: constants([-5, -1, 0, 1, 3, 16, 20, 1000, 3.5, 4.5, 14.999, 1e21].map(literal)) },
		{ weight: 1, arbitrary: fc.constant(literal(undefined)) },
		{ weight: typeOnly, arbitrary: constants([5, 20].map((seconds) => dynamic(`Number(${seconds})`, seconds))) },
		{ weight: typeOnly, arbitrary: fc.constant(typed(undefined, 'number | undefined')) },
		{ weight: typeOnly, arbitrary: constants([5, 20].map((seconds) => typed(seconds, 'any'))) },
		{ weight: typeOnly, arbitrary: constants([4, 16].map((seconds) => oneOf(seconds, 5))) },
	);
}

/** A switch: on, off, `undefined`, or known only by its type. */
export function flag({ dynamic }: Mix): Arbitrary<Argument> {
	return fc.oneof(
		{ weight: 20, arbitrary: constants([true, false, undefined].map(literal)) },
		{ weight: dynamic, arbitrary: constants([true, false].map((on) => typed(on, 'boolean'))) },
		{ weight: dynamic, arbitrary: constants([true, undefined].map((on) => typed(on, 'boolean | undefined'))) },
		{ weight: dynamic, arbitrary: constants([true, undefined].map((on) => typed(on, 'true | undefined'))) },
		{ weight: dynamic, arbitrary: constants([true, false, undefined].map((on) => typed(on, 'any'))) },
	);
}

const allKinds: readonly Kind[] = ['image', 'video', 'audio'];

const remote = [
	'https://example.com/a',
	'http://example.com/b',
	'asset://c',
	'https://d?e=https://f',
	'http://localhost/g',
];
const goodSources: Readonly<Record<Kind, readonly string[]>> = {
	image: [...remote, 'data:image/png;base64,AAAA', 'data:image/svg+xml;base64,AA=='],
	video: remote,
	audio: [...remote, 'data:audio/wav;base64,AAAA'],
};

const nowhere = [
	'',
	'cat.jpg',
	'ftp://example.com/a',
	'HTTPS://example.com/a',
	' https://example.com/a',
	'data:image/png',
	'https://',
	'http:///a',
	'https://:80',
	'asset://',
	'Asset://a',
	'https://exa mple.com',
	'asset://a\n',
	'https://https://example.com',
	'asset://data:image/png;base64,AAAA',
	'blob:https://example.com/a',
	'FILE:///a',
	'./a',
	'../a',
	'/a',
];
const badSources: Readonly<Record<Kind, readonly string[]>> = {
	image: [
		...nowhere,
		'data:video/mp4;base64,AAAA',
		'data:audio/wav;base64,AAAA',
		'data:image/png,AAAA',
		'data:image/png;base64,',
		'data:image/;base64,AAAA',
		'data:image/png;base64,data:image/png;base64,AAAA',
		'DATA:image/png;base64,AAAA',
	],
	video: [...nowhere, 'data:video/mp4;base64,AAAA', 'data:image/png;base64,AAAA'],
	audio: [
		...nowhere,
		'data:video/mp4;base64,AAAA',
		'data:image/png;base64,AAAA',
		'data:audio/wav,AAAA',
		'data:audio/wav;base64,',
		'data:audio/;base64,AAAA',
		'data:audio/wav;base64,https://a',
	],
};

const blanks = ['', ' ', '\n\t', '\u3000\u00a0', '\ufeff', '\u200b'];

const words = [
	'A cat',
	' ',
	' meets ',
	'\n',
	'"\'`',
	'\\',
	'${x}',
	'猫',
	'😀',
	'@',
	'@@',
	'@images',
	'@image',
	'@Image9',
	'@vide',
];
const addresses = ['me@example.com', 'me@image.com', 'me@image1.com', 'git@image3:repo', 'x_@video7', '9@audio2'];
const near = ['@Image1', '@IMAGE2', '@imagE9', '@image 1', '@Video 1', '@aUdio1', '@图片1', '@视频2', '@音频1'];
const notNear = [
	'[Image 1]',
	'Image 1',
	'<Image_1>',
	'me@Image1',
	'@image  1',
	'@图片 1',
	'@images 1',
	'@ image1',
	'@İmage1',
];
const noAddresses = ['猫@image1', 'é@video1', '(@image2)', 'castle.@image1', '１@audio1', '-@image9'];
const numbers = [
	'1',
	'1',
	'1',
	'1',
	'1',
	'1',
	'1',
	'1',
	'2',
	'2',
	'2',
	'3',
	'4',
	'9',
	'0',
	'01',
	'10',
	'12',
	'1x',
	'2x',
	'１',
	'1234567890123456789012',
];
const numbered = (['image', 'video', 'audio'] as const).flatMap((kind) => numbers.map((number) => `@${kind}${number}`));

/** A piece of a prompt. */
export interface Piece {
	readonly text: string;

	/** The expression inside `${}`, where the piece is known only by its type. */
	readonly expression?: string;
}

function literalPiece(): Arbitrary<Piece> {
	return fc
		.oneof(
			{ weight: 5, arbitrary: fc.constantFrom(...words) },
			{ weight: 4, arbitrary: fc.constantFrom(...numbered) },
			{ weight: 1, arbitrary: fc.constantFrom(...addresses) },
			{ weight: 1, arbitrary: fc.constantFrom(...noAddresses) },
			{ weight: 1, arbitrary: fc.constantFrom(...near) },
			{ weight: 1, arbitrary: fc.constantFrom(...notNear) },
		)
		.map((text) => ({ text }));
}

function dynamicPiece(): Arbitrary<Piece> {
	return fc.oneof(
		fc.constantFrom('', ' ', 'x', '1', '@image2').map((text) => ({ text, expression: `${quoted(text)} as string` })),
		fc.constantFrom(0, 1, 12).map((number) => ({ text: String(number), expression: `Number(${number})` })),
	);
}

function promptOf(pieces: readonly Piece[]): Argument {
	const text = pieces.map(({ text }) => text).join('');
	if (pieces.every(({ expression }) => expression === undefined)) return literal(text);
	const parts = pieces.map(({ text, expression }) => (expression === undefined ? escaped(text) : `\${${expression}}`));
	return dynamic(`\`${parts.join('')}\``, text);
}

/** Text that no digit and no placeholder is read from, as most of a prompt is. */
function templateText(): Arbitrary<Piece> {
	return fc.constantFrom('', ' ', 'A cat ', ' meets ', '2', '@', '@image', '`${x}\\').map((text) => ({ text }));
}

/** A template of these pieces, each with the span that follows it, and the last one. */
export function templateOf(pairs: readonly (readonly [Piece, Argument])[], last: Piece): Argument {
	const texts = [...pairs.map(([text]) => text), last].map(({ text }) => text);
	const spans = pairs.map(([, span]) => span);
	const values = spans.flatMap(({ values }) => values);
	const written = pairs.map(([text, { source }]) => `${escaped(text.text)}\${${source}}`);
	const prose = pairs.map(([{ text }], index) => text + proseOf(values[index])).join('') + last.text;
	return {
		source: `\`${written.join('')}${escaped(last.text)}\``,
		values: [Object.assign([...texts], { raw: texts }), ...values],
		isLiteral:
			spans.every(({ isLiteral }) => isLiteral) && !/@(?:(?:image|video|audio) ?\d|图片|视频|音频)|^\s*$/i.test(prose),
	};
}

/** A span as the placeholder search reads it: a handle is something, and no number. */
function proseOf(span: unknown): string {
	return typeof span === 'string' || typeof span === 'number' ? String(span) : '…';
}

/** A handle of this kind for a source. */
export function handleOf(kind: Kind, { source, values: [value], isLiteral }: Argument): Argument {
	const make = media[kind] as (source: unknown) => MediaHandle;
	return { source: `media.${kind}(${source})`, values: [make(value)], isLiteral };
}

const escaped = (text: string): string => text.replaceAll(/[\\`$]/g, '\\$&').replaceAll('\n', '\\n');

function dynamicSource(kind: Kind): Arbitrary<Argument> {
	const urls = constants(
		['https://example.com/a', 'ftp://example.com/a'].map((url) => dynamic(`new URL(${quoted(url)})`, new URL(url))),
	);
	const texts = constants(
		[goodSources[kind][0]!, 'cat.jpg'].flatMap((url) => [typed(url, 'string'), typed(url, 'any')]),
	);
	const templates = constants([dynamic("`${'https://example.com' as string}/a`", 'https://example.com/a')]);
	return fc.oneof(urls, texts, templates);
}

function choice({ wrong, dynamic }: Mix, good: string[], bad: string[], type: string): Arbitrary<Argument> {
	return fc.oneof(
		{ weight: 20, arbitrary: constants(good.map(literal)) },
		{ weight: wrong, arbitrary: constants(bad.map(literal)) },
		{ weight: 1, arbitrary: fc.constant(literal(undefined)) },
		{ weight: dynamic, arbitrary: fc.constant(typed(good[0], type)) },
		// It is undefined at run time: the compiler must reckon with that.
		{ weight: dynamic, arbitrary: fc.constant(typed(undefined, `${type} | undefined`)) },
		{ weight: dynamic, arbitrary: constants([...good, ...bad].map((text) => typed(text, 'any'))) },
	);
}

/** A value that the compiler knows. */
export function literal(value: string | number | boolean | undefined): Argument {
	return { source: typeof value === 'string' ? quoted(value) : String(value), values: [value], isLiteral: true };
}

function dynamic(source: string, value: unknown): Argument {
	return { source, values: [value], isLiteral: false };
}

/** The same value, known as `any`. */
function asAny({ source, values: [value] }: Argument): Argument {
	return dynamic(`(${source} as any)`, value);
}

function typed(value: string | number | boolean | undefined, type: string): Argument {
	return dynamic(`${value === undefined ? '(undefined as unknown)' : literal(value).source} as ${type}`, value);
}

/** One of two values: the first at run time, while the compiler must reckon with it and knows of no more. */
function oneOf(value: string | number, other: string | number): Argument {
	const [one, two] = [literal(value).source, literal(other).source];
	return { source: `${one} as ${one} | ${two}`, values: [value], isLiteral: true };
}

/** What a spread may be known as. `maybe` is a tuple or an empty one: which, the run time knows. */
const spreads = ['string[]', 'any[]', 'any', 'maybe'] as const;

function spread(urls: readonly string[], type: 'const' | (typeof spreads)[number]): Argument {
	const list = `[${urls.map(quoted).join(', ')}]`;
	const source = type === 'maybe' ? `(Math.random() < 2 ? (${list} as const) : ([] as const))` : `(${list} as ${type})`;
	return { source: `...${source}`, values: urls, isLiteral: type === 'const' };
}

function constants(values: readonly Argument[]): Arbitrary<Argument> {
	return fc.constantFrom(...values);
}

const quoted = (text: string): string => JSON.stringify(text);
