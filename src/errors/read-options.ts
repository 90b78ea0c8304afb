import { formatValue, isList } from '../rules.js';
import { ConfigurationError } from './configuration-error.js';

/**
 * Reads the options that a user passed. `undefined` stands for no options.
 *
 * The fields that `read` returns are checked as far as their names tell: one that begins with `on` must be a function, and
 * `signal` must be a signal. A callback that can't be called is so found before anything is paid for.
 *
 * @throws {ConfigurationError} If `given` is not an object, if reading it throws, or if a callback or the signal is none.
 */
export function readOptions<Options extends object, Read extends object>(
	argument: string,
	given: Options | undefined,
	read: (options: Options | Partial<Options>) => Read,
): Read {
	const options = given === undefined ? read({}) : readObject(argument, given, 'an object, or leave it out', read);
	for (const [name, value] of Object.entries(options)) checkOption(name, value);
	return options;
}

/**
 * Reads the fields of an object that a user passed. What isn't an object is not shown, because it may be the API key.
 *
 * @throws {ConfigurationError} If `given` is not an object, or if reading it throws. `wanted` says what to pass.
 */
export function readObject<Given extends object, Read>(
	argument: string,
	given: Given,
	wanted: string,
	read: (given: Given) => Read,
): Read {
	const problem = problemOf(given);
	if (problem !== undefined) throw new ConfigurationError(argument, `is ${problem}: pass ${wanted}`);
	try {
		return read(given);
	} catch {
		// A getter or a proxy threw. What it threw may hold anything: it is dropped.
		throw new ConfigurationError(argument, `could not be read: pass ${wanted}`);
	}
}

/** What a value is that is not an object with fields; `undefined` if it is one, or can't be read. */
function problemOf(value: unknown): string | undefined {
	if (value === null || typeof value !== 'object') return value === null ? 'null' : `a ${typeof value}`;
	return isList(value) ? 'a list' : undefined;
}

function checkOption(name: string, value: unknown): void {
	if (value === undefined) return;
	if (/^on[A-Z]/.test(name) && typeof value !== 'function') {
		throw new ConfigurationError(name, `is ${formatValue(value)}: pass a function`);
	}
	if (name === 'signal' && value !== null && !isSignal(value)) {
		throw new ConfigurationError(name, `is ${formatValue(value)}: give the signal of an AbortController`);
	}
}

function isSignal(value: unknown): boolean {
	try {
		const { aborted, addEventListener } = value as Partial<AbortSignal>;
		return typeof aborted === 'boolean' && typeof addEventListener === 'function';
	} catch {
		return false; // A proxy threw.
	}
}
