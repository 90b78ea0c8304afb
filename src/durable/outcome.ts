import { SubmitUncertainError, TaskFailedError } from '../errors/index.js';
import type { DoneEntry, JournalEntry, SendingEntry, UncertainEntry } from './entry.js';

/**
 * How long another run may still record the answer to a request that it is sending, in milliseconds; 0 or less if that time has
 * passed. Never more than the request may take, whatever the clock of the other machine says.
 */
export function timeLeft({ at, timeout }: SendingEntry): number {
	const most = timeout + grace;
	const left = Date.parse(at) + most - Date.now();
	return Number.isNaN(left) ? 0 : Math.min(left, most);
}

/** How long a run may take before it sends its request, and to record the answer, in milliseconds. */
export const grace = 10_000;

/** The error for a request whose run has not recorded an answer in time. */
export function unrecorded({ at, timeout, fingerprint }: SendingEntry, cause?: unknown): SubmitUncertainError {
	const reason = new Error(`the run that was sending it has recorded no answer within ${timeout + grace} ms`);
	return new SubmitUncertainError({ request: {}, sentAt: at, fingerprint, cause: cause ?? reason });
}

/** The error for a request whose outcome is unknown. */
export function uncertainSubmit({ reason, ...facts }: UncertainEntry): SubmitUncertainError {
	return new SubmitUncertainError({ ...facts, request: {}, cause: new Error(reason) });
}

/** The error for a task that ended without a video; `undefined` if it has one. */
export function failedTask({ taskId, failure }: DoneEntry): TaskFailedError | undefined {
	return failure && new TaskFailedError(taskId, failure);
}

/** Whether it is certain that no task exists or will be paid for, so that the request may be submitted again. */
export function mayBeginAgain(entry: JournalEntry): boolean {
	return entry.state === 'refused' || (entry.state === 'done' && failedTask(entry)?.retryable === true);
}
