import { type EmulatedTask, type Output, outputOf } from '../emulated-task.js';
import { framesPerSecond } from '../h264.js';
import type { Failure, Phase, TaskState } from '../timeline.js';

/** How a gateway writes its answers. */
export interface ShapeWriter {
	/** The answer to a create request that is accepted. */
	readonly created: (task: EmulatedTask) => object;

	/** The answer to a query. */
	readonly task: (view: TaskView) => object;

	/** The body of an HTTP error. */
	readonly error: (failure: ErrorFacts) => object;
}

/** A task as a query finds it. */
export interface TaskView {
	readonly task: EmulatedTask;
	readonly state: TaskState;
	readonly succeeded: boolean;
	readonly output: Output;

	/** What the task takes. */
	readonly tokens: number;

	/** When the task was created, in Unix seconds. */
	readonly createdAt: number;

	/** When the work began, in Unix seconds; 0 until then. */
	readonly startedAt: number;

	/** When the task ended, in Unix seconds; 0 until then. */
	readonly finishedAt: number;

	/** When the query was made, in Unix seconds. */
	readonly now: number;
}

/** What an HTTP error says. */
interface ErrorFacts extends Failure {
	/** The family of errors that `code` is one of. */
	readonly type: string;
}

/** A task as a query finds it `elapsed` milliseconds after it was created. */
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

/** A moment in Unix seconds, from milliseconds. */
export function unixSeconds(milliseconds: number): number {
	return Math.floor(milliseconds / 1000);
}

/** A state's status: as its script spells it, or as the shape does. A status that nobody knows has no spelling but its own. */
export function spell({ spelling, phase }: TaskState, spellings: Readonly<Record<Phase, string>>): string {
	return spelling ?? spellings[phase];
}

/** A failure as one text. */
export function failureText({ code, message, quoted }: Failure): string {
	return quoted > 0 ? quotation(code, message, quoted) : `${code}: ${message}`;
}

/** A failure as a code and a message. Where the gateway quotes upstream, the code is the gateway's own. */
export function failureFields({ code, message, quoted }: Failure): { readonly code: string; readonly message: string } {
	return quoted > 0 ? { code: 'fail_to_fetch_task', message: quotation(code, message, quoted) } : { code, message };
}

/** An error of upstream's as JSON, quoted by one gateway after the other. */
function quotation(code: string, message: string, times: number): string {
	return times > 1
		? JSON.stringify({ code: 'fail_to_fetch_task', message: quotation(code, message, times - 1), data: null })
		: JSON.stringify({ error: { code, message, param: '', type: 'BadRequest' } });
}
