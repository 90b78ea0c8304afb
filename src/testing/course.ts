import type { Reply } from './reply.js';
import { player, type Script } from './script.js';
import type { TaskStep } from './steps.js';
import type { TaskState, Timeline } from './timeline.js';

/** How a task goes. */
export interface Course {
	/** What a query finds, `elapsed` milliseconds after the task was created. */
	look(elapsed: number): TaskState | Reply;

	/** How the task stands, without a query. */
	state(elapsed: number): TaskState;
}

/** The course that the clock tells. */
export function timed(timeline: Timeline): Course {
	return { look: timeline, state: timeline };
}

/** The course that a script tells, a query an entry. Between two queries the task stands as the last one found it. */
export function scripted(script: Script<TaskStep | Reply>): Course {
	const next = player(script);
	let last: TaskState = { phase: 'queued', progress: 0 };
	return {
		look(elapsed) {
			const entry = next();
			if (typeof entry === 'function') return entry;
			if (entry !== undefined) last = stateOf(entry, elapsed, last);
			return last;
		},
		state: () => last,
	};
}

/** The state that a step leads to. The work begins and ends at the query that first finds it so. */
function stateOf({ phase, spelling, progress, failure }: TaskStep, elapsed: number, before: TaskState): TaskState {
	const goesOn = phase === 'queued' || phase === 'running' || phase === 'unknown';
	const begun = phase === 'running' || phase === 'succeeded';
	return {
		phase,
		spelling,
		progress: progress ?? before.progress,
		failure,
		startedAfter: before.startedAfter ?? (begun ? elapsed : undefined),
		finishedAfter: goesOn ? undefined : (before.finishedAfter ?? elapsed),
	};
}
