import type { NetworkError } from '../../errors/network-error.js';
import type { SeedanceError } from '../../errors/seedance-error.js';
import type { RateLimitGate } from './rate-limit-gate.js';
import type { RetryPolicy } from './retry.js';

/** One call of the API, with its retries. Times are in milliseconds. */
export interface Call {
	readonly method: 'GET' | 'POST';

	/** The path after the base URL. */
	readonly path: string;

	/** The body, sent as JSON. */
	readonly body?: object;

	/** How long one attempt may take, including the body of its answer. */
	readonly timeout: number;

	/** How long all attempts and the pauses between them may take. @default no limit */
	readonly totalTimeout?: number;
	readonly signal: AbortSignal | undefined;

	/** What has happened so far. Kept by the caller, who reads the evidence from it. */
	readonly record: CallRecord;

	/** The task that the call is about, for its errors. */
	readonly taskId?: string;

	/** How the call is retried. @default not at all */
	readonly retry?: RetryPolicy;

	/** A pause that the call shares with others: every attempt waits for it. */
	readonly gate?: RateLimitGate;

	/** How long an attempt waits for `gate`. @default as long as the pause lasts */
	readonly gatePatience?: () => number;

	/** Called before each attempt, after the pause at `gate`. If it throws, nothing is sent. */
	beforeAttempt?(): Promise<void>;

	/** The error that an answer with another status than 2xx stands for. */
	toError(answer: Answer): SeedanceError;

	/** The error for an answer with a 2xx status that can't be used; `undefined` if it can. @default any can */
	check?(answer: Answer): SeedanceError | undefined;
}

/** What the API answered to one attempt, whatever the status. */
export interface Answer {
	readonly status: number;

	/** The headers, without the key. */
	readonly headers: Headers;

	/** The body, without the key: for errors and hooks. */
	readonly body: string;

	/** The body as JSON, as far as it arrived: for ids and URLs. `undefined` if it isn't JSON. */
	readonly json: unknown;

	/** Whether the whole body is JSON. A server may end a body too early without breaking the connection. */
	readonly isJson: boolean;

	/** The body as JSON, without the key: for texts in snapshots and errors. */
	readonly redactedJson: unknown;

	/** Whether the whole body arrived. */
	readonly isComplete: boolean;
}

/** What has happened in a call so far. The fields are about the latest attempt. */
export interface CallRecord {
	/** How many attempts were made. */
	attempts: number;

	/** When the latest attempt was sent, in ISO 8601. Absent before the first one. */
	sentAt?: string | undefined;

	/** What arrived: all of the answer, or as much of it as came before the connection broke. */
	answer?: Answer | undefined;

	/** Why no complete answer arrived. */
	failure?: NetworkError | undefined;

	/** Why the latest attempt could not be used, whatever the reason. */
	error?: SeedanceError | undefined;
}
