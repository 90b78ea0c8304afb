import type { FailedStatus } from '../../errors/task-failed-error.js';

/** Every spelling of a status that the API, its gateway and its siblings are known to use, in lower case. */
const spellings = {
	queued: ['', 'not_start', 'submitted', 'queued', 'pending'],
	running: ['in_progress', 'processing', 'running', 'generating'],
	succeeded: ['success', 'succeeded', 'completed'],
	failed: ['failure', 'failed', 'error', 'fail'],
	cancelled: ['cancelled', 'canceled'],
	expired: ['expired', 'timeout'],
} as const;

/** Where a task is, however the API spells it. `unknown` is a spelling that nobody has seen yet: the task may still succeed. */
export type TaskStatus = keyof typeof spellings | 'unknown';

/** The status that a spelling stands for. */
export function normaliseStatus(rawStatus: string): TaskStatus {
	return bySpelling.get(rawStatus.trim().toLowerCase()) ?? 'unknown';
}

/** Whether a status is an end without a video. */
export function isFailed(status: TaskStatus): status is FailedStatus {
	return status === 'failed' || status === 'cancelled' || status === 'expired';
}

const bySpelling: ReadonlyMap<string, TaskStatus> = new Map(
	Object.entries(spellings).flatMap(([status, all]) =>
		all.map((spelling) => [spelling, status as keyof typeof spellings]),
	),
);
