import { cut } from '../rules.js';
import { resumeHint } from './resume-hint.js';
import { SeedanceError } from './seedance-error.js';

/**
 * The API answered something that is none of its known shapes: HTML, nothing at all, JSON without what was asked for, a redirect.
 *
 * Thrown by `status()`; the `cause` of a `SubmitUncertainError` where it was the answer to a submit, and of a `TaskTimeoutError`
 * where it was the last answer before the deadline.
 */
export class UnexpectedResponseError extends SeedanceError {
	override name = 'UnexpectedResponseError' as const;

	/** The HTTP status. */
	readonly status: number;

	/** The body's beginning, at most 500 characters of it. */
	readonly body: string;

	/** The task that was read. Absent where it was the answer to a submit. */
	readonly taskId: string | undefined;

	constructor(status: number, body: string, taskId?: string) {
		const short = cut(body, 500);
		super(describe(status, short, taskId));
		this.status = status;
		this.body = short;
		this.taskId = taskId;
	}
}

/** Tells whether `error` is an {@link UnexpectedResponseError}. */
export function isUnexpectedResponseError(error: unknown): error is UnexpectedResponseError {
	return error instanceof UnexpectedResponseError;
}

function describe(status: number, body: string, taskId: string | undefined): string {
	const content = body.trim() === '' ? 'an empty body' : JSON.stringify(body);
	const isAnswer = status >= 200 && status < 300;
	// Browsers give a redirect that isn't followed the status 0.
	const redirect = status === 0 ? 'a redirect' : `${status}, a redirect`;
	const what = isAnswer
		? `${status} with ${content}, which is none of its known shapes`
		: `${redirect}, which isn't followed, so that the key stays where it belongs`;
	return `the API answered ${what}: check the base URL${taskId === undefined ? '' : `; ${resumeHint(taskId)}`}`;
}
