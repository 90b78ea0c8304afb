import { ConfigurationError } from '../errors/configuration-error.js';
import { formatValue } from '../rules.js';
import { generateAll } from './batch/generate-all.js';
import { readGenerateOptions, readSubmitOptions } from './call-options.js';
import type { Client, GenerateAllOptions, GenerateOptions, SubmitOptions } from './client.js';
import { systemClock } from './clock.js';
import type { TaskContext } from './context.js';
import { replacement, type Redact } from './http/redact.js';
import { createTransport } from './http/transport.js';
import { deadlineOf, longestSilence, resolveOptions, type ClientOptions } from './options.js';
import { toId } from './responses/coerce.js';
import { submitRequest, type AnyRequest } from './submit/submit.js';
import { announceTask } from './task/announce.js';
import { TaskHandle } from './task/task.js';

/**
 * Creates a client. Opens no connection and makes no request.
 *
 * @throws {ConfigurationError} If there is no API key, or another option can't be used.
 *
 * @example
 * const client = createClient({ apiKey });
 * const result = await client.generate(request);
 */
export function createClient(options?: ClientOptions): Client {
	const settings = resolveOptions(options);
	const { fetch, requestTimeout, polling } = settings;
	const context: TaskContext = {
		transport: createTransport(settings),
		apiHost: settings.baseUrl.hostname,
		fetch,
		polling,
		requestTimeout,
		readTimeout: Math.min(requestTimeout, longestSilence),
		clock: systemClock,
	};

	const client = {
		submit: async (request: AnyRequest, own?: SubmitOptions) => submitRequest(context, request, readSubmitOptions(own)),
		task: (taskId: string) => new TaskHandle(checkedId(taskId, context.transport.redact), context),
		async generate(request: AnyRequest, given?: GenerateOptions) {
			const { onSubmitted, ...own } = readGenerateOptions(given);
			const deadline = deadlineOf(own, polling); // before anything is paid for
			const task = await submitRequest(context, request, own);
			const began = systemClock.now();
			await announceTask(task, onSubmitted, { signal: own.signal, deadline, redact: context.transport.redact });
			return task.wait({ ...own, deadline: timeLeft(deadline, began) });
		},
		generateAll: (requests: Iterable<AnyRequest> | AsyncIterable<AnyRequest>, own?: GenerateAllOptions) =>
			generateAll(context, requests, own),
	};
	// What a request's own type says of its result is more than the code above can follow.
	return Object.freeze(client) as Client;
}

/** What is left of a deadline, in whole milliseconds. */
function timeLeft(deadline: number, began: number): number {
	return Math.max(Math.ceil(deadline - (systemClock.now() - began)), 0);
}

function checkedId(taskId: unknown, redact: Redact): string {
	const id = typeof taskId === 'string' ? toId(taskId) : undefined;
	if (id !== undefined) {
		// It would be part of a URL and of every error. A longer id may contain a key that is a common word.
		if (redact(id) === replacement) throw new ConfigurationError('taskId', 'is the API key: pass the id of a task');
		return id;
	}
	throw new ConfigurationError(
		'taskId',
		`${formatValue(taskId)} is not a task id: pass the one that submit() returned`,
	);
}
