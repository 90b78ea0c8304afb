import { DelayedError, type Job, type Processor } from 'bullmq';
import type { Client } from '../client/index.js';
import { pollingDefaults } from '../client/options.js';
import { isTransient } from '../client/task/snapshot.js';
import { checkAttempt } from '../durable/check-attempt.js';
import { createSteps, type CheckedTask, type Store } from '../durable/index.js';
import { openJournal } from '../durable/journal.js';
import { mayBeginAgain } from '../durable/outcome.js';
import { ApiError, ConfigurationError, TaskTimeoutError } from '../errors/index.js';
import { readObject } from '../errors/read-options.js';
import { formatValue } from '../rules.js';
import { failureOf } from './failure-of.js';
import { videoJobKey, type VideoJob, type VideoJobProgress, type VideoJobResult } from './video-job.js';

/** Options of {@link createVideoProcessor}. Times are in milliseconds. */
export interface VideoProcessorOptions {
	/** Where the journal is kept: `redisStore(redis)` of `seedance-builder/durable`. All workers of a queue share it. */
	readonly store: Store;

	/** How long a job is delayed between two reads of its task. @default 15_000 */
	readonly checkInterval?: number | undefined;

	/** How long a task may take, from its submit on. Past it, the job fails, and the task goes on. @default 1_800_000, half an hour */
	readonly deadline?: number | undefined;
}

/**
 * Creates a processor for BullMQ's `Worker`. Each job submits its request once, is delayed while the video is made, so that no
 * worker is held, and returns the result. If the data has a `path`, the video is saved there.
 *
 * A worker that dies leaves its job to another one, which goes on where the journal says. If the request may have been sent and its
 * answer is not recorded, the job fails with the message of a `SubmitUncertainError`: it is never sent again.
 *
 * A job fails for good, without further attempts, if trying again would not help or might pay twice: an uncertain submit, a
 * refusal of the request, the key or the account, a failed task that would fail again. Everything else follows the job's own
 * `attempts` and `backoff`. The error's `cause` is the error of this library.
 *
 * @throws {ConfigurationError} If the client, the store or an option can't be used.
 *
 * @example
 * const connection = new Redis({ maxRetriesPerRequest: null });
 * const processor = createVideoProcessor(createClient(), { store: redisStore(connection) });
 * const worker = new Worker('videos', processor, { connection, maxStalledCount: 100 });
 */
export function createVideoProcessor(
	client: Client,
	options: VideoProcessorOptions,
): Processor<VideoJob, VideoJobResult> {
	const {
		store,
		checkInterval = pollingDefaults.maxInterval,
		deadline = pollingDefaults.deadline,
	} = readObject('options', options, 'an object with a store', ({ store, checkInterval, deadline }) => ({
		store,
		checkInterval,
		deadline,
	}));
	if (!(typeof deadline === 'number' && deadline >= 0)) {
		throw new ConfigurationError('deadline', `${formatValue(deadline)} is no time: give milliseconds from 0 up`);
	}
	const steps = createSteps(client, store, { checkInterval });

	/** Submits the request, or reads its task. */
	async function advance(job: Job<VideoJob>, signal: AbortSignal | undefined): Promise<CheckedTask> {
		const key = videoJobKey(job);
		const journal = openJournal(store, key);
		const last = await journal.latest();
		if (last === undefined || mayBeginAgain(last.entry)) {
			const { taskId } = await steps.submit(key, job.data.request, { signal });
			return { done: false, taskId, status: 'queued', progress: 0, checkAgainAfter: checkInterval };
		}
		try {
			const checked = await checkAttempt(client, journal, key, last, { signal, interval: checkInterval });
			if (!checked.done) checkDeadline(checked.submittedAt, checked.taskId, checked.status);
			return checked;
		} catch (error) {
			// A read that failed says nothing about the task.
			const { entry } = last;
			if (entry.state !== 'submitted' || !isTransient(error)) throw error;
			checkDeadline(entry.at, entry.taskId, undefined, error);
			const retryAfter = error instanceof ApiError ? (error.retryAfter ?? 0) : 0;
			const { taskId } = entry;
			return {
				done: false,
				taskId,
				status: 'unknown',
				progress: 0,
				checkAgainAfter: Math.max(checkInterval, retryAfter),
			};
		}
	}

	function checkDeadline(submittedAt = '', taskId = '', lastStatus?: string, cause?: unknown): void {
		if (Date.now() - Date.parse(submittedAt) <= deadline || submittedAt === '') return;
		throw new TaskTimeoutError({ taskId, deadline, lastStatus, rawStatus: lastStatus, cause });
	}

	async function run(job: Job<VideoJob>, token?: string, signal?: AbortSignal): Promise<VideoJobResult> {
		const checked = await advance(job, signal);
		if (!checked.done) {
			const { checkAgainAfter, ...progress } = checked;
			await report(job, progress);
			await job.moveToDelayed(Date.now() + checkAgainAfter, token);
			throw new DelayedError();
		}
		const { taskId, result } = checked;
		const { path } = job.data;
		if (path === undefined) return result;
		await report(job, { taskId, status: 'saving', progress: 1 });
		return { ...result, path: await steps.save(videoJobKey(job), path, { signal }) };
	}

	// Three parameters: BullMQ gives the signal to a function that declares it.
	return async function processVideo(job: Job<VideoJob>, token?: string, signal?: AbortSignal) {
		try {
			return await run(job, token, signal);
		} catch (error) {
			throw failureOf(error);
		}
	};
}

/** Sets the progress of a job, if it has changed. */
async function report(job: Job, { taskId, status, progress }: VideoJobProgress): Promise<void> {
	const before = job.progress as Partial<VideoJobProgress> | undefined;
	if (before?.status === status && before.progress === progress && before.taskId === taskId) return;
	await job.updateProgress({ ...(taskId !== undefined && { taskId }), status, progress });
}
