import { messageOf } from './message-of.js';
import { SeedanceError } from './seedance-error.js';

/**
 * A request was sent, and it is unknown whether the API accepted it. A task may exist and be billed.
 *
 * The connection broke, the response was late or unreadable, the server failed, or `signal` was aborted during the call. The
 * library didn't send the request again and can't find out more: the API has neither an idempotency key nor a list of tasks.
 * Check the account's usage log for a task created at {@link sentAt}, and resume it with `client.task(id).wait()`. Submit again
 * only if there is none, or if paying twice is acceptable.
 *
 * `cause` is one of this library's errors, or the signal's reason.
 */
export class SubmitUncertainError extends SeedanceError {
	override name = 'SubmitUncertainError' as const;

	/** When the request was sent, in ISO 8601. */
	readonly sentAt: string;

	readonly #request: object;

	constructor(request: object, sentAt: string, cause: unknown) {
		super(
			`the request was sent at ${sentAt}, but it is unknown whether the API accepted it (${messageOf(cause)}): ` +
				"a task may exist and be billed; check the account's usage log before you submit again",
			{ cause },
		);
		this.sentAt = sentAt;
		this.#request = request;
	}

	/** The body that was sent. Not enumerable, so that a logged error doesn't contain megabytes of base64. */
	get request(): object {
		return this.#request;
	}
}

/** Returns whether `error` is a {@link SubmitUncertainError}. */
export function isSubmitUncertainError(error: unknown): error is SubmitUncertainError {
	return error instanceof SubmitUncertainError;
}
