import { messageOf } from './message-of.js';
import { resumeHint } from './resume-hint.js';
import { SeedanceError } from './seedance-error.js';

/**
 * One of your callbacks threw, or returned a promise that was rejected or did not settle in time. The call ended. After
 * `onSubmitting` and `build` nothing was sent; after the others the task isn't affected.
 *
 * `cause` is what the callback threw, or an `Error` with its message if that shows the key or can't be printed.
 */
export class CallbackError extends SeedanceError {
	override name = 'CallbackError' as const;

	/** The callback's name: `onSubmitting`, `onSubmitted`, `onProgress`, or `build` of a request of your own. */
	readonly callback: string;

	/** The task. Absent for `onSubmitting` and `build`: no task exists. */
	readonly taskId: string | undefined;

	constructor(callback: string, taskId: string | undefined, cause: unknown) {
		const outcome =
			taskId === undefined
				? 'nothing was sent: submit again once the callback works'
				: `task ${JSON.stringify(taskId)} isn't affected: ${resumeHint(taskId)}`;
		super(`${callback} threw ${JSON.stringify(messageOf(cause))}; ${outcome}`, { cause });
		this.callback = callback;
		this.taskId = taskId;
	}
}

/** Returns whether `error` is a {@link CallbackError}. */
export function isCallbackError(error: unknown): error is CallbackError {
	return error instanceof CallbackError;
}
