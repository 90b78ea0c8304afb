import type { FailedStatus } from '../../errors/task-failed-error.js';

/** The known spellings of each status, in lower case: of the API, its gateway and similar gateways. */
const spellings = {
	queued: ['', 'not_start', 'submitted', 'queued', 'pending'],
	running: ['in_progress', 'processing', 'running', 'generating'],
	succeeded: ['success', 'succeeded', 'completed'],
	failed: ['failure', 'failed', 'error', 'fail'],
	cancelled: ['cancelled', 'canceled'],
	expired: ['expired', 'timeout'],
} as const;

/** The status of a task, however the API spells it. `unknown` is an unknown spelling: the task may still succeed. */
export type TaskStatus = keyof typeof spellings | 'unknown';

/** Converts a spelling into a status. */
export function normaliseStatus(rawStatus: string): TaskStatus {
	return bySpelling.get(rawStatus.trim().toLowerCase()) ?? 'unknown';
}

/** Whether a task has ended without a video. */
export function isFailed(status: TaskStatus): status is FailedStatus {
	return status === 'failed' || status === 'cancelled' || status === 'expired';
}

const bySpelling: ReadonlyMap<string, TaskStatus> = new Map(
	Object.entries(spellings).flatMap(([status, all]) =>
		all.map((spelling) => [spelling, status as keyof typeof spellings]),
	),
);
