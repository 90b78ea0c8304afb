import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import type { Argument } from './chain.js';
import { constants, dynamic, literal, oneOf, typed, type Mix } from './values.js';

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

/**
 * Several options as an object: any of them, with values as the verbs of the options have them, and now and then one that there
 * isn't. Or an object that is known only by its type.
 */
export function options(mix: Mix): Arbitrary<Argument> {
	const fields = fc.record(
		{
			resolution: resolution(mix),
			ratio: ratio(mix),
			duration: duration(mix),
			generateAudio: flag(mix),
			watermark: flag(mix),
			returnLastFrame: flag(mix),
		},
		{ requiredKeys: [] },
	);
	const unknown = fc.tuple(fields, fc.constantFrom(...unknownOptions));
	const right = fc.record(
		{ resolution: resolution(none), ratio: ratio(none), duration: duration(none) },
		{ requiredKeys: [] },
	);
	return fc.oneof(
		{ weight: 20, arbitrary: fields.map(objectOf) },
		{ weight: mix.wrong, arbitrary: unknown.map(([fields, name]) => objectOf({ ...fields, [name]: literal(1) })) },
		...['VideoOptions', 'any'].map((type) => ({
			weight: mix.dynamic,
			arbitrary: right.map((fields) => ofType(type, objectOf(fields))),
		})),
	);
}

/** `.options()` with a resolution alone. */
export function resolutionAlone(mix: Mix): Arbitrary<Argument> {
	return resolution(mix).map((resolution) => objectOf({ resolution }));
}

const none: Mix = { wrong: 0, dynamic: 0 };

/** Names that are no option's: like none, like one, an option's in other APIs, and what the verbs collect. */
const unknownOptions = ['style', 'resolutoin', 'seed', 'content', 'model'];

/** An object of these fields. Of those that may be `undefined`, all may be at once. */
function objectOf(fields: Readonly<Record<string, Argument>>): Argument {
	const entries = Object.entries(fields);
	const valuesOf = (value: (field: Argument) => unknown): object =>
		Object.fromEntries(entries.map(([name, field]) => [name, value(field)]));
	const isOpen = entries.some(([, { others }]) => others !== undefined);
	return {
		source: `{ ${entries.map(([name, { source }]) => `${name}: ${source}`).join(', ')} }`,
		values: [valuesOf(({ values: [value] }) => value)],
		...(isOpen && { others: [[valuesOf(({ values, others }) => (others?.[0] ?? values)[0])]] }),
		isLiteral: entries.every(([, { isLiteral }]) => isLiteral),
	};
}

/** The object, known only by a type that allows an empty one. */
function ofType(type: string, { source, values }: Argument): Argument {
	return { source: `(${source} as ${type})`, values, others: [[{}]], isLiteral: false };
}

const maybe: Pick<Argument, 'others'> = { others: [[undefined]] };

function choice({ wrong, dynamic }: Mix, good: string[], bad: string[], type: string): Arbitrary<Argument> {
	return fc.oneof(
		{ weight: 20, arbitrary: constants(good.map(literal)) },
		{ weight: wrong, arbitrary: constants(bad.map(literal)) },
		{ weight: 1, arbitrary: fc.constant(literal(undefined)) },
		{ weight: dynamic, arbitrary: fc.constant(typed(good[0], type)) },
		{ weight: dynamic, arbitrary: fc.constant(typed(undefined, `${type} | undefined`)) },
		{ weight: dynamic, arbitrary: fc.constant({ ...typed(good[0], `${type} | undefined`), ...maybe }) },
		{ weight: dynamic, arbitrary: constants([...good, ...bad].map((text) => ({ ...typed(text, 'any'), ...maybe }))) },
	);
}
