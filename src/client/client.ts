import { ConfigurationError } from '../errors/configuration-error.js';
import { TaskAbortedError } from '../errors/task-aborted-error.js';
import type { Buildable, VideoRequest } from '../request/types.js';
import { raceAbort, either } from './http/abort.js';
import type { Submittable, Refused } from './submittable.js';
import { inOrderOfCompletion, type Settled } from './batch.js';
import { systemClock } from './clock.js';
import { contentPlaces } from './responses/content-location.js';
import type { TaskContext } from './context.js';
import { createTask, type CreateOptions } from './submit/create.js';
import { runCallback } from './run-callback.js';
import { deadlineOf, longestSilence, resolveOptions, type ClientOptions } from './options.js';
import { rateLimitGate } from './http/rate-limit-gate.js';
import { requestBody, type ExtraBody } from './submit/body.js';
import type { ResultOf, VideoResult, VideoResultWithLastFrame } from './task/result.js';
import { TaskHandle, type Task } from './task/task.js';
import { createTransport } from './http/transport.js';
import type { TaskProgress, WaitOptions } from './task/wait.js';

/** The way to the API: submits requests, and takes up the tasks that they became. */
export interface Client {
	/**
	 * Submits a request: a payload, a finished chain, or anything with `build()`. It is judged here before it is sent. What may
	 * have been accepted is never sent again; what certainly wasn't (nobody listened, a 429, an asset that has yet to settle) is
	 * sent up to three times, with the polling's pauses or the server's `Retry-After`, a minute at most.
	 *
	 * @throws {InvalidRequestError} Where the API would refuse the request. Nothing was sent.
	 * @throws {ApiError} Where the API refused it. No task exists.
	 * @throws {NetworkError} Where the API couldn't be reached. Nothing was sent.
	 * @throws {SubmitUncertainError} Where nothing tells whether the API took it: a task may exist.
	 * @throws {TaskAbortedError} Where `signal` was aborted before anything was sent, or in the pause after a refusal.
	 *
	 * @example
	 * const task = await client.submit(video().text('A cat plays the piano').resolution('1080p'));
	 */
	submit<Request extends VideoRequest | Buildable | Refused>(
		request: Submittable<Request>,
		options?: SubmitOptions,
	): Promise<Task<ResultOf<Request>>>;

	/**
	 * Takes up a task by its id. No request is made, and nothing says yet that the task exists.
	 *
	 * @throws {ConfigurationError} Where the id is empty.
	 */
	task(taskId: string): Task<VideoResultWithLastFrame>;

	/**
	 * Submits a request and waits for its video: `submit()`, then `wait()`, with what each of them throws.
	 *
	 * @example
	 * const result = await client.generate(request, { onSubmitted: (task) => remember(task.id) });
	 */
	generate<Request extends VideoRequest | Buildable | Refused>(
		request: Submittable<Request>,
		options?: GenerateOptions,
	): Promise<ResultOf<Request>>;

	/**
	 * Makes a video of each request, some at a time, and gives what became of each in order of completion. A failure is a result
	 * like any other and never ends the rest; a 429 slows all of them down together, and is waited out to the `deadline`, so that
	 * an account that may have fewer tasks at a time than `concurrency` makes them all.
	 *
	 * An abort settles those that are under way, their `taskId` with them, and every other as aborted before it was sent. A loop
	 * that is left early submits nothing more, stops waiting, and lasts until the submits on their way are answered, so that
	 * `onSubmitted` tells every id.
	 *
	 * @throws {ConfigurationError} Where `concurrency` isn't a whole number from 1 up, or `deadline` no time.
	 *
	 * @example
	 * for await (const settled of client.generateAll([request, request], { concurrency: 2 })) {
	 * 	if (settled.status === 'fulfilled') console.log(settled.index, settled.value.videoUrl);
	 * 	else console.error(settled.index, settled.taskId, settled.reason);
	 * }
	 */
	generateAll<Request extends VideoRequest | Buildable | Refused>(
		requests: Iterable<Submittable<Request>>,
		options?: GenerateAllOptions,
	): AsyncIterable<Settled<Request>>;
}

/** What `client.submit()` takes. */
export interface SubmitOptions {
	/** Aborted before the request is sent, it ends in a `TaskAbortedError`; on the way, in a `SubmitUncertainError`. */
	readonly signal?: AbortSignal | undefined;

	/** Fields that the API page doesn't document, sent as they are. They can't be ones that the request has itself. */
	readonly extraBody?: ExtraBody | undefined;
}

