import { truncate } from '../rules.js';
import { resumeHint } from './resume-hint.js';
import { SeedanceError } from './seedance-error.js';

/**
 * The API's answer can't be used: HTML, an empty body, JSON without the required fields or about another task, or a redirect.
 *
 * Thrown by `status()`. It is the `cause` of a `SubmitUncertainError` if it was the answer to a submit, and of a `TaskTimeoutError`
 * if it was the last answer before the deadline.
 */
export class UnexpectedResponseError extends SeedanceError {
	override name = 'UnexpectedResponseError' as const;

	/** The HTTP status. */
	readonly status: number;

	/** The body, cut to 500 characters. */
	readonly body: string;

	/** The task that was read. Absent if the call was a submit. */
	readonly taskId: string | undefined;

	/** `problem` is what is wrong with the answer. @default 'not a known format' */
	constructor(status: number, body: string, taskId?: string, problem?: string) {
		const short = truncate(body, 500);
		super(describe(status, short, taskId, problem));
		this.status = status;
		this.body = short;
		this.taskId = taskId;
	}
}

/** Returns whether `error` is an {@link UnexpectedResponseError}. */
export function isUnexpectedResponseError(error: unknown): error is UnexpectedResponseError {
	return error instanceof UnexpectedResponseError;
}

function describe(
	status: number,
	body: string,
	taskId: string | undefined,
	problem = 'not a known format; check the base URL',
): string {
	const content = body.trim() === '' ? 'an empty body' : JSON.stringify(body);
	const isAnswer = status >= 200 && status < 300;
	// Browsers report the status 0 for a redirect that isn't followed.
	const redirect = status === 0 ? 'a redirect' : `HTTP ${status}, a redirect`;
	const what = isAnswer
		? `HTTP ${status} with ${content}, ${problem}`
		: `${redirect}; redirects are not followed, because they could send the API key to another host; check the base URL`;
	return `unexpected response from the API: ${what}${taskId === undefined ? '' : `; ${resumeHint(taskId)}`}`;
}
