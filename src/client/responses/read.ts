import { levelsOf, lookup, lookupIn } from './lookup.js';
import { normaliseStatus, type TaskStatus } from '../task/status.js';
import { longestLabel, toLabel, toLink, toNumber, toShare, toShortLabel, toText, toTime } from './coerce.js';

/** What an answer says about a task, in any of the known shapes of the API, its gateway and similar gateways. */
export interface TaskAnswer {
	readonly status: TaskStatus;

	/** The status as the API spelt it. */
	readonly rawStatus: string;

	/** From 0 to 1. */
	readonly progress: number;
	readonly videoUrl: string | undefined;
	readonly lastFrameUrl: string | undefined;

	/** When the task was finished, in Unix milliseconds. */
	readonly finishedAt: number | undefined;
	readonly ratio: string | undefined;
	readonly duration: number | undefined;
	readonly resolution: string | undefined;
	readonly completionTokens: number | undefined;
	readonly totalTokens: number | undefined;
	readonly superResolutionTokens: number | undefined;
}

/** What an answer says about a failure. Its reason may quote another failure as JSON. */
export interface FailureAnswer {
	readonly code: string | undefined;
	readonly reason: string | undefined;
	readonly requestId: string | undefined;
}

/** Reads the answer about a task; `undefined` if it has none of the known shapes. */
export function readTask(json: unknown): TaskAnswer | undefined {
	const find = lookup(json);
	const rawStatus = find(toText, 'status')?.slice(0, longestLabel);
	if (rawStatus === undefined) return undefined;
	const status = normaliseStatus(rawStatus);
	return {
		status,
		rawStatus,
		progress: status === 'succeeded' ? 1 : (find(toShare, 'progress') ?? 0),
		// `result_url` first: it is the scaled-up video, and upstream's `content` is the original one.
		videoUrl:
			find(toLink, 'result_url') ??
			find(toLink, 'content', 'video_url') ??
			find(toLink, 'video_url') ??
			find(toLink, 'output', 'video_url') ??
			find(toLink, 'url') ??
			find(toLink, 'metadata', 'url') ??
			// Some gateways write the URL of a finished video here.
			(status === 'succeeded' ? find(toLink, 'fail_reason') : undefined),
		lastFrameUrl: find(toLink, 'content', 'last_frame_url'),
		finishedAt: find(toTime, 'finish_time') ?? find(toTime, 'completed_at') ?? find(toTime, 'updated_at'),
		ratio: find(toLabel, 'ratio'),
		duration: find(toNumber, 'duration') ?? find(toNumber, 'metadata', 'duration'),
		// `resolution` is the tier that upstream rendered, `super_resolution` the tier after scaling up.
		resolution: find(toLabel, 'super_resolution') ?? find(toLabel, 'resolution'),
		completionTokens: find(toNumber, 'usage', 'completion_tokens'),
		totalTokens: find(toNumber, 'usage', 'total_tokens'),
		superResolutionTokens: find(toNumber, 'usage', 'super_resolution_tokens'),
	};
}

/** Reads what an answer says about a failure, in any of the known envelopes. */
export function readFailure(json: unknown): FailureAnswer {
	const find = lookup(json);
	return {
		code: find(toShortLabel, 'error', 'code') ?? find(toShortLabel, 'error', 'type') ?? find(toCode, 'code'),
		reason:
			find(toLabel, 'error', 'message') ??
			find(toLabel, 'error') ??
			find(toLabel, 'fail_reason') ??
			find(toLabel, 'message'),
		// An `id` beside an error is the id of the request.
		requestId: find(toShortLabel, 'request_id') ?? lookupIn(levelsOf(json).filter(isErrorLevel))(toShortLabel, 'id'),
	};
}

/** Whether an answer is about an error: it has an error's code, or an `error` that says something. */
export function isError(json: unknown): boolean {
	return levelsOf(json).some(isErrorLevel);
}

/** Whether one level of an answer, without the others, is about an error. */
export function isErrorLevel(level: unknown): boolean {
	const find = lookupIn([level]);
	const label = find(toShortLabel, 'error', 'code') ?? find(toShortLabel, 'error', 'type') ?? find(toCode, 'code');
	return (label ?? (find(toText, 'error') || find(toObject, 'error'))) !== undefined;
}

function toObject(value: unknown): object | undefined {
	return typeof value === 'object' && value !== null ? value : undefined;
}

/** A code, unless it is one that gateways use for success. */
function toCode(value: unknown): string | undefined {
	const code = toShortLabel(value);
	return code === undefined || /^(?:success|succeeded|ok|created|accepted|0|2\d\d)$/i.test(code) ? undefined : code;
}
