import type { Buildable } from '../../request/types.js';
import { spec } from '../../spec.js';
import { omitUndefined } from '../omit-undefined.js';
import type { TaskAnswer } from '../responses/read.js';

/**
 * A finished video: frozen plain data. `JSON.stringify` keeps all of it, so that another process can download what this one
 * has waited for.
 */
export interface VideoResult {
	readonly taskId: string;

	/** Where the video is, to be downloaded without the API key. */
	readonly videoUrl: string;

	/**
	 * When {@link videoUrl} stops answering, in ISO 8601: 24 hours after the task was finished. Where the API doesn't say when
	 * that was, it is 24 hours after it was first read here, which is the latest that it can be.
	 */
	readonly expiresAt: string;

	/** The aspect ratio. For a request with `adaptive`, the one that was chosen. */
	readonly ratio?: string;

	/** The length in seconds. */
	readonly duration?: number;

	/** The output tier. */
	readonly resolution?: string;

	/** What the task took. */
	readonly usage?: VideoUsage;

	/** The API's whole answer. */
	readonly raw: unknown;
}

/** A finished video whose last frame was asked for, with `.returnLastFrame()`. */
export interface VideoResultWithLastFrame extends VideoResult {
	/** Where the last frame's image is, if the API gave it. The API page names the capability, and no field for it. */
	readonly lastFrameUrl?: string;
}

/** The result of a request, or of what builds one: with the last frame where that is, or may be, asked for. */
export type ResultOf<Request> =
	Request extends Buildable<infer Built>
		? ResultOf<Built>
		: 'return_last_frame' extends keyof Request
			? true extends Request['return_last_frame']
				? VideoResultWithLastFrame
				: VideoResult
			: VideoResult;

/** The tokens that a task took, as far as the API says. */
export interface VideoUsage {
	readonly completionTokens?: number;
	readonly totalTokens?: number;

	/** What raising the video to the resolution asked for took. */
	readonly superResolutionTokens?: number;
}

/** The result in an answer; `undefined` where the answer has no video. */
export function toResult(taskId: string, answer: TaskAnswer, raw: unknown): VideoResultWithLastFrame | undefined {
	const { status, videoUrl, finishedAt = Date.now(), lastFrameUrl, ratio, duration, resolution } = answer;
	if (status !== 'succeeded' || videoUrl === undefined) return undefined;
	const { completionTokens, totalTokens, superResolutionTokens } = answer;
	const usage = omitUndefined({ completionTokens, totalTokens, superResolutionTokens });
	return Object.freeze({
		taskId,
		videoUrl,
		expiresAt: new Date(finishedAt + spec.resultLifetime).toISOString(),
		...omitUndefined({ lastFrameUrl, ratio, duration, resolution }),
		...(Object.keys(usage).length > 0 && { usage: Object.freeze(usage) }),
		raw,
	});
}
