import { ApiError } from '../../errors/api-error.js';
import { NetworkError } from '../../errors/network-error.js';
import type { SeedanceError } from '../../errors/seedance-error.js';
import type { FailedStatus, TaskFailure } from '../../errors/task-failed-error.js';
import { UnexpectedResponseError } from '../../errors/unexpected-response-error.js';
import { spec } from '../../spec.js';
import type { TaskContext } from '../context.js';
import { bindOrigin, type Origin } from '../download/origin.js';
import { backoff } from '../http/retry.js';
import type { Answer, CallRecord } from '../http/call.js';
import { apiError, taskFailure } from '../responses/failure.js';
import { readTask, type TaskAnswer } from '../responses/read.js';
import { toResult, type VideoResult, type VideoResultWithLastFrame } from './result.js';
import { subjectOf } from '../responses/subject.js';
import { isFailed, type TaskStatus } from './status.js';

/** The state of a task at one read. Its `status` tells which of `result` and `failure` it has. */
export type TaskSnapshot<Result extends VideoResult = VideoResult> =
	| PendingSnapshot
	| SucceededSnapshot<Result>
	| FailedSnapshot;

/** What the state of every task has. */
interface SnapshotFields {
	readonly taskId: string;

	/** The status as the API spelt it. */
	readonly rawStatus: string;

	/** The part that is done, from 0 to 1, as the API reports it: in few, large steps. */
	readonly progress: number;

	/** The whole answer of the API, without the key. */
	readonly raw: unknown;
}

/** A task that has not ended. Also a task that has succeeded, as long as the API has not returned the URL of its video. */
export interface PendingSnapshot extends SnapshotFields {
	readonly status: Exclude<TaskStatus, 'succeeded' | FailedStatus>;
	readonly result?: undefined;
	readonly failure?: undefined;
}

/** A task that has a video. */
export interface SucceededSnapshot<Result extends VideoResult = VideoResult> extends SnapshotFields {
	readonly status: 'succeeded';
	readonly result: Result;
	readonly failure?: undefined;
}

/** A task that ended without a video. */
export interface FailedSnapshot extends SnapshotFields {
	readonly status: FailedStatus;
	readonly result?: undefined;

	/** Why there is no video. */
	readonly failure: TaskFailure;
}

/** What one read found. */
interface TaskRead {
	readonly snapshot: TaskSnapshot<VideoResultWithLastFrame>;

	/** Whether the task has succeeded, and the API has not returned the URL of its video. */
	readonly lacksUrl: boolean;
}

/** What a read needs beside the id. Times are in milliseconds. */
export interface ReadOptions {
	/** How long one attempt may take. */
	readonly timeout: number;

	/** How long a failed read is retried, pauses included. @default not at all */
	readonly retryFor?: number;
	readonly signal?: AbortSignal | undefined;

	/** Keeps what happened, for several reads of one wait. */
	readonly record?: CallRecord;
}

/**
 * Reads a task.
 *
 * @throws {ApiError} If the API answers with an error.
 * @throws {NetworkError} If no answer arrives.
 * @throws {UnexpectedResponseError} If the answer has none of the known shapes.
 */
export async function readSnapshot(
	context: TaskContext,
	taskId: string,
	{ timeout, retryFor = 0, signal, record = { attempts: 0 } }: ReadOptions,
): Promise<TaskRead> {
	const { transport, gate, polling, clock, places } = context;
	const { redactedJson, json } = await transport.send({
		method: 'GET',
		path: `${spec.path}/${encodeURIComponent(taskId)}`,
		timeout,
		signal,
		record,
		taskId,
		...(retryFor > 0 && {
			totalTimeout: retryFor,
			retry: { ...backoff(polling, clock.random), shouldRetry: isTransient },
		}),
		// At the pause of a batch, a read waits no longer than its retries may take.
		...(gate && { gate, gatePatience: () => retryFor }),
		toError: (refused) => (refused.status >= 400 ? apiError(refused, { taskId, places }) : unexpected(refused, taskId)),
		check: (found) => problemOf(found, taskId),
	});
	return toSnapshot(context, taskId, redacted(readTask(json)!, readTask(redactedJson)), redactedJson);
}

/** A task's answer with its free texts from the answer without the key. Status and URLs stay as they arrived. */
function redacted(task: TaskAnswer, shown: TaskAnswer | undefined): TaskAnswer {
	const { rawStatus = task.status, ratio, resolution } = shown ?? {};
	return { ...task, rawStatus, ratio, resolution };
}

function toSnapshot(context: TaskContext, taskId: string, task: TaskAnswer, raw: unknown): TaskRead {
	const { status, rawStatus, progress } = task;
	const fields = { taskId, rawStatus, progress, raw };
	if (isFailed(status)) {
		const failure = taskFailure(status, raw, context.places);
		return { snapshot: Object.freeze({ ...fields, status, failure }), lacksUrl: false };
	}
	if (status !== 'succeeded') return { snapshot: Object.freeze({ ...fields, status }), lacksUrl: false };
	const result = toResult(taskId, task, raw);
	if (result === undefined) return { snapshot: Object.freeze({ ...fields, status: 'running' }), lacksUrl: true };
	bindOrigin(result, originFor(context, taskId));
	return { snapshot: Object.freeze({ ...fields, status, result }), lacksUrl: false };
}

function originFor(context: TaskContext, taskId: string): Origin {
	const { fetch, polling, apiHost, readTimeout: timeout, transport } = context;
	return {
		fetch,
		polling,
		apiHost,
		readTimeout: timeout,
		redact: transport.redact,
		read: async (signal) => (await readSnapshot(context, taskId, { timeout, signal })).snapshot.result,
	};
}

/** The error for an answer that doesn't tell how the task is. A failure ends the wait for a paid task, so it must be the task's. */
function problemOf(answer: Answer, taskId: string): UnexpectedResponseError | undefined {
	const task = answer.isJson ? readTask(answer.json) : undefined;
	if (task === undefined) return unexpected(answer, taskId);
	const subject = subjectOf(answer.json, taskId);
	if (subject === 'another task') return unexpected(answer, taskId, 'which is about another task');
	if (isFailed(task.status) && subject === 'unknown') {
		return unexpected(answer, taskId, 'which has no field of the task, so that it may be about the read alone');
	}
	return undefined;
}

function unexpected({ status, body }: Answer, taskId: string, problem?: string): UnexpectedResponseError {
	return new UnexpectedResponseError(status, body, taskId, problem);
}

/** Whether a read that failed may succeed when it is repeated. The failure says nothing about the task. */
export function isTransient(error: unknown): error is SeedanceError {
	if (error instanceof ApiError) return error.status >= 500 || transientStatuses.has(error.status);
	// A redirect is never followed.
	if (error instanceof UnexpectedResponseError) return error.status >= 200 && error.status < 300;
	return error instanceof NetworkError;
}

const transientStatuses: ReadonlySet<number> = new Set([408, 425, 429]);
