import { ApiError } from '../../errors/api-error.js';
import { NetworkError } from '../../errors/network-error.js';
import type { TaskFailure } from '../../errors/task-failed-error.js';
import { UnexpectedResponseError } from '../../errors/unexpected-response-error.js';
import { spec } from '../../spec.js';
import type { TaskContext } from '../context.js';
import { bindOrigin } from '../download/open.js';
import { apiError, taskFailure } from '../responses/failure.js';
import { parseJson } from '../responses/json.js';
import { omitUndefined } from '../omit-undefined.js';
import { readTask } from '../responses/read.js';
import { toResult, type VideoResult, type VideoResultWithLastFrame } from './result.js';
import { isFailed, type TaskStatus } from './status.js';

/** A task as one read of it found it. */
export interface TaskSnapshot<Result extends VideoResult = VideoResult> {
	readonly taskId: string;

	/** Where the task is. */
	readonly status: TaskStatus;

	/** The status as the API spelt it. */
	readonly rawStatus: string;

	/** How much is done, from 0 to 1, as far as the API says: it jumps rather than flows. */
	readonly progress: number;

	/** The video, once the task has succeeded and the API has given its URL. */
	readonly result?: Result;

	/** Why there will be no video, once the task has failed, expired or been cancelled. */
	readonly failure?: TaskFailure;

	/** The API's whole answer. */
	readonly raw: unknown;
}

/** What a read needs beside the id. */
export interface ReadOptions {
	readonly timeout: number;
	readonly signal?: AbortSignal | undefined;
	readonly attempt?: number;
}

/**
 * Reads a task, once.
 *
 * @throws {ApiError} Where the API answers with an error.
 * @throws {NetworkError} Where it doesn't answer.
 * @throws {UnexpectedResponseError} Where its answer has none of the known shapes.
 */
export async function readSnapshot(
	context: TaskContext,
	taskId: string,
	{ timeout, signal, attempt }: ReadOptions,
): Promise<TaskSnapshot<VideoResultWithLastFrame>> {
	const { transport, polling, places, readTimeout } = context;
	const path = `${spec.path}/${encodeURIComponent(taskId)}`;
	const answer = await transport.send({ method: 'GET', path, timeout, signal, taskId, attempt });
	if (answer.status >= 400) throw apiError(answer, { taskId, places });

	const raw = parseJson(answer.body);
	const task = isSuccess(answer.status) ? readTask(raw) : undefined;
	if (task === undefined) throw new UnexpectedResponseError(answer.status, answer.body, taskId);

	const { status, rawStatus, progress } = task;
	const result = toResult(taskId, task, raw);
	if (result !== undefined) {
		bindOrigin(result, {
			fetch: transport.fetch,
			polling,
			readTimeout,
			read: async (signal) => (await readSnapshot(context, taskId, { timeout: readTimeout, signal })).result,
		});
	}
	const failure = isFailed(status) ? taskFailure(status, raw, places) : undefined;
	return Object.freeze({ taskId, status, rawStatus, progress, ...omitUndefined({ result, failure }), raw });
}

/** Whether a read that failed with `error` may pass when it is made again. It says nothing about the task. */
export function isTransient(error: unknown): error is ApiError | NetworkError | UnexpectedResponseError {
	if (error instanceof ApiError) return error.status >= 500 || passing.has(error.status);
	// A redirect isn't followed now nor later.
	if (error instanceof UnexpectedResponseError) return isSuccess(error.status);
	return error instanceof NetworkError;
}

const passing: ReadonlySet<number> = new Set([408, 425, 429]);

function isSuccess(status: number): boolean {
	return status >= 200 && status < 300;
}
