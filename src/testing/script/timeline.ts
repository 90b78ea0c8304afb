import type { TaskState } from '../task-state.js';

/**
 * Returns the state of a task `elapsed` milliseconds after it was created. It is a pure function: a clock may skip states, or go
 * back.
 */
export type Timeline = (elapsed: number) => TaskState;

/** The timeline of a task that is queued, runs and succeeds. Like the API, it reports 50 % as soon as the task runs. */
export function successTimeline(queuedFor: number, runningFor: number): Timeline {
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
