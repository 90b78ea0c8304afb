import type { VideoCallOptions } from './request/call-options.js';
import type { SeedanceVideoMetadata } from './metadata.js';
import type { VideoWarning } from './warnings.js';

/**
 * A video model for the AI SDK, of its specification v4, by structure. The AI SDK calls its methods: pass it to
 * `experimental_generateVideo`, `experimental_startVideo` or `experimental_getVideoStatus`.
 */
export interface SeedanceVideoModel {
	readonly specificationVersion: 'v4';
	readonly provider: 'seedance.video';
	readonly modelId: string;

	/** One request makes one video: for more, the AI SDK makes a request for each. */
	readonly maxVideosPerCall: 1;

	/**
	 * Submits a request, as `client.submit()` does. The AI SDK repeats a call after its own `APICallError` alone, and this method
	 * throws none: a call makes one task at most.
	 *
	 * @throws {InvalidRequestError} If a setting or an option breaks a rule. Nothing was sent.
	 * @throws {ApiError} If the API refused the request. No task exists.
	 * @throws {NetworkError} If the API could not be reached. Nothing was sent.
	 * @throws {SubmitUncertainError} If it is unknown whether the API accepted it: a task may exist.
	 * @throws {CallbackError} If `onSubmitting` or `onSubmitted` threw. After `onSubmitted` the task goes on.
	 * @throws {TaskTimeoutError} If `onSubmitted` isn't done at `polling.deadline`. The task goes on.
	 * @throws {TaskAbortedError} If `abortSignal` was aborted.
	 */
	doStart(options: VideoCallOptions): Promise<VideoStart>;

	/**
	 * Reads a task once. A read that fails, as with HTTP 502, says nothing about the task: the task counts as pending.
	 *
	 * @throws {ApiError} If the API refuses the read, and a retry would not change that.
	 * @throws {ConfigurationError} If the operation is no task id.
	 * @throws {TaskAbortedError} If `abortSignal` was aborted. The task goes on.
	 */
	doStatus(options: VideoStatusOptions): Promise<VideoStatus>;
}

/** What `doStatus` takes. */
export interface VideoStatusOptions {
	/** The id of the task, as `doStart` returned it or `onSubmitted` was told it. */
	readonly operation: unknown;
	readonly abortSignal?: AbortSignal | undefined;
}

/** A task that was started. */
export interface VideoStart extends VideoResponse {
	/** The id of the task: plain text, which another process can read the status with. */
	operation: string;
	warnings: VideoWarning[];
	providerMetadata: { seedance: SeedanceVideoMetadata };
}

/** The status of a task. */
export type VideoStatus =
	| (VideoResponse & { status: 'pending'; providerMetadata?: { seedance: SeedanceVideoMetadata } })
	| (VideoResponse & {
			status: 'completed';
			videos: { type: 'url'; url: string; mediaType: string }[];
			warnings: VideoWarning[];
			providerMetadata: { seedance: SeedanceVideoMetadata };
	  })
	| (VideoResponse & { status: 'error'; error: string; providerMetadata: { seedance: SeedanceVideoMetadata } });

/** What the AI SDK wants to know of every answer. */
export interface VideoResponse {
	response: { timestamp: Date; modelId: string; headers: undefined };
}
