import { resumeHint } from './resume-hint.js';
import { SeedanceError } from './seedance-error.js';

/**
 * The caller's `signal` was aborted. The task continues, and is billed if it succeeds.
 *
 * The `name` is `AbortError`, as with other aborted calls, and `cause` is the signal's reason. If a submit is aborted after it was
 * sent, a `SubmitUncertainError` is thrown instead, because a task may exist.
 */
export class TaskAbortedError extends SeedanceError {
	override name = 'AbortError' as const;

	/** The task of the aborted call. Absent if the API had not accepted a request. */
	readonly taskId: string | undefined;

	/** The last known status. Absent if the task was never read. */
	readonly lastStatus: string | undefined;

	constructor(reason: unknown, taskId?: string, lastStatus?: string) {
		super(describe(taskId, lastStatus), { cause: reason });
		this.taskId = taskId;
		this.lastStatus = lastStatus;
	}
}

/** Returns whether `error` is a {@link TaskAbortedError}. */
export function isTaskAbortedError(error: unknown): error is TaskAbortedError {
	return error instanceof TaskAbortedError;
}

function describe(taskId: string | undefined, lastStatus: string | undefined): string {
	if (taskId === undefined) return 'aborted before the API accepted a request: no task exists';
	const status = lastStatus === undefined ? '' : ` (last status: ${lastStatus})`;
	return `aborted: task ${JSON.stringify(taskId)}${status} isn't affected; ${resumeHint(taskId)}`;
}
