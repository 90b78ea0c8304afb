import { SeedanceError } from '../../errors/seedance-error.js';
import { SubmitUncertainError } from '../../errors/submit-uncertain-error.js';
import { TaskAbortedError } from '../../errors/task-aborted-error.js';
import { spec } from '../../spec.js';
import type { TaskContext } from '../context.js';
import { onAbort, raceAbort } from '../abort.js';
import { backoff } from '../http/retry.js';
import type { CallRecord } from '../http/call.js';
import { apiError } from '../responses/failure.js';
import { judgeCreate, repeatOf } from './evidence.js';

/** What a create needs beside its body. */
export interface CreateOptions {
	/** How long one attempt may take, in milliseconds. */
	readonly timeout: number;
	readonly signal?: AbortSignal | undefined;

	/** Ends a create between two attempts, and never while a request is on its way. */
	readonly leave?: AbortSignal | undefined;

	/** How long HTTP 429 is retried, in milliseconds, however many attempts that takes. @default up to three attempts */
	readonly patience?: number | undefined;
}

/**
 * Creates a task and returns its id. Creates are billable: a request is sent again only if no task can have been created,
 * {@link maxAttempts} times in all, or as long as HTTP 429 is retried.
 *
 * @throws {ApiError} If the API refused.
 * @throws {NetworkError} If the request was never sent.
 * @throws {TaskAbortedError} If `signal` was aborted before the first attempt or between two.
 * @throws {SubmitUncertainError} In every other case: a task may exist.
 */
export async function createTask(context: TaskContext, body: object, options: CreateOptions): Promise<string> {
	const { clock, polling, transport, places, gate } = context;
	const { timeout, signal, leave, patience = Infinity } = options;
	const began = clock.now();
	const timeLeft = (): number => patience - (clock.now() - began);
	const record: CallRecord = { attempts: 0 };

	const mayExist = (): boolean => judgeCreate(record).status !== 'refused';
	const uncertain = (cause: unknown): SubmitUncertainError => new SubmitUncertainError(body, record.sentAt!, cause);
	const aborted = (reason: unknown): SeedanceError => (mayExist() ? uncertain(reason) : new TaskAbortedError(reason));

	function shouldRetry(retries: number): boolean {
		const repeat = repeatOf(record);
		if (repeat === undefined) return false;
		const waitsOut = repeat === 'rate-limit' && options.patience !== undefined;
		if (waitsOut ? timeLeft() <= 0 : retries >= maxAttempts) return false;
		if (leave?.aborted) throw new TaskAbortedError(leave.reason);
		return true;
	}

	const ending = new AbortController();
	const stops = [
		signal && onAbort(signal, (reason) => ending.abort(reason)),
		leave && onAbort(leave, (reason) => mayExist() || ending.abort(reason)),
	];
	try {
		await raceAbort(ending.signal, aborted, (own) =>
			transport.send({
				method: 'POST',
				path: spec.path,
				body,
				timeout,
				signal: own,
				record,
				retry: { ...backoff(polling, clock.random), shouldRetry: (_, retries) => shouldRetry(retries) },
				...(gate && { gate, gatePatience: timeLeft }),
				toError: (answer) => apiError(answer, { places }),
			}),
		);
	} catch (error) {
		// What was sent and what arrived decides, below, and not what was thrown.
		if (error instanceof TaskAbortedError || error instanceof SubmitUncertainError || record.attempts === 0)
			throw error;
	} finally {
		for (const stop of stops) stop?.();
	}

	const verdict = judgeCreate(record, places);
	if (verdict.status === 'created') return verdict.taskId;
	throw verdict.status === 'refused' ? verdict.error : uncertain(verdict.cause);
}

const maxAttempts = 3;
