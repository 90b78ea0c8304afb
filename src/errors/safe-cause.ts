import { messageOf } from './message-of.js';

/**
 * Returns what was thrown, for the `cause` of an error, if printing it is safe: nothing in it throws when it is read, and
 * `redact` changes no text in it. Otherwise, returns an `Error` with the redacted message in its place.
 */
export function safeCause(thrown: unknown, redact: (text: string) => string = (text) => text): unknown {
	try {
		if (isSafe(thrown, redact, { left: mostValues, seen: new Set() })) return thrown;
	} catch {
		// A getter or a proxy threw.
	}
	return new Error(redact(messageOf(thrown)));
}

/** How many more values are read, and which ones were. */
interface Budget {
	left: number;
	readonly seen: Set<object>;
}

// What isn't read may hold anything.
const mostValues = 5_000;

function isSafe(value: unknown, redact: (text: string) => string, budget: Budget): boolean {
	if (budget.left-- === 0) return false;
	if (typeof value === 'string') return redact(value) === value;
	if (typeof value === 'symbol') return isSafe(String(value), redact, budget);
	if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return true;
	if (budget.seen.has(value)) return true;
	budget.seen.add(value);
	return partsOf(value).every((part) => isSafe(part, redact, budget));
}

/** All that is printed of an object: its fields, with those that errors inherit, and what it contains. */
function partsOf(value: object): unknown[] {
	const fields = value as Readonly<Record<PropertyKey, unknown>>;
	const print = fields[inspect];
	// Bytes have a field each.
	const own = ArrayBuffer.isView(value) ? [] : Reflect.ownKeys(value);
	return [
		typeof print === 'function' ? print.call(value, 0, {}, () => '') : undefined,
		...[...inherited, ...own].map((name) => fields[name]),
		...own,
		...(isCollection(value) ? [...value].slice(0, mostValues) : []),
	];
}

const inspect = Symbol.for('nodejs.util.inspect.custom');
const inherited = ['name', 'message', 'stack', 'cause', 'errors', 'headers', Symbol.toStringTag];

function isCollection(value: object): value is Iterable<unknown> & object {
	return value instanceof Map || value instanceof Set || value instanceof Headers;
}
