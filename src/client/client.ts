import { ConfigurationError } from '../errors/configuration-error.js';
import type { VideoRequest } from '../request/types.js';
import { systemClock } from './clock.js';
import { createTask } from './create.js';
import { notify } from './notify.js';
import { settle, type ClientOptions } from './options.js';
import { requestBody, type Buildable, type ExtraBody } from './request-body.js';
import type { VideoResult } from './result.js';
import { TaskHandle, type Task } from './task.js';
import { createTransport } from './transport.js';
import type { TaskContext, WaitOptions } from './wait.js';

/** The way to the API: submits requests, and takes up the tasks that they became. */
export interface Client {
	/**
	 * Submits a request: a payload, a finished chain, or anything with `build()`. It is judged here before it is sent, and sent
	 * once: what may have been accepted is never sent again.
	 *
	 * @throws {InvalidRequestError} Where the API would refuse the request. Nothing was sent.
	 * @throws {ApiError} Where the API refused it. No task exists.
	 * @throws {NetworkError} Where the API couldn't be reached. Nothing was sent.
	 * @throws {SubmitUncertainError} Where nothing tells whether the API took it: a task may exist.
	 * @throws {TaskAbortedError} Where `signal` was aborted before anything was sent.
	 *
	 * @example
	 * const task = await client.submit(video().text('A cat plays the piano').resolution('1080p'));
	 */
	submit(request: VideoRequest | Buildable, options?: SubmitOptions): Promise<Task>;

	/**
	 * Takes up a task by its id. No request is made, and nothing says yet that the task exists.
	 *
	 * @throws {ConfigurationError} Where the id is empty.
	 */
	task(taskId: string): Task;

	/**
	 * Submits a request and waits for its video: `submit()`, then `wait()`, with what each of them throws.
	 *
	 * @example
	 * const result = await client.generate(request, { onSubmitted: (task) => remember(task.id) });
	 */
	generate(request: VideoRequest | Buildable, options?: GenerateOptions): Promise<VideoResult>;
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
	const settings = settle(options);
	const { requestTimeout, polling } = settings;
	const transport = createTransport(settings);
	const readTimeout = Math.min(requestTimeout, longestRead);
	const context: TaskContext = { transport, polling, readTimeout, clock: systemClock };

	const client: Client = {
		async submit(request, { signal, extraBody } = {}) {
			const body = requestBody(request, extraBody);
			return new TaskHandle(await createTask(transport, body, { timeout: requestTimeout, signal }), context);
		},
		task(taskId) {
			if (typeof taskId === 'string' && taskId.trim() !== '') return new TaskHandle(taskId, context);
			throw new ConfigurationError(
				'taskId',
				`${JSON.stringify(taskId)} is no task id; give the one that submit() returned`,
			);
		},
		async generate(request, { onSubmitted, ...options } = {}) {
			const task = await client.submit(request, options);
			await notify('onSubmitted', task.id, onSubmitted, task);
			return task.wait(options);
		},
	};
	return Object.freeze(client);
}

// A status is a few hundred bytes: what takes longer is a connection that has died.
const longestRead = 60_000;
