import { messageOf } from './message-of.js';
import { resumeHint } from './resume-hint.js';
import { SeedanceError } from './seedance-error.js';

/** What {@link SubmitUncertainError} is made from. */
export interface SubmitUncertainFacts {
	readonly request: object;
	readonly sentAt: string;
	readonly fingerprint: string;
	readonly taskId?: string | undefined;
	readonly requestId?: string | undefined;
	readonly cause: unknown;
}

/**
 * A request was sent, and it is unknown whether the API accepted it. A task may exist and be billed.
 *
 * The connection broke, the response was late or unreadable, the server failed, or `signal` was aborted during the call. The
 * library didn't send the request again and can't find out more: the API has neither an idempotency key nor a list of tasks.
 * If {@link taskId} is present, look there first: `client.task(taskId).wait()`. Otherwise check the account's usage log for a task
 * created at {@link sentAt}, and resume it with `client.task(id).wait()`. Submit again only if there is none, or if paying twice
 * is acceptable.
 *
 * `cause` is one of this library's errors, or the signal's reason. `JSON.stringify(error)` has all fields, with the request.
 */
export class SubmitUncertainError extends SeedanceError {
	override name = 'SubmitUncertainError' as const;

	/** When the request was sent, in ISO 8601. */
	readonly sentAt: string;

	/** The SHA-256 of the request in the canonical form of RFC 8785, in lower-case hexadecimal. The same as in `onSubmitting`. */
	readonly fingerprint: string;

	/** The id of a task that arrived in an answer that doesn't prove that the task exists. Absent if none arrived. */
	readonly taskId: string | undefined;

	/** The trace id to give to the vendor's support. Absent if no answer with one arrived. */
	readonly requestId: string | undefined;

	readonly #request: object;

	constructor({ request, sentAt, fingerprint, taskId, requestId, cause }: SubmitUncertainFacts) {
		super(
			`the request was sent at ${sentAt}, but it is unknown whether the API accepted it (${messageOf(cause)}): ` +
				(taskId === undefined
					? "a task may exist and be billed; check the account's usage log before you submit again"
					: `task ${JSON.stringify(taskId)} may exist and be billed; ${resumeHint(taskId)} before you submit again`),
			{ cause },
		);
		this.sentAt = sentAt;
		this.fingerprint = fingerprint;
		this.taskId = taskId;
		this.requestId = requestId;
		this.#request = request;
	}

	/** The body that was sent. Not enumerable, so that a logged error doesn't contain megabytes of base64. */
	get request(): object {
		return this.#request;
	}

	/** All that is needed to find the task later, the request included. */
	toJSON(): object {
		const { name, message, sentAt, fingerprint, taskId, requestId, request } = this;
		return { name, message, sentAt, fingerprint, taskId, requestId, request };
	}
}

/** Returns whether `error` is a {@link SubmitUncertainError}. */
export function isSubmitUncertainError(error: unknown): error is SubmitUncertainError {
	return error instanceof SubmitUncertainError;
}
