/** How a task stands at a moment, in the words of the API's answers. */
export interface TaskState {
	readonly status: 'NOT_START' | 'QUEUED' | 'IN_PROGRESS' | 'SUCCESS';

	/** In per cent, 0 to 100. */
	readonly progress: number;

	/** When the work began, in milliseconds after the task was created; absent until then. */
	readonly startedAfter?: number;

	/** When the task ended, in milliseconds after it was created; absent until then. */
	readonly finishedAfter?: number;
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
		if (elapsed < queuedFor / 2) return { status: 'NOT_START', progress: 0 };
		if (elapsed < queuedFor) return { status: 'QUEUED', progress: 0 };
		if (elapsed < finishedAfter) {
			const progress = 50 + Math.floor((50 * (elapsed - queuedFor)) / runningFor);
			return { status: 'IN_PROGRESS', progress, startedAfter: queuedFor };
		}
		return { status: 'SUCCESS', progress: 100, startedAfter: queuedFor, finishedAfter };
	};
}
