import { toId, toText } from './coerce.js';
import { jsonWithin } from './json.js';
import { levelsOf, lookup, lookupIn } from './lookup.js';
import { isError, isErrorLevel } from './read.js';

/** Reads the id of a task; `undefined` if the answer has none. An `id` beside an error is the id of the request. */
export function readTaskId(json: unknown): string | undefined {
	const find = lookup(json);
	return find(toId, 'task_id') ?? (isError(json) ? undefined : find(toId, 'id'));
}

/**
 * Whether an answer that breaks off names its task all the same: by a `task_id`, by an `id` that is a text, or by an outermost
 * `id`. A number in `data.id` may be the row of a database, and the `task_id` behind it.
 */
export function namesTask(json: unknown): boolean {
	const find = lookup(json);
	return (find(toId, 'task_id') ?? find(toText, 'id') ?? lookupIn([json])(toId, 'id')) !== undefined;
}

/**
 * Finds what may be the id of a task, in an answer of any shape: {@link readTaskId}, or else a `task_id` at any place, also in JSON
 * that a message quotes, or else an `id` with an error in another level.
 */
export function findTaskId(json: unknown): string | undefined {
	const id = readTaskId(json) ?? taskIdWithin(json, { left: mostValues });
	if (id !== undefined) return id;
	const levels = levelsOf(json).filter((level) => !isErrorLevel(level));
	return levels.map((level) => toId((level as { id?: unknown } | undefined)?.id)).find((found) => found !== undefined);
}

/** Finds a `task_id` in a text that isn't JSON, such as several JSON objects or a page. It is a hint where to look. */
export function findTaskIdInText(text: string): string | undefined {
	const [, quoted, number] = /"task_?[iI]d"\s{0,9}:\s{0,9}(?:"([^"\\]{1,200})"|(\d{1,15})\s{0,9}[,}])/.exec(text) ?? [];
	return toId(quoted ?? number);
}

/** The first `task_id` in a value and in what it contains. `budget` bounds how many values are read. */
function taskIdWithin(value: unknown, budget: { left: number }, depth = 0): string | undefined {
	if (depth === deepest || budget.left === 0) return undefined;
	budget.left -= 1;
	if (typeof value === 'string') {
		const isQuote = depth > 0 && value.length <= longestQuote && value.includes('task');
		return isQuote ? taskIdWithin(jsonWithin(value), budget, depth + 1) : undefined;
	}
	if (typeof value !== 'object' || value === null) return undefined;
	const { task_id: snakeCase, taskId: camelCase } = value as Readonly<Record<string, unknown>>;
	const own = toId(snakeCase) ?? toId(camelCase);
	if (own !== undefined) return own;
	for (const inner of Object.values(value)) {
		const found = taskIdWithin(inner, budget, depth + 1);
		if (found !== undefined) return found;
	}
	return undefined;
}

const mostValues = 10_000;
const deepest = 10;
const longestQuote = 64 * 1024;
