import type { TaskSnapshot, TaskStatus, VideoResultWithLastFrame, VideoUsage } from '../client/index.js';
import type { FailureKind } from '../errors/failure-kind.js';

/** What the AI SDK returns as `providerMetadata.seedance`: plain JSON. Only the id is there from the start. */
// A type alias: the AI SDK takes JSON, and an interface is none to the compiler.
export type SeedanceVideoMetadata = {
	/** The id of the task: `client.task(taskId)` resumes it. */
	readonly taskId: string;
	readonly status?: TaskStatus;

	/** The part that is done, from 0 to 1, as the API reports it. */
	readonly progress?: number;

	/** The URL of the video. It is signed. */
	readonly videoUrl?: string;

	/** When the URLs expire, in ISO 8601. */
	readonly expiresAt?: string;

	/** The URL of the last frame's image, if it was asked for. */
	readonly lastFrameUrl?: string;

	/** The aspect ratio. For `adaptive`, the one that the model chose. */
	readonly ratio?: string;

	/** The length in seconds. */
	readonly duration?: number;

	/** The output tier. */
	readonly resolution?: string;

	/** The tokens that the task used. */
	readonly usage?: { readonly [Kind in keyof VideoUsage]: VideoUsage[Kind] };

	/** The kind of failure, of a task that ended without a video. */
	readonly kind?: FailureKind;

	/** The code that the API gave for a failure. */
	readonly code?: string;

	/** The message that the API gave for a failure. */
	readonly reason?: string;
};

/** Returns what a read found, without the answer of the API. */
export function metadataOf(snapshot: TaskSnapshot<VideoResultWithLastFrame>): SeedanceVideoMetadata {
	const { taskId, status, progress, result, failure } = snapshot;
	const { raw: _, ...video } = result ?? {};
	const { place: __, ...why } = failure ?? {};
	return { ...video, ...why, taskId, status, progress };
}
