import { resumeHint } from './resume-hint.js';
import { SeedanceError } from './seedance-error.js';
import { wordsOf } from './words-of.js';

/**
 * A callback of yours threw, or the promise it returned was rejected. That ended the call; the task isn't affected.
 *
 * `cause` is what the callback threw.
 */
export class CallbackError extends SeedanceError {
	override name = 'CallbackError' as const;

	/** The callback: `onSubmitted` or `onProgress`. */
	readonly callback: string;

	readonly taskId: string;

	constructor(callback: string, taskId: string, cause: unknown) {
		super(
			`${callback} threw ${JSON.stringify(wordsOf(cause))}; task ${JSON.stringify(taskId)} isn't affected: ${resumeHint(taskId)}`,
			{ cause },
		);
		this.callback = callback;
		this.taskId = taskId;
	}
}

/** Tells whether `error` is a {@link CallbackError}. */
export function isCallbackError(error: unknown): error is CallbackError {
	return error instanceof CallbackError;
}
