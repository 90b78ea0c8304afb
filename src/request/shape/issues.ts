import leven from 'leven';
import type * as z from 'zod/mini';
import type { RequestIssue } from '../../errors/invalid-request-error.js';
import { foreignField, notOneOf, unknownField, wrongType, type Subject } from '../../rules.js';
import { descriptions } from './parts.js';
import { shape } from './shape.js';

/** Turns what the shape found wrong into issues with a rule and a sentence of the catalogue. */
export function shapeIssues(found: readonly z.core.$ZodIssue[], subject: Subject): RequestIssue[] {
	return found.flatMap((issue) => {
		const path = issue.path as (string | number)[];
		const parts = partsAt(path);
		if (issue.code === 'unrecognized_keys') {
			const known = parts.flatMap(fieldsOf).map(([name]) => name);
			return issue.keys.map((key) => ({
				rule: 'unknown-field' as const,
				path: [...path, key],
				message:
					(path.length === 0 ? foreignField(key, subject) : undefined) ?? unknownField(key, suggestion(key, known)),
			}));
		}
		const [part = shape] = parts;
		const { rule = 'shape', name = String(path.at(-1)), expected, sentence } = descriptions.get(part) ?? {};
		const given = givenIn(issue);
		const message =
			sentence?.(given, subject) ??
			(expected ? wrongType(name, given, expected) : notOneOf(name, given, valuesIn(issue)));
		return { rule, path, message };
	});
}

/** Returns the wrong value. Where no item has the type that is given, zod passes the item. */
function givenIn({ code, input }: z.core.$ZodIssue): unknown {
	return code === 'invalid_union' ? (input as { type?: unknown }).type : input;
}

/** Returns the values that zod expected. */
function valuesIn(issue: z.core.$ZodIssue): readonly unknown[] {
	if ('values' in issue) return issue.values;
	return ('options' in issue && issue.options) || [];
}

type Part = z.core.$ZodType;

/** What the definitions of the shape's parts hold. */
interface Definition extends z.core.$ZodTypeDef {
	readonly options?: readonly Part[];
	readonly shape?: Readonly<Record<string, Part>>;
	readonly items?: readonly Part[];
	readonly element?: Part;
	readonly innerType?: Part;
}

const definition = (part: Part): Definition => part._zod.def;

/** The parts of the shape at a path: several where the items of a list differ by their type. */
function partsAt(path: readonly (string | number)[]): readonly Part[] {
	return path.reduce<readonly Part[]>((parts, step) => parts.flatMap((part) => inside(part, String(step))), [shape]);
}

function inside(part: Part, step: string): readonly Part[] {
	const { element } = definition(part);
	if (element) return [element];
	return fieldsOf(part).flatMap(([name, field]) => (name === step ? [definition(field).innerType ?? field] : []));
}

/** The fields of a part by name, and of every option where it is a union. */
function fieldsOf(part: Part): readonly (readonly [name: string, field: Part])[] {
	const { options, shape, items } = definition(part);
	return options?.flatMap(fieldsOf) ?? Object.entries(shape ?? items ?? {});
}

/** The known field that a misspelt key most likely means, by its letters alone: `generateAudio` is `generate_audio`. */
export function suggestion(key: string, known: readonly string[]): string | undefined {
	const letters = lettersOf(key.slice(0, 40));
	return known.find((field) => {
		if (field === key) return false; // It is a field of another item.
		const wanted = lettersOf(field);
		const slips = Math.ceil(wanted.length / 4);
		return letters.endsWith(wanted) || leven(letters, wanted, { maxDistance: slips + 1 }) <= slips;
	});
}

const lettersOf = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');
