import type { ExtraBody } from '../client/index.js';
import type { TaskStatus } from '../client/task/status.js';
import type { Refused, Submittable } from '../request/submittable.js';
import type { VideoResultWithLastFrame } from '../client/task/result.js';
import type { SaveOptions } from '../node/index.js';
import type { Buildable, VideoRequest } from '../request/types.js';

/**
 * The steps of a generation, for an engine that runs each of them again until it succeeds. A step may run in any process, and
 * several times at once: a request is paid for once, and a step that is done returns what it returned before. All that the
 * steps take and return is JSON, but for signals and callbacks.
 *
 * A key is your own name for one video, such as an order number. A key belongs to one request.
 */
export interface Steps {
	/**
	 * Submits a request once, and resolves with the id of its task.
	 *
	 * It writes to the store that the request is about to be sent, before it is sent. If another run is sending it, it waits for that
	 * run's answer, until the client's `requestTimeout` and ten seconds have passed. If it is certain that no task exists, because the
	 * API refused the request or the task failed, another call begins another attempt.
	 *
	 * @throws {SubmitUncertainError} If a task may exist: the outcome of the request is unknown, or the run that sent it has not
	 * recorded one in time. Every later call throws it too.
	 * @throws {ConfigurationError} If the key belongs to another request, or is no text.
	 * @throws {TaskFailedError} If the task has failed, and the same request would fail again.
	 * @throws {StoreError} If the store fails. It has the `taskId` if the task exists.
	 * @throws Whatever `client.submit()` throws. It sends the request once: repeating it is up to the engine.
	 *
	 * @example
	 * const { taskId } = await steps.submit('order-17', video().text('A cat plays the piano').resolution('720p'));
	 */
	submit<Request extends VideoRequest | Buildable | Refused>(
		key: string,
		request: Submittable<Request>,
		options?: SubmitStepOptions,
	): Promise<SubmittedTask>;

	/**
	 * Reads the task of a key once: its result, or how long to wait for the next check. A task that has ended isn't read again.
	 *
	 * A submit that is uncertain and has a `taskId` is settled here, if the task exists.
	 *
	 * @throws {TaskFailedError} If the task has failed.
	 * @throws {SubmitUncertainError} If a task may exist and its id is unknown.
	 * @throws {ConfigurationError} If nothing was submitted under the key, or the API refused it.
	 * @throws {ApiError | NetworkError | UnexpectedResponseError} If the read fails. The task isn't affected: check again later.
	 * @throws {StoreError} If the store fails.
	 * @throws {TaskAbortedError} When `signal` aborts.
	 *
	 * @example
	 * const checked = await steps.check('order-17');
	 * if (checked.done) console.log(checked.result.videoUrl);
	 * else console.log(`check again in ${checked.checkAgainAfter} ms`);
	 */
	check(key: string, options?: CheckStepOptions): Promise<CheckedTask>;

	/**
	 * Saves the video of a key as a file, like `saveVideo()`, and resolves with the file's absolute path. It replaces a file that an
	 * earlier call for this key and path has written, so that a step that is run again succeeds. Node only.
	 *
	 * @throws {ConfigurationError} If the task is not finished: `check()` it first.
	 * @throws {SaveError | DownloadError | CallbackError | TaskAbortedError} What `saveVideo()` throws.
	 * @throws Whatever `check()` throws.
	 *
	 * @example
	 * const path = await steps.save('order-17', 'order-17.mp4');
	 */
	save(key: string, path: string, options?: SaveOptions): Promise<string>;

	/**
	 * Records what you found out about an uncertain submit: the id of its task from the account's usage log, which is read once, or
	 * that there is no task, so that `submit()` may begin another attempt. Until then, a key with an uncertain submit stays as it is.
	 *
	 * @throws {ConfigurationError} If the key has no uncertain submit, or its request may still be on its way.
	 * @throws {ApiError | NetworkError | UnexpectedResponseError} If the task can't be read.
	 * @throws {StoreError} If the store fails.
	 *
	 * @example
	 * await steps.settle('order-17', { taskId });
	 */
	settle(key: string, outcome: SubmitOutcome): Promise<void>;
}

/** What became of an uncertain submit: a task, or none. */
export type SubmitOutcome = { readonly taskId: string } | 'no-task';

/** Options of `steps.submit()`. */
export interface SubmitStepOptions {
	/** Like the `signal` of `client.submit()`. It also ends the wait for another run. */
	readonly signal?: AbortSignal | undefined;

	/** Fields that the API page doesn't document, sent unchanged. They can't replace fields of the request. */
	readonly extraBody?: ExtraBody | undefined;
}

/** Options of `steps.check()`. */
export interface CheckStepOptions {
	readonly signal?: AbortSignal | undefined;
}

/** A task that exists. */
export interface SubmittedTask {
	/** The id that the API returned: `client.task(taskId)` resumes the task without the store. */
	readonly taskId: string;
}

/** What a check found. */
export type CheckedTask = FinishedTask | UnfinishedTask;

/** A task that has a video. */
export interface FinishedTask {
	readonly done: true;
	readonly taskId: string;
	readonly result: VideoResultWithLastFrame;
}

/** A task that has not ended, or a request on its way. */
export interface UnfinishedTask {
	readonly done: false;

	/** Absent while the request is on its way. */
	readonly taskId?: string;

	/** When the request was submitted, in ISO 8601. Absent while it is on its way. */
	readonly submittedAt?: string;

	/** `sending` while the request is on its way, and then the status of the task. */
	readonly status: TaskStatus | 'sending';

	/** The part that is done, from 0 to 1, as the API reports it. */
	readonly progress: number;

	/** How long to wait before the next check, in milliseconds. */
	readonly checkAgainAfter: number;
}
