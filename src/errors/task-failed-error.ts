import { describePlace, type ContentPlace } from './content-place.js';
import { failureKinds, type FailureKind } from './failure-kind.js';
import { SeedanceError } from './seedance-error.js';

/** The ways in which a task can end without a video. */
export type FailedStatus = 'failed' | 'cancelled' | 'expired';

/** Why a task ended without a video. */
export interface TaskFailure {
	/** How the task ended. */
	readonly status: FailedStatus;

	/** The kind of failure, independent of the API's codes and wording. */
	readonly kind: FailureKind;

	/** The innermost code that the API gave, such as `OutputVideoSensitiveContentDetected`. */
	readonly code?: string;

	/** The innermost message that the API gave, cut to 2,000 characters. */
	readonly reason: string;

	/** The content item that the reason names. Absent if it names none, or if another client submitted the request. */
	readonly place?: ContentPlace;
}

/**
 * A task was accepted and ended without a video: failed, cancelled or expired. The vendor refunds it.
 *
 * Thrown by `wait()` and `generate()`. `status()` doesn't throw it, but returns the failed status.
 */
export class TaskFailedError extends SeedanceError {
	override name = 'TaskFailedError' as const;

	readonly taskId: string;

	/** How the task ended. */
	readonly status: FailedStatus;

	/** The kind of failure, independent of the API's codes and wording. */
	readonly kind: FailureKind;

	/** The innermost code that the API gave, such as `OutputVideoSensitiveContentDetected`. */
	readonly code: string | undefined;

	/** The innermost message that the API gave, cut to 2,000 characters. */
	readonly reason: string;

	/** Whether the same request may succeed if it is submitted again unchanged. */
	readonly retryable: boolean;

	/** The content item that the reason names. Absent if it names none, or if another client submitted the request. */
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

/** Returns whether `error` is a {@link TaskFailedError}. */
export function isTaskFailedError(error: unknown): error is TaskFailedError {
	return error instanceof TaskFailedError;
}

const endings = { failed: 'failed', cancelled: 'was cancelled', expired: 'expired' } as const;
