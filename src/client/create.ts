import type { ApiError } from '../errors/api-error.js';
import { NetworkError } from '../errors/network-error.js';
import { SubmitUncertainError } from '../errors/submit-uncertain-error.js';
import { TaskAbortedError } from '../errors/task-aborted-error.js';
import { UnexpectedResponseError } from '../errors/unexpected-response-error.js';
import { spec } from '../spec.js';
import { abortable } from './abortable.js';
import { apiError } from './failure.js';
import { parseJson } from './json.js';
import { readTaskId } from './responses.js';
import type { Transport } from './transport.js';

/** What a create needs beside its body. */
export interface CreateOptions {
	readonly timeout: number;
	readonly signal?: AbortSignal | undefined;
}

/**
 * Creates a task, and returns its id. One call is made, never a second: a task is money.
 *
 * @throws {ApiError} Where the API refused.
 * @throws {NetworkError} Where the request never left.
 * @throws {TaskAbortedError} Where `signal` was aborted before.
 * @throws {SubmitUncertainError} In every other case: the task may exist.
 */
export async function createTask(
	transport: Transport,
	body: object,
	{ timeout, ...options }: CreateOptions,
): Promise<string> {
	if (options.signal?.aborted) throw new TaskAbortedError(options.signal.reason);
	const sentAt = new Date().toISOString();
	const uncertain = (cause: unknown): SubmitUncertainError => new SubmitUncertainError(body, sentAt, cause);

	const answer = await abortable(options.signal, uncertain, async (signal) => {
		try {
			return await transport.send({ method: 'POST', path: spec.path, body: JSON.stringify(body), timeout, signal });
		} catch (error) {
			throw error instanceof NetworkError && !error.sent ? error : uncertain(error);
		}
	});

	const taskId = answer.status < 300 ? readTaskId(parseJson(answer.body)) : undefined;
	if (taskId !== undefined) return taskId;
	if (answer.status < 400) throw uncertain(new UnexpectedResponseError(answer.status, answer.body));
	const error = apiError(answer);
	throw isRefusal(error) ? error : uncertain(apiError(answer, { retryable: false }));
}

/** Whether it is certain that no task was made. A 408 or a 5xx may come from a gateway that had passed the request on. */
function isRefusal({ status, kind }: ApiError): boolean {
	return kind === 'asset-not-ready' || (status < 500 && status !== 408);
}
