import { resumeHint } from './resume-hint.js';
import { SeedanceError } from './seedance-error.js';

/** What {@link TaskTimeoutError} is made from. */
export interface TaskTimeoutFacts {
	readonly taskId: string;
	readonly deadline: number;
	readonly lastStatus?: string | undefined;
	readonly rawStatus?: string | undefined;
	readonly cause?: unknown;
}

/**
 * A task didn't finish before the deadline. It continues at the API, and is billed if it succeeds.
 *
 * Thrown by `wait()` and `generate()`. `cause` is the error of the last read, if that failed.
 */
export class TaskTimeoutError extends SeedanceError {
	override name = 'TaskTimeoutError' as const;

	readonly taskId: string;

	/** The deadline that passed, in milliseconds. */
	readonly deadline: number;

	/** The last known status. Absent if no read succeeded. */
	readonly lastStatus: string | undefined;

	/** The last known status, as the API spelled it. */
	readonly rawStatus: string | undefined;

	constructor({ taskId, deadline, lastStatus, rawStatus, cause }: TaskTimeoutFacts) {
		const status =
			lastStatus === undefined ? 'status unknown' : `last status: ${lastStatus}, ${JSON.stringify(rawStatus)}`;
		super(
			`task ${JSON.stringify(taskId)} didn't finish within ${deadline} ms (${status}): ${resumeHint(taskId)}`,
			cause === undefined ? undefined : { cause },
		);
		this.taskId = taskId;
		this.deadline = deadline;
		this.lastStatus = lastStatus;
		this.rawStatus = rawStatus;
	}
}

/** Returns whether `error` is a {@link TaskTimeoutError}. */
export function isTaskTimeoutError(error: unknown): error is TaskTimeoutError {
	return error instanceof TaskTimeoutError;
}
