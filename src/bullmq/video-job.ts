import type { Job } from 'bullmq';
import type { VideoResultWithLastFrame } from '../client/index.js';
import { requestBody } from '../client/submit/body.js';
import { fingerprintOf } from '../client/submit/fingerprint.js';
import type { TaskStatus } from '../client/task/status.js';
import { ConfigurationError } from '../errors/configuration-error.js';
import { readOptions } from '../errors/read-options.js';
import { omitUndefined } from '../request/plain/omit-undefined.js';
import type { Refused, Submittable } from '../request/submittable.js';
import type { Buildable, VideoRequest } from '../request/types.js';
import { formatValue } from '../rules.js';

/** The data of a job: {@link videoJob} makes it. Plain JSON; fields of your own may stand beside these. */
export interface VideoJob {
	readonly request: VideoRequest;

	/** Where the worker saves the video. Absent: it doesn't. */
	readonly path?: string;
}

/** Options of {@link videoJob}. */
export interface VideoJobOptions {
	/** The file that the worker saves the video to, as a path on the worker's machine. @default the video is not saved */
	readonly path?: string | undefined;
}

/** What a job returns: the result of its task, and the absolute path of the file if the video was saved. */
export interface VideoJobResult extends VideoResultWithLastFrame {
	readonly path?: string;
}

/** The progress of a job, as `job.progress` has it. */
export interface VideoJobProgress {
	/** Absent while the request is on its way. */
	readonly taskId?: string;
	readonly status: TaskStatus | 'sending' | 'saving';

	/** The part that is done, from 0 to 1, as the API reports it. */
	readonly progress: number;
}

/**
 * Makes the data of a job from a request, which is judged here: a wrong request never reaches the queue. It is stored in Redis as
 * JSON, with the base64 of its media: prefer URLs.
 *
 * @throws {InvalidRequestError} If the request breaks a rule.
 * @throws {ConfigurationError} If `path` is no text.
 *
 * @example
 * await queue.add('video', videoJob(video().text('A cat plays the piano').resolution('720p'), { path: 'cat.mp4' }));
 */
export function videoJob<Request extends VideoRequest | Buildable | Refused>(
	request: Submittable<Request>,
	options?: VideoJobOptions,
): VideoJob {
	const { path } = readOptions('options', options, ({ path }) => ({ path }));
	if (path !== undefined && (typeof path !== 'string' || path === '')) {
		throw new ConfigurationError('path', `is ${formatValue(path)}: give the path of a file`);
	}
	const judged = requestBody(request, undefined, (text) => text);
	return Object.freeze({ request: judged, ...omitUndefined({ path }) });
}

/**
 * Makes the id of a job from its request, for BullMQ's deduplication: jobs with equal requests have equal ids, and BullMQ adds no
 * second one while the first exists. It is the SHA-256 of the request in the canonical form of RFC 8785, in lower-case hexadecimal.
 *
 * @example
 * const data = videoJob(request);
 * await queue.add('video', data, { jobId: await videoJobId(data) });
 */
export function videoJobId(data: VideoJob): Promise<string> {
	return fingerprintOf(data.request);
}

/**
 * The key of a job in the store: `createSteps(client, store).check(videoJobKey(job))` finds the task of a job that failed. It has the
 * queue, the job's id and the time at which the job was added.
 */
export function videoJobKey({ queueQualifiedName, id, timestamp }: Job): string {
	return `${queueQualifiedName}:${id}@${timestamp}`;
}
