import type { TaskState } from '../task-state.js';
import type { Reply } from './replies.js';
import { player, type Script } from './script.js';
import type { TaskStep } from './steps.js';
import type { Timeline } from './timeline.js';

/** The states that a task goes through. */
export interface TaskScript {
	/** Answers a query, `elapsed` milliseconds after the task was created. */
	query(elapsed: number): TaskState | Reply;

	/** Returns the state without a query. */
	state(elapsed: number): TaskState;
}

/** Follows the clock. */
export function followTimeline(timeline: Timeline): TaskScript {
	return { query: timeline, state: timeline };
}

/** Follows a script, one entry for each query. Between two queries the task keeps the state that the last one found. */
export function followSteps(script: Script<TaskStep | Reply>): TaskScript {
	const next = player(script);
	let last: TaskState = { phase: 'queued', progress: 0 };
	return {
		query(elapsed) {
			const entry = next();
			if (typeof entry === 'function') return entry;
			if (entry !== undefined) last = stateAfter(entry, elapsed, last);
			return last;
		},
		state: () => last,
	};
}

/** Returns the state after a step. A task starts and ends at the first query that finds it started or ended. */
function stateAfter({ phase, spelling, progress, failure }: TaskStep, elapsed: number, before: TaskState): TaskState {
	const isUnfinished = phase === 'queued' || phase === 'running' || phase === 'unknown';
	const hasStarted = phase === 'running' || phase === 'succeeded';
	return {
		phase,
		spelling,
		progress: progress ?? before.progress,
		failure,
		startedAfter: before.startedAfter ?? (hasStarted ? elapsed : undefined),
		finishedAfter: isUnfinished ? undefined : (before.finishedAfter ?? elapsed),
	};
}
