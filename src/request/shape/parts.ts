import * as z from 'zod/mini';
// By its own name: the types of a request refer to it, and a reference by the namespace makes the compiler of whoever uses
// them resolve everything that zod exports.
import type { ZodMiniOptional, ZodMiniType } from 'zod/mini';
import type { RuleId, Subject } from '../../rules.js';

/** A part of the shape, by the value that it gives. */
export interface Part<out Value> extends ZodMiniType<Value> {}

/** A part that is one of several values. It names them as a list, so that declarations keep their order. */
export interface OneOf<out Values extends readonly unknown[]> extends Part<Values[number]> {}

/** A part that may be left out. `undefined` counts as left out. */
export interface Optional<out Given extends Part<unknown>> extends ZodMiniOptional<Given> {}

/** The value of a part. */
export type ValueOf<Given extends Part<unknown>> = Given['_zod']['output'];

/** The values of fields, read-only. A field that is given is never `undefined`. */
export type ValuesOf<Fields extends Readonly<Record<string, Part<unknown>>>> = {
	readonly [Name in keyof Fields]: Exclude<ValueOf<Fields[Name]>, undefined>;
};

/** How an issue describes a part of the shape. */
export interface Description {
	/** What the part is called. @default the name of its field */
	readonly name?: string;

	/** The rule that a wrong value breaks. @default "shape" */
	readonly rule?: RuleId;

	/** What the value must be, in words. Without them, an issue lists the values. */
	readonly expected?: string;

	/** The sentence for a wrong value that has one of its own. */
	readonly sentence?: (given: unknown, subject: Subject) => string | undefined;
}

/** The description of each part that has one. */
export const descriptions = new WeakMap<z.core.$ZodType, Description>();

/** Describes a part of the shape. */
export function described<Described extends z.core.$ZodType>(description: Description, part: Described): Described {
	descriptions.set(part, description);
	return part;
}

/** A part that is one of several values. */
export function oneOf<const Values extends readonly (string | number)[]>(
	values: Values,
	description: Description = {},
): OneOf<Values> {
	return described(description, z.literal(values));
}

/** A part that may be left out. */
export function optional<Given extends Part<unknown>>(part: Given): Optional<Given> {
	return z.optional(part);
}
