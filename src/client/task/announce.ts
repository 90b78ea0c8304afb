import { CallbackError } from '../../errors/callback-error.js';
import { safeCause } from '../../errors/safe-cause.js';
import type { SubmitUncertainError } from '../../errors/submit-uncertain-error.js';
import { TaskAbortedError } from '../../errors/task-aborted-error.js';
import { TaskTimeoutError } from '../../errors/task-timeout-error.js';
import { raceAbort } from '../abort.js';
import { isOutOfTime } from '../clock.js';
import type { Redact } from '../http/redact.js';
import { runCallback } from '../run-callback.js';
import type { Task } from './task.js';

/** How to report a new task, or a submit that may have made one. */
export interface AnnounceOptions {
	readonly signal?: AbortSignal | undefined;

	/** How long the callback may take, in milliseconds. */
	readonly deadline: number;

	/** Keeps the key out of errors. */
	readonly redact: Redact;
}

/**
 * Reports a task as soon as it exists, whether or not `signal` has aborted, and waits for the callback until it does.
 *
 * @throws {CallbackError} If the callback throws.
 * @throws {TaskTimeoutError} If the callback isn't done at the deadline.
 * @throws {TaskAbortedError} When `signal` aborts.
 */
export async function announceTask(
	task: Task,
	onSubmitted: ((task: Task) => unknown) | undefined,
	{ signal, deadline, redact }: AnnounceOptions,
): Promise<void> {
	const aborted = (reason: unknown): TaskAbortedError => new TaskAbortedError(safeCause(reason, redact), task.id);
	const told = runCallback('onSubmitted', onSubmitted, task, { taskId: task.id, timeout: deadline, redact }).catch(
		(error: unknown) => {
			const isLate = error instanceof CallbackError && isOutOfTime(error.cause);
			throw isLate ? new TaskTimeoutError({ taskId: task.id, deadline, cause: error }) : error;
		},
	);
	told.catch(() => undefined); // after an abort, nobody else handles its rejection
	return raceAbort(signal, aborted, () => told);
}

/**
 * Reports a submit that may have made a task, and waits for the callback until it is done, the deadline comes or `signal` aborts.
 * What the callback throws is ignored: the outcome of the request has the error that matters.
 */
export async function announceUncertain(
	uncertain: SubmitUncertainError,
	onUncertain: ((error: SubmitUncertainError) => unknown) | undefined,
	{ signal, deadline, redact }: AnnounceOptions,
): Promise<void> {
	const told = runCallback('onUncertain', onUncertain, uncertain, { timeout: deadline, redact }).catch(() => undefined);
	await raceAbort(
		signal,
		(reason) => reason,
		() => told,
	).catch(() => undefined);
}
