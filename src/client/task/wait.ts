import { CallbackError } from '../../errors/callback-error.js';
import { safeCause } from '../../errors/safe-cause.js';
import { TaskAbortedError } from '../../errors/task-aborted-error.js';
import { TaskFailedError } from '../../errors/task-failed-error.js';
import { TaskTimeoutError } from '../../errors/task-timeout-error.js';
import { UnexpectedResponseError } from '../../errors/unexpected-response-error.js';
import { raceAbort } from '../abort.js';
import type { CallRecord } from '../http/call.js';
import { isOutOfTime } from '../clock.js';
import type { TaskContext } from '../context.js';
import { runCallback } from '../run-callback.js';
import { deadlineOf } from '../options.js';
import { poll, type Poll } from './poll.js';
import { isTransient, readSnapshot, type TaskSnapshot } from './snapshot.js';
import type { VideoResultWithLastFrame } from './result.js';
import type { TaskStatus } from './status.js';

/** Options of `task.wait()`. Times are in milliseconds. */
export interface WaitOptions {
	/** Ends the wait when it aborts. The task itself can't be cancelled, and goes on. */
	readonly signal?: AbortSignal | undefined;

	/** How long to wait, from the call on. @default the client's `polling.deadline`, half an hour */
	readonly deadline?: number | undefined;

	/**
	 * Called with the first status, and again when status or progress have changed. May be async; the next read waits for it. If
	 * it throws, the wait ends with a `CallbackError`.
	 */
	readonly onProgress?: ((progress: TaskProgress) => unknown) | undefined;
}

/** The progress of a task. */
export interface TaskProgress {
	readonly taskId: string;
	readonly status: TaskStatus;

	/** The part that is done, from 0 to 1, as the API reports it: in few, large steps. */
	readonly progress: number;

	/** Milliseconds since the wait began. */
	readonly elapsed: number;
}

type Snapshot = TaskSnapshot<VideoResultWithLastFrame>;

/** Copies the options of a wait. */
export function readWaitOptions({ signal, deadline, onProgress }: WaitOptions): WaitOptions {
	return { signal, deadline, onProgress };
}

/** Waits until a task is finished. Implements `Task.wait`. */
export async function waitForTask(
	taskId: string,
	context: TaskContext,
	options: WaitOptions,
): Promise<VideoResultWithLastFrame> {
	const { polling, readTimeout, clock, transport } = context;
	const { redact } = transport;
	const { onProgress } = options;
	const deadline = deadlineOf(options, polling);
	const began = clock.now();
	const record: CallRecord = { attempts: 0 };
	let last: Snapshot | undefined;
	let readsWithoutUrl = 0;

	const timedOut = (cause: unknown): TaskTimeoutError => {
		const { status: lastStatus, rawStatus } = last ?? {};
		return new TaskTimeoutError({ taskId, deadline, lastStatus, rawStatus, cause });
	};

	async function report(progress: TaskProgress, timeLeft: number): Promise<void> {
		const timeout = Math.max(timeLeft, lastReadTimeout);
		await runCallback('onProgress', onProgress, progress, { taskId, timeout, redact }).catch((error: unknown) => {
			throw error instanceof CallbackError && isOutOfTime(error.cause) ? timedOut(error) : error;
		});
	}

	async function read(timeLeft: number, signal?: AbortSignal): Promise<Poll<VideoResultWithLastFrame>> {
		const timeout = Math.min(readTimeout, Math.max(timeLeft, lastReadTimeout));
		const found = await readSnapshot(context, taskId, { timeout, retryFor: timeLeft, signal, record }).catch(
			(error: unknown) => {
				if (!isTransient(error)) throw error;
				record.error = error;
				return undefined;
			},
		);
		// A fetch that ignores the signal may answer after the abort.
		signal?.throwIfAborted();
		if (found === undefined) return {};
		const { snapshot, lacksUrl } = found;
		record.error = undefined;
		const { status, progress, result, failure } = snapshot;
		const changed = status !== last?.status || progress !== last.progress;
		last = snapshot;
		const elapsed = clock.now() - began;
		if (changed) await report({ taskId, status, progress, elapsed }, deadline - elapsed);
		if (failure !== undefined) throw new TaskFailedError(taskId, failure);
		if (lacksUrl && ++readsWithoutUrl > readsForUrl) {
			const body = JSON.stringify(snapshot.raw);
			throw new UnexpectedResponseError(
				200,
				body,
				taskId,
				'which says that the task succeeded and has no URL of its video',
			);
		}
		return { done: result };
	}

	const aborted = (reason: unknown): TaskAbortedError =>
		new TaskAbortedError(safeCause(reason, redact), taskId, last?.status);
	const result = await raceAbort(options.signal, aborted, (signal) =>
		poll(read, { ...polling, deadline, clock, signal }),
	);
	if (result !== undefined) return result;
	throw timedOut(record.error);
}

// A finished task may get its URL a little later. After these reads it is reported without one.
const readsForUrl = 3;

// The last read is made at the deadline, and needs some time of its own.
const lastReadTimeout = 1_000;
