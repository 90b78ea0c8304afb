import { SeedanceError } from './seedance-error.js';
import { wordsOf } from './words-of.js';

/**
 * A request was sent, and nothing tells whether the API took it: the connection broke, the answer didn't come in time or
 * couldn't be read, the server failed, or `signal` was aborted on the way. A task may exist and be billed.
 *
 * The library didn't send it again and can't find out: the API has neither an idempotency key nor a list of tasks.
 * Look in the account's usage log for a task created at {@link sentAt}; `client.task(id)` takes it up. Submit again only if
 * there is none, or if paying twice is acceptable.
 *
 * `cause` is what happened: one of this library's errors, or the signal's reason.
 */
export class SubmitUncertainError extends SeedanceError {
	override name = 'SubmitUncertainError' as const;

	/** When the request was sent, in ISO 8601. */
	readonly sentAt: string;

	readonly #request: object;

	constructor(request: object, sentAt: string, cause: unknown) {
		super(
			`the request was sent at ${sentAt}, and whether the API took it is unknown (${wordsOf(cause)}): ` +
				"a task may exist and be billed; look for it in the account's usage log before you submit again",
			{ cause },
		);
		this.sentAt = sentAt;
		this.#request = request;
	}

	/** The body that was sent. Not enumerable, so that logging the error doesn't write out megabytes of base64. */
	get request(): object {
		return this.#request;
	}
}

/** Tells whether `error` is a {@link SubmitUncertainError}. */
export function isSubmitUncertainError(error: unknown): error is SubmitUncertainError {
	return error instanceof SubmitUncertainError;
}
