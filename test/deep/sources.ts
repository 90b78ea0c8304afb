import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { media, type MediaHandle } from 'seedance-builder';
import type { Argument } from './chain.js';
import { asAny, constants, dynamic, literal, orUndefined, quoted, typed, type Mix } from './values.js';

/** A medium's kind, as the sources below are made for it. */
export type Kind = 'image' | 'video' | 'audio';

/** A handle: most fit, some name nothing, some are known only by their type, or have a URL that is. */
export function handle(kind: Kind, { wrong, dynamic: typeOnly }: Mix): Arbitrary<Argument> {
	return fc.oneof(
		// Half of them are one of two handles, so that a chain has the same one several times.
		{ weight: 6, arbitrary: constants(goodSources[kind].slice(0, 2).map((url) => handleOf(kind, literal(url)))) },
		{ weight: 6, arbitrary: constants(goodSources[kind].map((url) => handleOf(kind, literal(url)))) },
		{ weight: wrong, arbitrary: constants(badSources[kind].map((url) => handleOf(kind, literal(url)))) },
		{ weight: typeOnly, arbitrary: dynamicSource(kind).map((source) => handleOf(kind, source)) },
		{ weight: typeOnly, arbitrary: constants(goodSources[kind].map((url) => asAny(handleOf(kind, literal(url))))) },
	);
}

/** Some handles of these kinds in a list: a tuple, or an array whose length only the run time knows. */
export function handleList(kinds: readonly Kind[], mix: Mix): Arbitrary<Argument> {
	const handles = fc.array(
		fc.constantFrom(...kinds).chain((kind) => handle(kind, mix)),
		{ minLength: 1, maxLength: 3 },
	);
	return fc.oneof(
		{ weight: 4, arbitrary: handles.map((items) => listOf(items)) },
		{ weight: mix.dynamic, arbitrary: handles.map((items) => arrayOf(items)) },
	);
}

/** A source for a frame verb: a source of an image, or one that may be `undefined`. */
export function frame(mix: Mix): Arbitrary<Argument> {
	return fc.oneof(
		{ weight: 20, arbitrary: source('image', mix) },
		{ weight: mix.dynamic * 2, arbitrary: fc.constantFrom(...goodSources.image).chain(orUndefined) },
		{ weight: mix.dynamic, arbitrary: fc.constantFrom(...badSources.image).chain(orUndefined) },
	);
}

/** A source for a slot of this kind: most fit, some don't, some are known only by their type. */
function source(kind: Kind, mix: Mix): Arbitrary<Argument> {
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

/**
 * A source, or several as a spread: of a tuple, or of an array of unknown length. Now and then what should have been spread: a
 * list, or what may be `undefined`.
 */
export function sources(kind: Kind, mix: Mix): Arbitrary<Argument> {
	const good = fc.array(fc.constantFrom(...goodSources[kind]), { maxLength: 3 });
	return fc.oneof(
		{ weight: 20, arbitrary: source(kind, mix) },
		{ weight: 1, arbitrary: good.map((urls) => spread(urls, 'const')) },
		{ weight: 1, arbitrary: fc.array(handle(kind, mix), { maxLength: 4 }).map((handles) => spreadOf(listOf(handles))) },
		{ weight: mix.wrong, arbitrary: unspread(kind, mix) },
		// At run time it holds something: the compiler must reckon with that.
		...spreads.map((type) => ({
			weight: mix.dynamic,
			arbitrary: fc.constantFrom(...goodSources[kind]).map((url) => spread([url], type)),
		})),
	);
}

/** Every kind. */
export const allKinds: readonly Kind[] = ['image', 'video', 'audio'];

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

/** A handle of this kind for a source. */
export function handleOf(kind: Kind, { source, values: [value], isLiteral }: Argument): Argument {
	const make = media[kind] as (source: unknown) => MediaHandle;
	return { source: `media.${kind}(${source})`, values: [make(value)], isLiteral };
}

/** A tuple of these arguments. */
function listOf(items: readonly Argument[]): Argument {
	return {
		source: `[${items.map(({ source }) => source).join(', ')}]`,
		values: [items.flatMap(({ values }) => values)],
		isLiteral: items.every(({ isLiteral }) => isLiteral),
	};
}

/** An array of these arguments. The compiler knows the type of its items. */
function arrayOf(items: readonly Argument[]): Argument {
	const { source, values } = listOf(items);
	return { source: `${source}.slice()`, values, isLiteral: false };
}

/** The items of a list as arguments. */
function spreadOf({ source, values: [items], isLiteral }: Argument): Argument {
	return { source: `...(${source} as const)`, values: items as readonly unknown[], isLiteral };
}

/** What a reference verb takes only as a spread. */
function unspread(kind: Kind, mix: Mix): Arbitrary<Argument> {
	const good = fc.constantFrom(...goodSources[kind]);
	const list = fc.array(source(kind, { ...mix, wrong: 0 }), { maxLength: 2 });
	return fc.oneof(list.map(listOf), list.map(arrayOf), fc.constant(literal(undefined)), good.chain(orUndefined));
}

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

/** What a spread may be known as. `maybe` is a tuple or an empty one: which, the run time knows. */
const spreads = ['string[]', 'any[]', 'any', 'maybe'] as const;

function spread(urls: readonly string[], type: 'const' | (typeof spreads)[number]): Argument {
	const list = `[${urls.map(quoted).join(', ')}]`;
	const source = type === 'maybe' ? `(Math.random() < 2 ? (${list} as const) : ([] as const))` : `(${list} as ${type})`;
	return { source: `...${source}`, values: urls, isLiteral: type === 'const' };
}
