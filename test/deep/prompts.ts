import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import type { Argument } from './chain.js';
import { allKinds, handle, handleList, type Kind } from './sources.js';
import { constants, dynamic, literal, oneOf, orUndefined, quoted, typed, type Mix } from './values.js';

/**
 * A prompt: pieces in a row, one of which may be known only by its type. Then it is a template, as users write it, or the
 * whole is known only as `string`.
 */
export function prompt({ wrong, dynamic: typeOnly }: Mix): Arbitrary<Argument> {
	const literals = fc.array(literalPiece(), { minLength: 1, maxLength: 4 });
	const mixed = fc.array(fc.oneof(literalPiece(), dynamicPiece()), { minLength: 1, maxLength: 5 });
	return fc.oneof(
		{ weight: 20, arbitrary: literals.map(promptOf) },
		{ weight: wrong, arbitrary: constants(blanks.map(literal)) },
		{ weight: typeOnly * 3, arbitrary: mixed.map(promptOf) },
		{ weight: typeOnly, arbitrary: literalPiece().map(({ text }) => typed(text, 'string')) },
		{ weight: typeOnly, arbitrary: literalPiece().map(({ text }) => typed(text, 'any')) },
		{ weight: typeOnly, arbitrary: literalPiece().map(({ text }) => oneOf(text || ' ', 'A cat')) },
		{ weight: typeOnly, arbitrary: literalPiece().chain(({ text }) => orUndefined(text)) },
	);
}

/**
 * A prompt's template: pieces in a row, among them handles of these kinds and lists of them, now and then of another. It is
 * literal where no piece of text says anything that only the run time reads: a placeholder by hand, or nothing at all.
 */
export function template(kinds: readonly Kind[], mix: Mix): Arbitrary<Argument> {
	const text = fc.oneof({ weight: 8, arbitrary: templateText() }, { weight: mix.wrong, arbitrary: literalPiece() });
	const span = fc.oneof(
		{ weight: 8, arbitrary: fc.constantFrom(...kinds).chain((kind) => handle(kind, mix)) },
		{ weight: mix.wrong, arbitrary: fc.constantFrom(...allKinds).chain((kind) => handle(kind, mix)) },
		{ weight: 2, arbitrary: handleList(kinds, mix) },
		{ weight: 2, arbitrary: fc.constantFrom('cat', 2).map(literal) },
	);
	const pairs = fc.array(fc.tuple(text, span), { minLength: 1, maxLength: 6 });
	return fc.tuple(pairs, text).map(([pairs, last]) => templateOf(pairs, last));
}

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

/** A span as the placeholder search reads it: a handle, or a list of some, is something, and no number. */
function proseOf(span: unknown): string {
	return typeof span === 'string' || typeof span === 'number' ? String(span) : '…';
}

const escaped = (text: string): string => text.replaceAll(/[\\`$]/g, '\\$&').replaceAll('\n', '\\n');
