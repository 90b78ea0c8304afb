import { messageOf } from './message-of.js';
import { resumeHint } from './resume-hint.js';
import { SeedanceError } from './seedance-error.js';

/**
 * One of your callbacks threw, or returned a promise that was rejected. The call ended; the task isn't affected.
 *
 * `cause` is what the callback threw.
 */
export class CallbackError extends SeedanceError {
	override name = 'CallbackError' as const;

	/** The callback's name: `onSubmitted` or `onProgress`. */
	readonly callback: string;

	readonly taskId: string;

	constructor(callback: string, taskId: string, cause: unknown) {
		super(
			`${callback} threw ${JSON.stringify(messageOf(cause))}; task ${JSON.stringify(taskId)} isn't affected: ${resumeHint(taskId)}`,
			{ cause },
		);
		this.callback = callback;
		this.taskId = taskId;
	}
}

/** Returns whether `error` is a {@link CallbackError}. */
export function isCallbackError(error: unknown): error is CallbackError {
	return error instanceof CallbackError;
}
