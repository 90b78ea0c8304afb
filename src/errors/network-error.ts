import { resumeHint } from './resume-hint.js';
import { SeedanceError } from './seedance-error.js';

/** How a call to the API came to nothing. */
export interface NetworkErrorFacts {
	readonly reason: string;
	readonly code?: string | undefined;
	readonly sent: boolean;
	readonly taskId?: string | undefined;
}

/**
 * The API gave no answer: it couldn't be reached, the connection broke, or time ran out.
 *
 * On a submit it is thrown only where the request certainly never left, so that it can be submitted again; where it may have
 * arrived, it is the `cause` of a `SubmitUncertainError`. On a read it says nothing about the task, which goes on.
 */
export class NetworkError extends SeedanceError {
	override name = 'NetworkError' as const;

	/** The platform's code, such as `ECONNREFUSED`, or `TIMEOUT`. */
	readonly code: string | undefined;

	/** Whether the request may have arrived. */
	readonly sent: boolean;

	/** The task that was read. Absent where the call was a submit. */
	readonly taskId: string | undefined;

	constructor({ reason, code, sent, taskId }: NetworkErrorFacts) {
		const next = taskId === undefined ? (sent ? '' : '; nothing was sent: submit it again') : `; ${resumeHint(taskId)}`;
		super(`the API gave no answer: ${reason}${next}`);
		this.code = code;
		this.sent = sent;
		this.taskId = taskId;
	}
}

/** Tells whether `error` is a {@link NetworkError}. */
export function isNetworkError(error: unknown): error is NetworkError {
	return error instanceof NetworkError;
}
