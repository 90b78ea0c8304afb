import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import type { Argument } from './chain.js';

/** How often an argument breaks a rule, and is known only by its type, beside one that is literal and right: weights. */
export interface Mix {
	readonly wrong: number;
	readonly dynamic: number;
}

/** A value that has a literal, or `undefined`. */
export type Primitive = string | number | boolean | undefined;

/** A value that the compiler knows. */
export function literal(value: Primitive): Argument {
	return { source: typeof value === 'string' ? quoted(value) : String(value), values: [value], isLiteral: true };
}

/** A value of an expression whose value the compiler doesn't know. */
export function dynamic(source: string, value: unknown): Argument {
	return { source, values: [value], isLiteral: false };
}

/** A value that is known only by its type. */
export function typed(value: Primitive, type: string): Argument {
	return dynamic(`${value === undefined ? '(undefined as unknown)' : literal(value).source} as ${type}`, value);
}

/** The same value, known as `any`. */
export function asAny({ source, values: [value] }: Argument): Argument {
	return dynamic(`(${source} as any)`, value);
}

/** One of two values: the first at run time, while the compiler must reckon with it and knows of no more. */
export function oneOf(value: string | number, other: string | number): Argument {
	const [one, two] = [literal(value).source, literal(other).source];
	return { source: `${one} as ${one} | ${two}`, values: [value], isLiteral: true };
}

/**
 * The value or `undefined`, known as one of both, or as a literal `undefined`. The compiler reads a literal `undefined` like a
 * type that allows more, so that what it refuses is judged with the value as well.
 */
export function orUndefined(value: string): Arbitrary<Argument> {
	return constants(
		['string', quoted(value)]
			.map((type) => `${type} | undefined`)
			.flatMap((type) => [
				{ ...typed(value, type), others: [[undefined]] },
				{ ...typed(undefined, type), others: [[value]] },
			])
			.concat({ source: 'undefined', values: [undefined], others: [[value]], isLiteral: false }),
	);
}

/** One of these arguments. */
export function constants(values: readonly Argument[]): Arbitrary<Argument> {
	return fc.constantFrom(...values);
}

/** The text as a literal. */
export function quoted(text: string): string {
	return JSON.stringify(text);
}
