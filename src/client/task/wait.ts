import { ApiError } from '../../errors/api-error.js';
import { SeedanceError } from '../../errors/seedance-error.js';
import { TaskAbortedError } from '../../errors/task-aborted-error.js';
import { TaskFailedError } from '../../errors/task-failed-error.js';
import { TaskTimeoutError } from '../../errors/task-timeout-error.js';
import { raceAbort } from '../http/abort.js';
import type { TaskContext } from '../context.js';
import { runCallback } from '../run-callback.js';
import { deadlineOf } from '../options.js';
import { poll, type Look } from './poll.js';
import { isTransient, readSnapshot, type TaskSnapshot } from './snapshot.js';
import type { VideoResultWithLastFrame } from './result.js';
import type { TaskStatus } from './status.js';

/** What `task.wait()` takes. Times are in milliseconds. */
export interface WaitOptions {
	/** Ends the wait the moment it aborts. The task itself can't be cancelled, and goes on. */
	readonly signal?: AbortSignal | undefined;

	/** How long to wait, from this call on. @default the client's `polling.deadline`, half an hour */
	readonly deadline?: number | undefined;

	/**
	 * Called with the first status that is read, and again whenever status or progress have changed. It may be async and is
	 * waited for; where it throws, the wait ends with a `CallbackError`.
	 */
	readonly onProgress?: ((progress: TaskProgress) => unknown) | undefined;
}

/** How far a task has come. */
export interface TaskProgress {
	readonly taskId: string;
	readonly status: TaskStatus;

	/** How much is done, from 0 to 1, as far as the API says: it jumps rather than flows. */
	readonly progress: number;

	/** Milliseconds since the wait began. */
	readonly elapsed: number;
}

type Snapshot = TaskSnapshot<VideoResultWithLastFrame>;

/** Waits until a task is finished: see `Task.wait`. */
export async function waitForTask(
	taskId: string,
	context: TaskContext,
	options: WaitOptions,
): Promise<VideoResultWithLastFrame> {
	const { polling, readTimeout, clock } = context;
	const { onProgress } = options;
	const deadline = deadlineOf(options, polling);
	const began = clock.now();
	let last: Snapshot | undefined;
	let failedRead: unknown;
	let attempt = 0;

	async function look(timeLeft: number, signal?: AbortSignal): Promise<Look<VideoResultWithLastFrame>> {
		const snapshot = await read(Math.min(readTimeout, timeLeft), signal);
		// A fetch that doesn't listen to the signal answers after the abort, when nobody is to be told any more.
		signal?.throwIfAborted();
		if (snapshot instanceof SeedanceError) {
			failedRead = snapshot;
			return { retryAfter: snapshot instanceof ApiError ? snapshot.retryAfter : undefined };
		}
		failedRead = undefined;
		const { status, progress, result, failure } = snapshot;
		const changed = status !== last?.status || progress !== last.progress;
		last = snapshot;
		const elapsed = clock.now() - began;
		if (changed) await runCallback('onProgress', taskId, onProgress, { taskId, status, progress, elapsed });
		if (failure !== undefined) throw new TaskFailedError(taskId, failure);
		return { done: result };
	}

	async function read(timeout: number, signal: AbortSignal | undefined): Promise<Snapshot | SeedanceError> {
		try {
			attempt += 1;
			return await readSnapshot(context, taskId, { timeout, signal, attempt });
		} catch (error) {
			if (isTransient(error)) return error;
			throw error;
		}
	}

	const aborted = (reason: unknown): TaskAbortedError => new TaskAbortedError(reason, taskId, last?.status);
	const result = await raceAbort(options.signal, aborted, (signal) =>
		poll(look, { ...polling, deadline, clock, signal }),
	);
	if (result !== undefined) return result;
	const { status: lastStatus, rawStatus } = last ?? {};
	throw new TaskTimeoutError({ taskId, deadline, lastStatus, rawStatus, cause: failedRead });
}
