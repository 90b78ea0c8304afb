import { resumeHint } from './resume-hint.js';
import { SeedanceError } from './seedance-error.js';

/** What {@link NetworkError} is made from. */
export interface NetworkErrorFacts {
	readonly reason: string;
	readonly code?: string | undefined;
	readonly sent: boolean;
	readonly taskId?: string | undefined;
}

/**
 * The API sent no response: it couldn't be reached, the connection broke, or the time limit passed.
 *
 * On a submit it is thrown only if the request was certainly not sent, so it is safe to submit again. If the request may have
 * arrived, this error is the `cause` of a `SubmitUncertainError`. On a read, the error says nothing about the task, which continues.
 */
export class NetworkError extends SeedanceError {
	override name = 'NetworkError' as const;

	/** The platform's code, such as `ECONNREFUSED`, or `TIMEOUT`. */
	readonly code: string | undefined;

	/** Whether the request may have arrived. */
	readonly sent: boolean;

	/** The task that was read. Absent if the call was a submit. */
	readonly taskId: string | undefined;

	constructor({ reason, code, sent, taskId }: NetworkErrorFacts) {
		const next = taskId === undefined ? (sent ? '' : '; nothing was sent: submit it again') : `; ${resumeHint(taskId)}`;
		super(`no response from the API: ${reason}${next}`);
		this.code = code;
		this.sent = sent;
		this.taskId = taskId;
	}
}

/** Returns whether `error` is a {@link NetworkError}. */
export function isNetworkError(error: unknown): error is NetworkError {
	return error instanceof NetworkError;
}
