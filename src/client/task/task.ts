import { readOptions } from '../../errors/read-options.js';
import { safeCause } from '../../errors/safe-cause.js';
import { TaskAbortedError } from '../../errors/task-aborted-error.js';
import { raceAbort } from '../abort.js';
import type { TaskContext } from '../context.js';
import { readSnapshot, type TaskSnapshot } from './snapshot.js';
import type { VideoResult, VideoResultWithLastFrame } from './result.js';
import { readWaitOptions, waitForTask, type WaitOptions } from './wait.js';

/**
 * A task at the API. Its id is all that is needed: `client.task(id)` resumes in one process what another has submitted.
 * `JSON.stringify(task)` is `{"id":"…"}`.
 */
export interface Task<Result extends VideoResult = VideoResult> {
	/** The id that the API returned. Store it: `client.task(id)` resumes the task with it. */
	readonly id: string;

	/**
	 * Reads the task once. Doesn't throw for a failed task: the snapshot has its `failure`.
	 *
	 * @throws {ApiError | NetworkError | UnexpectedResponseError} If the read itself fails. It isn't retried.
	 * @throws {TaskAbortedError} When `signal` aborts.
	 */
	status(options?: StatusOptions): Promise<TaskSnapshot<Result>>;

	/**
	 * Waits until the task is finished, and resolves with its video. Reads the task at once, then after growing pauses. A failed
	 * read is retried until the deadline, unless a retry would not change the answer, as with HTTP 401.
	 *
	 * @throws {TaskFailedError} If the task failed, expired or was cancelled.
	 * @throws {TaskTimeoutError} If it isn't finished at the deadline. The task goes on.
	 * @throws {TaskAbortedError} When `signal` aborts. The task goes on.
	 * @throws {CallbackError} If `onProgress` throws. The task goes on.
	 * @throws {ApiError} If the API refuses the read, and a retry would not change that.
	 *
	 * @example
	 * const result = await client.task(id).wait({ onProgress: ({ status }) => console.log(status) });
	 */
	wait(options?: WaitOptions): Promise<Result>;
}

/** Options of `task.status()`. */
export interface StatusOptions {
	readonly signal?: AbortSignal | undefined;
}

/** Implements {@link Task}. Its context, and with it the key, is private: JSON and `console.log` don't show it. */
export class TaskHandle implements Task<VideoResultWithLastFrame> {
	readonly id: string;
	readonly #context: TaskContext;

	constructor(id: string, context: TaskContext) {
		this.id = id;
		this.#context = context;
		Object.freeze(this);
	}

	async status(options?: StatusOptions): Promise<TaskSnapshot<VideoResultWithLastFrame>> {
		const { signal } = readOptions('options', options, ({ signal }) => ({ signal }));
		const { readTimeout: timeout, transport } = this.#context;
		const aborted = (reason: unknown): TaskAbortedError =>
			new TaskAbortedError(safeCause(reason, transport.redact), this.id);
		const read = await raceAbort(signal, aborted, (own) =>
			readSnapshot(this.#context, this.id, { timeout, signal: own }),
		);
		return read.snapshot;
	}

	async wait(options?: WaitOptions): Promise<VideoResultWithLastFrame> {
		return waitForTask(this.id, this.#context, readOptions('options', options, readWaitOptions));
	}
}
