import { resumeHint } from './resume-hint.js';
import { SeedanceError } from './seedance-error.js';

/**
 * The caller's `signal` was aborted. Nobody waits for the task any more; the task itself goes on, and is paid for if it succeeds.
 *
 * Its `name` is `AbortError`, as with every aborted call of the platform, and its `cause` is the signal's reason. A submit that
 * is aborted on its way is a `SubmitUncertainError` instead, because a task may exist.
 */
export class TaskAbortedError extends SeedanceError {
	override name = 'AbortError' as const;

	/** The task that was waited for, read or downloaded. Absent where the abort came before the API took anything. */
	readonly taskId: string | undefined;

	/** The last status seen. Absent where the task was never read. */
	readonly lastStatus: string | undefined;

	constructor(reason: unknown, taskId?: string, lastStatus?: string) {
		super(describe(taskId, lastStatus), { cause: reason });
		this.taskId = taskId;
		this.lastStatus = lastStatus;
	}
}

/** Tells whether `error` is a {@link TaskAbortedError}. */
export function isTaskAbortedError(error: unknown): error is TaskAbortedError {
	return error instanceof TaskAbortedError;
}

function describe(taskId: string | undefined, lastStatus: string | undefined): string {
	if (taskId === undefined) return 'aborted before the API took anything: no task exists';
	const seen = lastStatus === undefined ? '' : `, last seen ${lastStatus},`;
	return `aborted: task ${JSON.stringify(taskId)}${seen} isn't affected; ${resumeHint(taskId)}`;
}
