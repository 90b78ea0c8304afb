import type { SeedanceError } from '../../errors/seedance-error.js';
import { safeCause } from '../../errors/safe-cause.js';
import { SubmitUncertainError } from '../../errors/submit-uncertain-error.js';
import { TaskAbortedError } from '../../errors/task-aborted-error.js';
import { spec } from '../../spec.js';
import { onAbort, raceAbort } from '../abort.js';
import type { TaskContext } from '../context.js';
import type { CallRecord } from '../http/call.js';
import { redactData } from '../http/redact.js';
import { backoff } from '../http/retry.js';
import { apiError, requestIdOf } from '../responses/failure.js';
import { runCallback } from '../run-callback.js';
import { judgeCreate, repeatOf } from './evidence.js';
import { fingerprintOf } from './fingerprint.js';

/** A request that is about to be sent: the moment before money may be spent. */
export interface SubmittingEvent {
	/** The SHA-256 of the body in the canonical form of RFC 8785, in lower-case hexadecimal. */
	readonly fingerprint: string;

	/** The number of the attempt, from 1. All attempts before were certainly not accepted. */
	readonly attempt: number;

	/** The time, in ISO 8601. */
	readonly at: string;

	/** How long the attempt may take, in milliseconds: the client's `requestTimeout`. */
	readonly timeout: number;

	/** The position of the request in a batch, from 0. Absent outside of `generateAll()`. */
	readonly index?: number;
}

/** What a create needs beside its body. Times are in milliseconds. */
export interface CreateOptions {
	/** How long one attempt may take. */
	readonly timeout: number;
	readonly signal?: AbortSignal | undefined;

	/** Ends a create between two attempts, and never while a request is on its way. */
	readonly leave?: AbortSignal | undefined;

	/** How often the request is sent at most. HTTP 429 counts only without `patience`. @default 3 */
	readonly attempts?: number | undefined;

	/** How long HTTP 429 is retried, however many attempts that takes. @default up to three attempts */
	readonly patience?: number | undefined;

	/** Called before each attempt. If it throws, nothing is sent. */
	readonly onSubmitting?: ((event: SubmittingEvent) => unknown) | undefined;

	/** The position of the request in a batch. */
	readonly index?: number | undefined;
}

/**
 * Creates a task and returns its id. Creates are billable: a request is sent again only if no task can have been created,
 * three times in all or as `attempts` says, or as long as HTTP 429 is retried.
 *
 * @throws {ApiError} If the API refused.
 * @throws {NetworkError} If the request was never sent.
 * @throws {CallbackError} If `onSubmitting` threw. Nothing was sent.
 * @throws {TaskAbortedError} If `signal` was aborted before the first attempt or between two.
 * @throws {SubmitUncertainError} In every other case: a task may exist.
 */
export async function createTask(context: TaskContext, body: object, options: CreateOptions): Promise<string> {
	const { clock, polling, transport, places, gate } = context;
	const { timeout, signal, leave, patience = Infinity, attempts = 3, onSubmitting, index } = options;
	const { redact } = transport;
	const began = clock.now();
	const timeLeft = (): number => patience - (clock.now() - began);
	const record: CallRecord = { attempts: 0 };
	const fingerprint = await fingerprintOf(body);

	const mayExist = (): boolean => judgeCreate(record).status !== 'refused';
	const uncertain = (cause: unknown, taskId?: string): SubmitUncertainError => {
		const { answer, sentAt = '' } = record;
		const requestId = answer && requestIdOf(answer);
		return new SubmitUncertainError({
			request: redactData(body, redact),
			sentAt,
			fingerprint,
			taskId,
			requestId,
			cause,
		});
	};
	const aborted = (thrown: unknown): SeedanceError => {
		const reason = safeCause(thrown, redact);
		const verdict = judgeCreate(record);
		if (verdict.status === 'refused') return new TaskAbortedError(reason);
		return uncertain(reason, verdict.taskId);
	};

	async function announce(): Promise<void> {
		const event = { fingerprint, attempt: record.attempts + 1, at: new Date().toISOString(), timeout };
		const withIndex = index === undefined ? event : { ...event, index };
		await runCallback('onSubmitting', onSubmitting, Object.freeze(withIndex), { timeout, redact });
	}

	function shouldRetry(retries: number): boolean {
		const repeat = repeatOf(record);
		if (repeat === undefined) return false;
		const waitsOut = repeat === 'rate-limit' && options.patience !== undefined;
		if (waitsOut ? timeLeft() <= 0 : retries >= attempts) return false;
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
				beforeAttempt: announce,
				toError: (answer) => apiError(answer, { places }),
			}),
		);
	} catch (error) {
		// What was sent and what arrived decides, and not what was thrown.
		if (error instanceof SubmitUncertainError || !mayExist()) throw error;
	} finally {
		for (const stop of stops) stop?.();
	}

	const verdict = judgeCreate(record, places);
	if (verdict.status === 'created') return verdict.taskId;
	throw verdict.status === 'refused' ? verdict.error : uncertain(verdict.cause, verdict.taskId);
}
