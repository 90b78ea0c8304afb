/** Where a task is, whatever an answer calls it. `waiting` is the time before the gateway has queued it. */
export type Phase = 'waiting' | 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled' | 'expired' | 'unknown';

/** How a task stands at a moment. */
export interface TaskState {
	readonly phase: Phase;

	/** The status as the answer is to spell it, where that isn't the shape's own spelling. */
	readonly spelling?: string | undefined;

	/** In per cent, 0 to 100. */
	readonly progress: number;

	/** Why the task failed. */
	readonly failure?: Failure | undefined;

	/** When the work began, in milliseconds after the task was created; absent until then. */
	readonly startedAfter?: number | undefined;

	/** When the task ended, in milliseconds after it was created; absent until then. */
	readonly finishedAfter?: number | undefined;
}

/** What went wrong, in upstream's words. */
export interface Failure {
	readonly code: string;
	readonly message: string;

	/** How many times the failure is quoted as JSON in a message of another; 0 where it is told in plain words. */
	readonly quoted: number;
}

/**
 * A task's whole course: how it stands `elapsed` milliseconds after it was created. A pure function, so that a clock may
 * jump, and a state that nobody asked for is passed over.
 */
export type Timeline = (elapsed: number) => TaskState;

/** The course of a task that waits, runs and succeeds. Like the API, it reports 50 % as soon as it runs. */
export function succeeding(queuedFor: number, runningFor: number): Timeline {
	const finishedAfter = queuedFor + runningFor;
	return (elapsed) => {
		if (elapsed < queuedFor / 2) return { phase: 'waiting', progress: 0 };
		if (elapsed < queuedFor) return { phase: 'queued', progress: 0 };
		if (elapsed < finishedAfter) {
			const progress = 50 + Math.floor((50 * (elapsed - queuedFor)) / runningFor);
			return { phase: 'running', progress, startedAfter: queuedFor };
		}
		return { phase: 'succeeded', progress: 100, startedAfter: queuedFor, finishedAfter };
	};
}
