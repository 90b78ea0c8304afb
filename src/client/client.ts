import type { SubmitUncertainError } from '../errors/submit-uncertain-error.js';
import type { Refused, Submittable } from '../request/submittable.js';
import type { Buildable, VideoRequest } from '../request/types.js';
import type { Settled } from './batch/settled.js';
import type { ExtraBody } from './submit/body.js';
import type { SubmittingEvent } from './submit/create.js';
import type { ResultOf, VideoResultWithLastFrame } from './task/result.js';
import type { Task } from './task/task.js';
import type { TaskProgress, WaitOptions } from './task/wait.js';

/** API client: submits requests and resumes tasks. */
export interface Client {
	/**
	 * Submits a request: a payload, a finished chain, or anything with `build()`. The request is judged before it is sent.
	 *
	 * Creates are billable: a request is sent again only if the API certainly did not accept it (connection refused, HTTP 429,
	 * an asset still processing), up to three times in all, or as `attempts` says. The pauses are those of `polling`, or `Retry-After`, a minute at most.
	 *
	 * @throws {ConfigurationError} If `attempts` is not a whole number from 1 up, or another option can't be used.
	 * @throws {InvalidRequestError} If the request breaks a rule, or has a source at a private host, such as `localhost`, while the
	 * API's own host is public. Nothing was sent.
	 * @throws {ApiError} If the API refused it. No task exists.
	 * @throws {NetworkError} If the API could not be reached. Nothing was sent.
	 * @throws {CallbackError} If `onSubmitting` threw. Nothing was sent.
	 * @throws {SubmitUncertainError} If it is unknown whether the API accepted it: a task may exist.
	 * @throws {TaskAbortedError} If `signal` was aborted before anything was sent, or in the pause after a refusal.
	 *
	 * @example
	 * const task = await client.submit(video().text('A cat plays the piano').resolution('1080p'));
	 */
	submit<Request extends VideoRequest | Buildable | Refused>(
		request: Submittable<Request>,
		options?: SubmitOptions,
	): Promise<Task<ResultOf<Request>>>;

	/**
	 * Resumes a task by its id. Makes no request: whether the task exists shows at the first read.
	 *
	 * @throws {ConfigurationError} If the id is empty.
	 */
	task(taskId: string): Task<VideoResultWithLastFrame>;

	/**
	 * Submits a request and waits for its video: `submit()`, then `wait()`. Throws what either of them throws.
	 *
	 * @example
	 * const result = await client.generate(request, { onSubmitted: (task) => remember(task.id) });
	 */
	generate<Request extends VideoRequest | Buildable | Refused>(
		request: Submittable<Request>,
		options?: GenerateOptions,
	): Promise<ResultOf<Request>>;

	/**
	 * Generates a video for each request, some at a time, and yields each outcome in order of completion. A failure is an
	 * outcome like any other and does not end the rest. HTTP 429 to one call delays all of them, and is retried until the
	 * `deadline`, so that an account with fewer parallel tasks than `concurrency` still completes every request.
	 *
	 * The batch stops paying when paying is pointless: after three submits in a row whose outcome is unknown, or after one refusal
	 * of the key or the account (`auth`, `billing`), nothing more is submitted. The remaining requests are rejected with a
	 * `BatchStoppedError`. After an unknown outcome, fewer requests are sent at a time, so that no more than three are unknown
	 * beyond those that were on their way already.
	 *
	 * An abort settles the running requests with their `taskId`, and all others as aborted before they were sent. If the loop is
	 * left early, nothing more is submitted and nothing is waited for; leaving takes until the requests on their way are
	 * answered, so that `onSubmitted` reports every task and `onUncertain` every task that may exist.
	 *
	 * @throws {ConfigurationError} If `concurrency` is not a whole number from 1 up, `deadline` is not a time, or `requests` is not an
	 * iterable.
	 *
	 * @example
	 * for await (const settled of client.generateAll([request, request], { concurrency: 2 })) {
	 * 	if (settled.status === 'fulfilled') console.log(settled.index, settled.value.videoUrl);
	 * 	else console.error(settled.index, settled.taskId, settled.reason);
	 * }
	 */
	generateAll<Request extends VideoRequest | Buildable | Refused>(
		requests: Iterable<Submittable<Request>> | AsyncIterable<Submittable<Request>>,
		options?: GenerateAllOptions,
	): AsyncIterable<Settled<Request>>;
}

/** Options of `client.submit()`. */
export interface SubmitOptions {
	/** Aborted before the request is sent, it throws a `TaskAbortedError`; while it is on its way, a `SubmitUncertainError`. */
	readonly signal?: AbortSignal | undefined;

	/**
	 * Called before every attempt to send the request: the place to store that money is about to be spent. May be async; nothing
	 * is sent before it is done. If it throws or takes longer than `requestTimeout`, nothing is sent, and `submit()` throws a
	 * `CallbackError`.
	 */
	readonly onSubmitting?: ((event: SubmittingEvent) => unknown) | undefined;

	/**
	 * How often the request is sent at most. With 1, a refusal that would be retried is thrown at once; in `generateAll()`, HTTP 429
	 * is retried until the `deadline` all the same.
	 *
	 * @default 3
	 */
	readonly attempts?: number | undefined;

	/** Fields that the API page doesn't document, sent unchanged. They can't replace fields of the request. */
	readonly extraBody?: ExtraBody | undefined;
}

/** Options of `client.generate()`. `deadline` counts from the moment that the task exists. */
export interface GenerateOptions extends SubmitOptions, WaitOptions {
	/**
	 * Called as soon as the task exists: the place to store its id. May be async; the wait starts after it, and `deadline` includes
	 * it. If it throws, `generate()` throws a `CallbackError`, and the task goes on.
	 */
	readonly onSubmitted?: ((task: Task) => unknown) | undefined;
}

/** Options of `client.generateAll()`. `deadline` counts for each submit, and for each task from the moment that it exists. */
export interface GenerateAllOptions extends SubmitOptions, Pick<WaitOptions, 'deadline'> {
	/** How many tasks run at a time: submitted and not yet finished. @default 3 */
	readonly concurrency?: number | undefined;

	/** Like `onProgress` of `generate()`, with the index of the request. */
	readonly onProgress?: ((progress: TaskProgress, index: number) => unknown) | undefined;

	/** Like `onSubmitted` of `generate()`, with the index of the request. */
	readonly onSubmitted?: ((task: Task, index: number) => unknown) | undefined;

	/**
	 * Called if it is unknown whether the API accepted a request, with the index of the request. The outcome of the request has the
	 * same error; a loop that is left early is told here alone. May be async; what it throws is ignored.
	 */
	readonly onUncertain?: ((error: SubmitUncertainError, index: number) => unknown) | undefined;
}