/** What `client.generate()` takes: `deadline` counts from the moment that the task exists. */
export interface GenerateOptions extends SubmitOptions, WaitOptions {
	/**
	 * Called as soon as the task exists, before it is waited for: the place to write its id down. It may be async and is waited
	 * for; where it throws, `generate()` ends with a `CallbackError`, and the task goes on.
	 */
	readonly onSubmitted?: ((task: Task) => unknown) | undefined;
}

/** What `client.generateAll()` takes: `deadline` counts for each submit, and for each task from the moment that it exists. */
export interface GenerateAllOptions extends SubmitOptions, Pick<WaitOptions, 'deadline'> {
	/** How many tasks there are at a time: submitted and not yet finished. @default 3 */
	readonly concurrency?: number | undefined;

	/** Called with each change of each task, and the index of its request, like `generate()`'s. */
	readonly onProgress?: ((progress: TaskProgress, index: number) => unknown) | undefined;

	/** Called with each task as soon as it exists, and the index of its request, like `generate()`'s. */
	readonly onSubmitted?: ((task: Task, index: number) => unknown) | undefined;
}

/**
 * Makes a client. It opens no connection and makes no request.
 *
 * @throws {ConfigurationError} Where there is no API key, or another option can't be used.
 *
 * @example
 * const client = createClient({ apiKey });
 * const result = await client.generate(request);
 */
export function createClient(options: ClientOptions = {}): Client {
	const settings = resolveOptions(options);
	const { requestTimeout, polling } = settings;
	const transport = createTransport(settings);
	const readTimeout = Math.min(requestTimeout, longestSilence);
	const context: TaskContext = { transport, polling, readTimeout, clock: systemClock };

	async function submit(
		own: TaskContext,
		request: AnyRequest,
		{ signal, extraBody, ...once }: SubmitOptions & Pick<CreateOptions, 'leave' | 'patience'> = {},
	): Promise<TaskHandle> {
		const body = requestBody(request, extraBody);
		const submitted = { ...own, places: contentPlaces(body.content) };
		return new TaskHandle(await createTask(submitted, body, { timeout: requestTimeout, signal, ...once }), submitted);
	}

	const client = {
		submit: (request: AnyRequest, options?: SubmitOptions) => submit(context, request, options),
		task(taskId: string) {
			if (typeof taskId === 'string' && !/^\s*$|^\.\.?$/.test(taskId)) return new TaskHandle(taskId, context);
			throw new ConfigurationError(
				'taskId',
				`${JSON.stringify(taskId)} is no task id; give the one that submit() returned`,
			);
		},
		async generate(request: AnyRequest, { onSubmitted, ...options }: GenerateOptions = {}) {
			deadlineOf(options, polling); // before anything is paid for
			const task = await client.submit(request, options);
			await announce(task, onSubmitted, options.signal);
			return task.wait(options);
		},
		generateAll(
			requests: Iterable<AnyRequest>,
			{ concurrency = 3, onSubmitted, onProgress, ...options }: GenerateAllOptions = {},
		) {
			if (!Number.isInteger(concurrency) || concurrency < 1) {
				throw new ConfigurationError('concurrency', `${concurrency} is no number of tasks; give a whole one from 1 up`);
			}
			const patience = deadlineOf(options, polling);
			const together = { ...context, transport: rateLimitGate(transport, polling.interval, systemClock) };
			return inOrderOfCompletion(requests, concurrency, async (request, index, leave) => {
				let task: Task | undefined;
				const settled = (outcome: Outcome) =>
					Object.freeze({ index, request, ...(task && { taskId: task.id }), ...outcome });
				try {
					task = await submit(together, request, { ...options, leave, patience });
					await announce(task, onSubmitted && ((own) => onSubmitted(own, index)), options.signal);
					const value = await task.wait({
						...options,
						signal: either(options.signal, leave),
						onProgress: onProgress && ((progress) => onProgress(progress, index)),
					});
					return settled({ status: 'fulfilled', value });
				} catch (reason) {
					return settled({ status: 'rejected', reason });
				}
			});
		},
	};
	// What a request's own type says of its result is more than the code above can follow.
	return Object.freeze(client) as Client;
}

/** Tells of a task as soon as it exists, aborted or not, and waits for that no longer than until the abort. */
function announce(
	task: Task,
	onSubmitted: ((task: Task) => unknown) | undefined,
	signal: AbortSignal | undefined,
): Promise<void> {
	const aborted = (reason: unknown): TaskAbortedError => new TaskAbortedError(reason, task.id);
	const told = runCallback('onSubmitted', task.id, onSubmitted, task);
	told.catch(() => undefined); // where an abort came first, nobody else hears of it
	return raceAbort(signal, aborted, () => told);
}

type AnyRequest = VideoRequest | Buildable;

type Outcome =
	| { readonly status: 'fulfilled'; readonly value: VideoResult }
	| { readonly status: 'rejected'; readonly reason: unknown };
