import { ConfigurationError } from '../errors/configuration-error.js';
import { TaskAbortedError } from '../errors/task-aborted-error.js';
import type { Buildable, VideoRequest } from '../request/types.js';
import { joinSignals, raceAbort } from './abort.js';
import { inOrderOfCompletion } from './batch.js';
import type { Client, GenerateAllOptions, GenerateOptions, SubmitOptions } from './client.js';
import { systemClock } from './clock.js';
import type { TaskContext } from './context.js';
import { rateLimitGate } from './http/rate-limit-gate.js';
import { createTransport } from './http/transport.js';
import { deadlineOf, longestSilence, resolveOptions, type ClientOptions } from './options.js';
import { contentPlaces } from './responses/content-location.js';
import { runCallback } from './run-callback.js';
import { requestBody } from './submit/body.js';
import { createTask, type CreateOptions } from './submit/create.js';
import type { VideoResult } from './task/result.js';
import { TaskHandle, type Task } from './task/task.js';

/**
 * Creates a client. Opens no connection and makes no request.
 *
 * @throws {ConfigurationError} If there is no API key, or another option can't be used.
 *
 * @example
 * const client = createClient({ apiKey });
 * const result = await client.generate(request);
 */
export function createClient(options: ClientOptions = {}): Client {
	const settings = resolveOptions(options);
	const { fetch, requestTimeout, polling } = settings;
	const transport = createTransport(settings);
	const readTimeout = Math.min(requestTimeout, longestSilence);
	const context: TaskContext = { transport, fetch, polling, readTimeout, clock: systemClock };

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
			const together = { ...context, gate: rateLimitGate(polling.interval, systemClock) };
			return inOrderOfCompletion(requests, concurrency, async (request, index, leave) => {
				let task: Task | undefined;
				const settled = (outcome: Outcome) =>
					Object.freeze({ index, request, ...(task && { taskId: task.id }), ...outcome });
				try {
					const created = await submit(together, request, { ...options, leave, patience });
					task = created;
					await announce(created, onSubmitted && ((own) => onSubmitted(own, index)), options.signal);
					const { signal, stop } = joinSignals([options.signal, leave]);
					const value = await created
						.wait({ ...options, signal, onProgress: onProgress && ((progress) => onProgress(progress, index)) })
						.finally(stop);
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

/** Reports a task as soon as it exists, aborted or not, and waits for the callback until `signal` aborts. */
function announce(
	task: Task,
	onSubmitted: ((task: Task) => unknown) | undefined,
	signal: AbortSignal | undefined,
): Promise<void> {
	const aborted = (reason: unknown): TaskAbortedError => new TaskAbortedError(reason, task.id);
	const told = runCallback('onSubmitted', task.id, onSubmitted, task);
	told.catch(() => undefined); // after an abort, nobody else handles its rejection
	return raceAbort(signal, aborted, () => told);
}

type AnyRequest = VideoRequest | Buildable;

type Outcome =
	| { readonly status: 'fulfilled'; readonly value: VideoResult }
	| { readonly status: 'rejected'; readonly reason: unknown };
