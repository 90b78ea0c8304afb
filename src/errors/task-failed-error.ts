import { describePlace, type ContentPlace } from './content-place.js';
import { failureKinds, type FailureKind } from './failure-kind.js';
import { SeedanceError } from './seedance-error.js';

/** How a task can end without a video. */
export type FailedStatus = 'failed' | 'cancelled' | 'expired';

/** Why a task ended without a video, as far as the API said. */
export interface TaskFailure {
	/** How the task ended. */
	readonly status: FailedStatus;

	/** What kind of failure it is, whatever code or wording the API used. */
	readonly kind: FailureKind;

	/** The innermost code that the API gave, such as `OutputVideoSensitiveContentDetected`. */
	readonly code?: string;

	/** The innermost message that the API gave, at most 2,000 characters of it. */
	readonly reason: string;

	/** The item of the request's content that the reason points at, where the request was submitted by the same client. */
	readonly place?: ContentPlace;
}

/**
 * A task was accepted and ended without a video: failed, cancelled or expired. The vendor refunds it.
 *
 * Thrown by `wait()` and `generate()`. `status()` doesn't throw it: there a failed task is an answer like any other.
 */
export class TaskFailedError extends SeedanceError {
	override name = 'TaskFailedError' as const;

	readonly taskId: string;

	/** How the task ended. */
	readonly status: FailedStatus;

	/** What kind of failure it is, whatever code or wording the API used. */
	readonly kind: FailureKind;

	/** The innermost code that the API gave, such as `OutputVideoSensitiveContentDetected`. */
	readonly code: string | undefined;

	/** The innermost message that the API gave, at most 2,000 characters of it. */
	readonly reason: string;

	/** Whether the same request may pass if it is submitted again as it is. */
	readonly retryable: boolean;

	/** The item of the request's content that the reason points at, where the request was submitted by the same client. */
	readonly place: ContentPlace | undefined;

	constructor(taskId: string, { status, kind, code, reason, place }: TaskFailure) {
		const why = code === undefined || reason.startsWith(code) ? reason : `${code}: ${reason}`;
		super(
			`task ${JSON.stringify(taskId)} ${endings[status]}: ${why}${describePlace(place)}; ${failureKinds[kind].advice}`,
		);
		this.taskId = taskId;
		this.status = status;
		this.kind = kind;
		this.code = code;
		this.reason = reason;
		this.place = place;
		this.retryable = failureKinds[kind].retryable;
	}
}

/** Tells whether `error` is a {@link TaskFailedError}. */
export function isTaskFailedError(error: unknown): error is TaskFailedError {
	return error instanceof TaskFailedError;
}

const endings = { failed: 'failed', cancelled: 'was cancelled', expired: 'expired' } as const;
