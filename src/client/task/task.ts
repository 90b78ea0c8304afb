import { TaskAbortedError } from '../../errors/task-aborted-error.js';
import { raceAbort } from '../abort.js';
import type { TaskContext } from '../context.js';
import { readSnapshot, type TaskSnapshot } from './snapshot.js';
import type { VideoResult, VideoResultWithLastFrame } from './result.js';
import { waitForTask, type WaitOptions } from './wait.js';

/**
 * A task at the API, known by its id alone: `client.task(id)` takes up in one process what another has submitted.
 * `JSON.stringify(task)` is `{"id":"…"}`.
 */
export interface Task<Result extends VideoResult = VideoResult> {
	/** The id that the API gave. Keep it: it is all that is needed to come back to the task. */
	readonly id: string;

	/**
	 * Reads the task once. A failed task is an answer like any other here; only `wait()` throws it.
	 *
	 * @throws {ApiError | NetworkError | UnexpectedResponseError} Where the read itself fails. It isn't repeated.
	 * @throws {TaskAbortedError} The moment that `signal` aborts.
	 */
	status(options?: StatusOptions): Promise<TaskSnapshot<Result>>;

	/**
	 * Waits until the task is finished, and resolves with its video. It looks at once, then with growing pauses. A read that
	 * fails is made again, to the deadline; only an answer that no repetition would change, such as a 401, ends the wait.
	 *
	 * @throws {TaskFailedError} Where the task failed, expired or was cancelled.
	 * @throws {TaskTimeoutError} Where it wasn't finished by the deadline. The task goes on.
	 * @throws {TaskAbortedError} The moment that `signal` aborts. The task goes on.
	 * @throws {CallbackError} Where `onProgress` throws. The task goes on.
	 * @throws {ApiError} Where the API refuses the read for good.
	 *
	 * @example
	 * const result = await client.task(id).wait({ onProgress: ({ status }) => console.log(status) });
	 */
	wait(options?: WaitOptions): Promise<Result>;
}

/** What `task.status()` takes. */
export interface StatusOptions {
	readonly signal?: AbortSignal | undefined;
}

/** The handle behind {@link Task}. Its context, and with it the key, is out of reach of JSON and `console.log`. */
export class TaskHandle implements Task<VideoResultWithLastFrame> {
	readonly id: string;
	readonly #context: TaskContext;

	constructor(id: string, context: TaskContext) {
		this.id = id;
		this.#context = context;
		Object.freeze(this);
	}

	async status(options: StatusOptions = {}): Promise<TaskSnapshot<VideoResultWithLastFrame>> {
		const { readTimeout: timeout } = this.#context;
		const aborted = (reason: unknown): TaskAbortedError => new TaskAbortedError(reason, this.id);
		return raceAbort(options.signal, aborted, (signal) => readSnapshot(this.#context, this.id, { timeout, signal }));
	}

	async wait(options: WaitOptions = {}): Promise<VideoResultWithLastFrame> {
		return waitForTask(this.id, this.#context, options);
	}
}
