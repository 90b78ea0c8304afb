import type { ExcessKind } from '../../rules.js';

type Path = readonly (string | number)[];

/** What {@link plainCopy} throws for a value that is too large. */
export class TooLargeError extends Error {
	readonly path: Path;
	readonly excess: ExcessKind;
	readonly count: number;

	constructor(path: Path, excess: ExcessKind, count: number) {
		super();
		this.path = path;
		this.excess = excess;
		this.count = count;
	}
}

/** Options of {@link plainCopy}. */
interface CopyOptions {
	/** Whether to refuse instances of classes, such as a `Date`, whose JSON is not their fields. */
	readonly plainOnly?: boolean;
}

/** The most items of a list, and the most fields of an object, that are read. A valid request has far fewer. */
const mostEntries = 1_000;
const deepest = 20;

/** The most values that are read in all: a small value that refers to the same list many times stands for millions. */
const mostValues = 20_000;

/** The most characters that are read in all. A body of this length is more than the API takes. */
export const mostCharacters = 128 * 1024 * 1024;

/**
 * Copies a value as plain data: objects, lists, texts, numbers, booleans and `null`. Each property is read once, so that the copy
 * can't change between being judged and being sent, as a getter or a proxy can. What is no data, such as a function, stays as
 * it is and is refused by whoever judges the copy; fields that are `undefined` are left out.
 *
 * @throws {TypeError} If `plainOnly` is set, and an instance of a class is found.
 * @throws {TooLargeError} If the value is too large. What is in it isn't read then.
 */
export function plainCopy(value: unknown, { plainOnly = false }: CopyOptions = {}): unknown {
	return copyValue(value, { plainOnly, values: mostValues, characters: mostCharacters }, undefined, 0);
}

/** What may still be read. */
interface Budget {
	readonly plainOnly: boolean;
	values: number;
	characters: number;
}

/** Where a value is, from the inside out: a path as a list is made only for an error. */
interface Place {
	readonly step: string | number;
	readonly parent: Place | undefined;
}

function copyValue(value: unknown, budget: Budget, place: Place | undefined, depth: number): unknown {
	budget.values -= 1;
	if (budget.values < 0) throw new TooLargeError([], 'values', mostValues);
	if (typeof value === 'string') budget.characters -= value.length;
	if (budget.characters < 0) throw new TooLargeError([], 'characters', mostCharacters);
	if (typeof value !== 'object' || value === null) return value;
	if (depth === deepest) throw new TooLargeError(pathOf(place), 'levels', deepest);
	if (Array.isArray(value)) return copyList(value, budget, place, depth + 1);
	// Each byte or character of these is a field of its own.
	if (ArrayBuffer.isView(value) || isBoxedText(value)) return {};
	if (budget.plainOnly && ![Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null)) {
		throw new TypeError('an instance of a class is not plain data');
	}
	return copyFields(value as Record<string, unknown>, budget, place, depth + 1);
}

function copyFields(
	fields: Readonly<Record<string, unknown>>,
	budget: Budget,
	parent: Place | undefined,
	depth: number,
): object {
	const copy: Record<string, unknown> = {};
	for (const step of namesOf(fields, parent)) {
		const field = copyValue(fields[step], budget, { step, parent }, depth);
		if (field === undefined) continue;
		if (step !== '__proto__') copy[step] = field;
		// Assigned, it would set the prototype.
		else Object.defineProperty(copy, step, { value: field, enumerable: true });
	}
	return copy;
}

/**
 * The names of the own fields. `Object.keys` would ask a proxy for the descriptor of every field before any of them can be
 * counted: a loop stops at the limit.
 */
function namesOf(fields: object, place: Place | undefined): readonly string[] {
	const names: string[] = [];
	let left = mostEntries;
	for (const name in fields) {
		if (left-- === 0) throw new TooLargeError(pathOf(place), 'fields', mostEntries);
		if (Object.hasOwn(fields, name)) names.push(name);
	}
	return names;
}

function copyList(list: readonly unknown[], budget: Budget, parent: Place | undefined, depth: number): unknown[] {
	const { length } = list;
	if (length > mostEntries) throw new TooLargeError(pathOf(parent), 'items', length);
	const copy: unknown[] = [];
	for (let step = 0; step < length; step += 1) copy.push(copyValue(list[step], budget, { step, parent }, depth));
	return copy;
}

function isBoxedText(value: object): boolean {
	return Object.prototype.toString.call(value) === '[object String]';
}

function pathOf(place: Place | undefined): Path {
	return place === undefined ? [] : [...pathOf(place.parent), place.step];
}
