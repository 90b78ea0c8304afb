/** The phase of a task, whatever an answer calls it. `waiting`: the gateway has not queued the task yet. */
export type Phase = 'waiting' | 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled' | 'expired' | 'unknown';

/** The state of a task at one moment. */
export interface TaskState {
	readonly phase: Phase;

	/** The status text of the answer. Absent if the shape's own status text is used. */
	readonly spelling?: string | undefined;

	/** In per cent, 0 to 100. */
	readonly progress: number;

	/** Why the task failed. */
	readonly failure?: Failure | undefined;

	/** When the task started to run, in milliseconds after it was created. Absent until then. */
	readonly startedAfter?: number | undefined;

	/** When the task ended, in milliseconds after it was created. Absent until then. */
	readonly finishedAfter?: number | undefined;
}

/** An error of the upstream model API. */
export interface Failure {
	readonly code: string;
	readonly message: string;

	/** How many times the error is quoted as JSON in the message of another error. 0: it is not quoted. */
	readonly quoted: number;
}
