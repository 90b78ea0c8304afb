import { ApiError } from '../../errors/api-error.js';
import { NetworkError } from '../../errors/network-error.js';
import { SubmitUncertainError } from '../../errors/submit-uncertain-error.js';
import { TaskAbortedError } from '../../errors/task-aborted-error.js';
import { UnexpectedResponseError } from '../../errors/unexpected-response-error.js';
import { spec } from '../../spec.js';
import { raceAbort, either } from '../http/abort.js';
import { backoff } from '../http/backoff.js';
import type { TaskContext } from '../context.js';
import { apiError } from '../responses/failure.js';
import { parseJson } from '../responses/json.js';
import { readTaskId } from '../responses/read.js';

/** What a create needs beside its body. */
export interface CreateOptions {
	readonly timeout: number;
	readonly signal?: AbortSignal | undefined;

	/** Ends a create between two calls, and never a call that is on its way. */
	readonly leave?: AbortSignal | undefined;

	/** How long a 429 is waited out, in milliseconds, however many tries that takes. */
	readonly patience?: number | undefined;
}

/**
 * Creates a task, and returns its id. A task is money: a call is made again only where it is certain that the one before made
 * none, {@link tries} times in all, or as long as a 429 is waited out.
 *
 * @throws {ApiError} Where the API refused.
 * @throws {NetworkError} Where the request never left.
 * @throws {TaskAbortedError} Where `signal` was aborted before, or between two calls.
 * @throws {SubmitUncertainError} In every other case: the task may exist.
 */
export async function createTask(context: TaskContext, body: object, options: CreateOptions): Promise<string> {
	const { clock, polling, transport } = context;
	const pausing = either(options.signal, options.leave);
	const aborted = (reason: unknown): TaskAbortedError => new TaskAbortedError(reason);
	const pauseAfter = backoff(polling, clock);
	const began = clock.now();
	const timeLeft = (): number => (options.patience ?? Infinity) - (clock.now() - began);
	const isLast = (attempt: number, error: unknown): boolean =>
		options.patience !== undefined && isRateLimit(error) ? timeLeft() <= 0 : attempt >= tries;
	const rest = (pause: number): Promise<void> =>
		raceAbort(pausing, aborted, async (signal) => (pause > 0 ? clock.sleep(pause, signal) : undefined));
	for (let attempt = 1; ; attempt += 1) {
		do await rest(Math.min(transport.hold?.() ?? 0, timeLeft()));
		while ((transport.hold?.() ?? 0) > 0 && timeLeft() > 0);
		try {
			return await createOnce(context, body, attempt, options);
		} catch (error) {
			if (!isPassing(error) || isLast(attempt, error)) throw error;
			const pause = pauseAfter(error instanceof ApiError ? error.retryAfter : undefined);
			await rest(Math.min(pause, timeLeft()));
		}
	}
}

const tries = 3;

async function createOnce(
	{ transport, places }: TaskContext,
	body: object,
	attempt: number,
	{ timeout, signal }: CreateOptions,
): Promise<string> {
	const sentAt = new Date().toISOString();
	const uncertain = (cause: unknown): SubmitUncertainError => new SubmitUncertainError(body, sentAt, cause);
	const call = { method: 'POST', path: spec.path, body: JSON.stringify(body), timeout, attempt } as const;

	const answer = await raceAbort(signal, uncertain, async (own) => {
		try {
			return await transport.send({ ...call, signal: own });
		} catch (error) {
			throw error instanceof NetworkError && !error.sent ? error : uncertain(error);
		}
	});

	const taskId = answer.status < 300 ? readTaskId(parseJson(answer.body)) : undefined;
	if (taskId !== undefined) return taskId;
	if (answer.status < 400) throw uncertain(new UnexpectedResponseError(answer.status, answer.body));
	const error = apiError(answer, { places });
	throw isRefusal(error) ? error : uncertain(apiError(answer, { places, retryable: false }));
}

/** Whether it is certain that no task was made. A 408 or a 5xx may come from a gateway that had passed the request on. */
function isRefusal({ status, kind }: ApiError): boolean {
	return status < 500 ? status !== 408 : status === 503 && kind === 'asset-not-ready';
}

/** Whether a create that certainly made no task may pass in a moment. */
function isPassing(error: unknown): boolean {
	// A name that nobody knows and a certificate that nobody trusts stay as they are.
	if (error instanceof NetworkError) return !error.sent && !/ENOTFOUND|CERT/.test(error.code ?? '');
	return isRateLimit(error) || (error instanceof ApiError && error.kind === 'asset-not-ready');
}

/** Whether the account may do so later. */
function isRateLimit(error: unknown): boolean {
	return error instanceof ApiError && error.status === 429 && error.retryable;
}
