import leven from 'leven';
import * as z from 'zod/mini';
import type { RequestIssue } from '../../errors/invalid-request-error.js';
import { notOneOf, unknownField, wrongType } from '../../rules.js';
import { descriptions, type Description } from './parts.js';
import { shape } from './shape.js';

/** Turns what the shape found wrong into issues with a rule and a sentence of the catalogue. */
export function shapeIssues(found: readonly z.core.$ZodIssue[]): RequestIssue[] {
	return found.flatMap((issue) => {
		const path = issue.path as (string | number)[];
		const parts = partsAt(path);
		if (issue.code === 'unrecognized_keys') {
			const known = parts.flatMap(fieldsOf).map(([name]) => name);
			return issue.keys.map((key) => ({
				rule: 'unknown-field' as const,
				path: [...path, key],
				message: unknownField(key, suggestion(key, known)),
			}));
		}
		const description = parts.map((part) => descriptions.get(part)).find((found) => found !== undefined) ?? {};
		return { rule: description.rule ?? 'shape', path, message: sentenceFor(issue, description) };
	});
}

function sentenceFor(issue: z.core.$ZodIssue, description: Description): string {
	const { name = String(issue.path.at(-1)), expected, sentence } = description;
	// Where no item has the type that is given, zod passes the item.
	const given = issue.code === 'invalid_union' ? (issue.input as { type?: unknown }).type : issue.input;
	return (
		sentence?.(given) ??
		(expected === undefined ? notOneOf(name, given, valuesOf(issue)) : wrongType(name, given, expected))
	);
}

function valuesOf(issue: z.core.$ZodIssue): readonly unknown[] {
	if (issue.code === 'invalid_value') return issue.values;
	return issue.code === 'invalid_union' && 'options' in issue && issue.options ? issue.options : [];
}

type Part = z.core.$ZodType;

/** The parts of the shape at a path: several where the items of a list differ by their type. */
function partsAt(path: readonly (string | number)[]): readonly Part[] {
	return path.reduce<readonly Part[]>((parts, step) => parts.flatMap((part) => inside(part, String(step))), [shape]);
}

function inside(part: Part, step: string): readonly Part[] {
	if (part instanceof z.ZodMiniArray) return [part.def.element];
	const parts = fieldsOf(part).flatMap(([name, field]) => (name === step ? [field] : []));
	return parts.map((field) => (field instanceof z.ZodMiniOptional ? field.def.innerType : field));
}

/** The fields of a part by name, and of every option where it is a union. */
function fieldsOf(part: Part): readonly (readonly [name: string, field: Part])[] {
	if (part instanceof z.ZodMiniDiscriminatedUnion) return part.def.options.flatMap(fieldsOf);
	if (part instanceof z.ZodMiniObject) return Object.entries(part.def.shape);
	return part instanceof z.ZodMiniTuple ? Object.entries(part.def.items) : [];
}

/** The known field that a misspelt key most likely means, by its letters alone: `generateAudio` is `generate_audio`. */
function suggestion(key: string, known: readonly string[]): string | undefined {
	const letters = lettersOf(key.slice(0, 40));
	return known.find((field) => {
		if (field === key) return false; // It is a field of another item.
		const wanted = lettersOf(field);
		const slips = Math.ceil(wanted.length / 4);
		return letters.endsWith(wanted) || leven(letters, wanted, { maxDistance: slips + 1 }) <= slips;
	});
}

const lettersOf = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');
