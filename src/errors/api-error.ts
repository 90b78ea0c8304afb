import { describePlace, type ContentPlace } from './content-place.js';
import { failureKinds, type FailureKind } from './failure-kind.js';
import { resumeHint } from './resume-hint.js';
import { SeedanceError } from './seedance-error.js';

/** What {@link ApiError} is made from. */
export interface ApiErrorFacts {
	readonly status: number;
	readonly kind: FailureKind;
	readonly code?: string | undefined;
	readonly reason?: string | undefined;
	readonly retryable?: boolean | undefined;
	readonly retryAfter?: number | undefined;
	readonly requestId?: string | undefined;
	readonly taskId?: string | undefined;
	readonly place?: ContentPlace | undefined;
}

/**
 * The API answered with an HTTP error.
 *
 * On a submit, no task exists and nothing is billed. If that is not certain, as with HTTP 502, a `SubmitUncertainError` is thrown
 * instead. On a read, the error says nothing about the task, which continues.
 */
export class ApiError extends SeedanceError {
	override name = 'ApiError' as const;

	/** The HTTP status. */
	readonly status: number;

	/** The kind of failure, independent of the API's codes and wording. */
	readonly kind: FailureKind;

	/** The innermost code that the API gave, such as `InvalidParameter` or `invalid_api_key`. */
	readonly code: string | undefined;

	/** The innermost message that the API gave, cut to 2,000 characters. */
	readonly reason: string | undefined;

	/** Whether the same call may be repeated unchanged, and may then succeed. */
	readonly retryable: boolean;

	/** How long the API asks to wait, in milliseconds. */
	readonly retryAfter: number | undefined;

	/** The request id to give to the vendor's support. */
	readonly requestId: string | undefined;

	/** The task that was read. Absent if the call was a submit. */
	readonly taskId: string | undefined;

	/** The content item that the API's message names. Absent if it names none. */
	readonly place: ContentPlace | undefined;

	constructor(facts: ApiErrorFacts) {
		super(describe(facts));
		this.status = facts.status;
		this.kind = facts.kind;
		this.code = facts.code;
		this.reason = facts.reason;
		this.retryable = facts.retryable ?? failureKinds[facts.kind].retryable;
		this.retryAfter = facts.retryAfter;
		this.requestId = facts.requestId;
		this.taskId = facts.taskId;
		this.place = facts.place;
	}
}

/** Returns whether `error` is an {@link ApiError}. */
export function isApiError(error: unknown): error is ApiError {
	return error instanceof ApiError;
}

function describe(facts: ApiErrorFacts): string {
	const { status, kind, code, reason, retryable, requestId, taskId, place } = facts;
	const call = taskId === undefined ? 'the request' : `a read of task ${JSON.stringify(taskId)}`;
	const answer = [code === undefined ? status : `${status} ${code}`, reason].filter(Boolean).join(': ');
	const trace = requestId === undefined || reason?.includes(requestId) ? '' : ` (request id: ${requestId})`;
	// No advice to try again if that may pay twice.
	const advice = retryable === false && failureKinds[kind].retryable ? '' : `; ${adviceFor(kind, taskId)}`;
	const resume = taskId === undefined || kind === 'not-found' ? '' : `; ${resumeHint(taskId)}`;
	return `the API answered ${call} with HTTP ${answer}${describePlace(place)}${trace}${advice}${resume}`;
}

function adviceFor(kind: FailureKind, taskId: string | undefined): string {
	// A submit has no task that could be missing.
	return kind === 'not-found' && taskId === undefined ? 'check the base URL' : failureKinds[kind].advice;
}
