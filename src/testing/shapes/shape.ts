import { framesPerSecond } from '../media/h264.js';
import { type EmulatedTask, type Output, outputOf } from '../task.js';
import type { Failure, Phase, TaskState } from '../task-state.js';

/** Writes the answers of one gateway. */
export interface ShapeWriter {
	/** The answer to an accepted create request. */
	readonly created: (task: EmulatedTask) => object;

	/** The answer to a query. */
	readonly task: (view: TaskView) => object;

	/** The body of an HTTP error. */
	readonly error: (failure: ErrorFacts) => object;
}

/** What a query finds. */
export interface TaskView {
	readonly task: EmulatedTask;
	readonly state: TaskState;
	readonly succeeded: boolean;
	readonly output: Output;

	/** The number of tokens that the task uses. */
	readonly tokens: number;

	/** When the task was created, in Unix seconds. */
	readonly createdAt: number;

	/** When the task started to run, in Unix seconds; 0 until then. */
	readonly startedAt: number;

	/** When the task ended, in Unix seconds; 0 until then. */
	readonly finishedAt: number;

	/** When the query was made, in Unix seconds. */
	readonly now: number;
}

/** The content of an HTTP error. */
interface ErrorFacts extends Failure {
	/** The type of error, such as `rate_limit_error`. */
	readonly type: string;
}

/** Returns what a query finds `elapsed` milliseconds after the task was created. */
export function viewOf(task: EmulatedTask, state: TaskState, elapsed: number): TaskView {
	const output = outputOf(task.request);
	const moment = (after: number | undefined): number => (after === undefined ? 0 : unixSeconds(task.createdAt + after));
	return {
		task,
		state,
		succeeded: state.phase === 'succeeded',
		output,
		tokens: Math.ceil((output.width * output.height * framesPerSecond * output.seconds) / 1024),
		createdAt: moment(0),
		startedAt: moment(state.startedAfter),
		finishedAt: moment(state.finishedAfter),
		now: moment(elapsed),
	};
}

/** Converts milliseconds to Unix seconds. */
export function unixSeconds(milliseconds: number): number {
	return Math.floor(milliseconds / 1000);
}

/** Returns the status text of a state: the one that the script gives, or else the shape's. */
export function spell({ spelling, phase }: TaskState, spellings: Readonly<Record<Phase, string>>): string {
	return spelling ?? spellings[phase];
}

/** Returns an error as one text. */
export function failureText({ code, message, quoted }: Failure): string {
	return quoted > 0 ? quotation(code, message, quoted) : `${code}: ${message}`;
}

/** Returns an error as a code and a message. If the gateway quotes the upstream error, the code is the gateway's own. */
export function failureFields({ code, message, quoted }: Failure): { readonly code: string; readonly message: string } {
	return quoted > 0 ? { code: 'fail_to_fetch_task', message: quotation(code, message, quoted) } : { code, message };
}

/** Returns an upstream error as JSON, quoted `times` times. */
function quotation(code: string, message: string, times: number): string {
	return times > 1
		? JSON.stringify({ code: 'fail_to_fetch_task', message: quotation(code, message, times - 1), data: null })
		: JSON.stringify({ error: { code, message, param: '', type: 'BadRequest' } });
}
