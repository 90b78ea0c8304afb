import type { LiteralUnion } from 'type-fest';
import type { Buildable } from '../../request/types.js';
import { spec, type Ratio, type Resolution } from '../../spec.js';
import { omitUndefined } from '../../request/plain/omit-undefined.js';
import type { TaskAnswer } from '../responses/read.js';

/**
 * A finished video, as frozen plain data. `JSON.stringify` keeps all of it, so that another process can download the video.
 */
export interface VideoResult {
	readonly taskId: string;

	/** The URL of the video. It is signed: download it without the API key. */
	readonly videoUrl: string;

	/**
	 * When {@link videoUrl} expires, in ISO 8601: 24 hours after the task was finished. If the API doesn't say when that was, 24
	 * hours after the result was first read, which is the latest possible time.
	 */
	readonly expiresAt: string;

	/** The aspect ratio. For a request with `adaptive`, the one that the model chose. */
	readonly ratio?: LiteralUnion<Ratio, string>;

	/** The length in seconds. */
	readonly duration?: number;

	/** The output tier. */
	readonly resolution?: LiteralUnion<Resolution, string>;

	/** The tokens that the task used. */
	readonly usage?: VideoUsage;

	/** The whole answer of the API, without the key. */
	readonly raw: unknown;
}

/** A finished video whose last frame was asked for, with `.returnLastFrame()`. */
export interface VideoResultWithLastFrame extends VideoResult {
	/** The URL of the last frame's image, if the API returned one. Upstream's field, undocumented on the API page. */
	readonly lastFrameUrl?: string;
}

/**
 * The result type of a request or a chain: with `lastFrameUrl` if the last frame is, or may be, requested. Of several requests,
 * one that requests it is enough.
 */
export type ResultOf<Request> = true extends LastFrameOf<Request> ? VideoResultWithLastFrame : VideoResult;

type LastFrameOf<Request> = Request extends Buildable<infer Built> ? OptionOf<Built> : OptionOf<Request>;

type OptionOf<Request> = Request extends unknown
	? 'return_last_frame' extends keyof Request
		? Request['return_last_frame']
		: never
	: never;

/** The tokens that a task used, as far as the API says. */
export interface VideoUsage {
	readonly completionTokens?: number;
	readonly totalTokens?: number;

	/** The tokens for scaling the video up to the requested resolution. */
	readonly superResolutionTokens?: number;
}

/** Makes the result of a task from an answer; `undefined` if the answer has no video. */
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
