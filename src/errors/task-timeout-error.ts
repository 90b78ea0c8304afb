import { resumeHint } from './resume-hint.js';
import { SeedanceError } from './seedance-error.js';

/** What was known of a task when the deadline came. */
export interface TaskTimeoutFacts {
	readonly taskId: string;
	readonly deadline: number;
	readonly lastStatus?: string | undefined;
	readonly rawStatus?: string | undefined;
	readonly cause?: unknown;
}

/**
 * A task wasn't finished when the deadline came. It goes on at the API, and is paid for if it succeeds.
 *
 * Thrown by `wait()` and `generate()`. `cause` is the error of the last read, where that failed.
 */
export class TaskTimeoutError extends SeedanceError {
	override name = 'TaskTimeoutError' as const;

	readonly taskId: string;

	/** How long was waited, in milliseconds. */
	readonly deadline: number;

	/** The last status seen. Absent where no read ever came through. */
	readonly lastStatus: string | undefined;

	/** The last status seen, as the API spelt it. */
	readonly rawStatus: string | undefined;

	constructor({ taskId, deadline, lastStatus, rawStatus, cause }: TaskTimeoutFacts) {
		const seen = lastStatus === undefined ? 'never read' : `last seen ${lastStatus}, ${JSON.stringify(rawStatus)}`;
		super(
			`task ${JSON.stringify(taskId)} wasn't finished after ${deadline} ms (${seen}): ${resumeHint(taskId)}`,
			cause === undefined ? undefined : { cause },
		);
		this.taskId = taskId;
		this.deadline = deadline;
		this.lastStatus = lastStatus;
		this.rawStatus = rawStatus;
	}
}

/** Tells whether `error` is a {@link TaskTimeoutError}. */
export function isTaskTimeoutError(error: unknown): error is TaskTimeoutError {
	return error instanceof TaskTimeoutError;
}
