import { safeCause } from './safe-cause.js';

/**
 * The base class of this library's errors. The only other error that it throws is the `TypeError` of a handle that is converted
 * to text.
 *
 * No error holds the API key, a request's headers, or a transport error that holds them. A `cause` that can't be printed, because
 * reading it throws, is replaced by an `Error` with its message.
 */
export abstract class SeedanceError extends Error {
	constructor(message: string, options?: ErrorOptions) {
		super(message, options && 'cause' in options ? { cause: safeCause(options.cause) } : undefined);
	}
}
