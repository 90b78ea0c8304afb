import { DownloadError } from '../../errors/download-error.js';
import { TaskAbortedError } from '../../errors/task-aborted-error.js';
import { raceAbort } from '../http/abort.js';
import { networkFailure } from '../http/network-failure.js';
import { inTime } from '../http/in-time.js';
import { longestSilence, type Fetch, type Polling } from '../options.js';
import type { VideoResult } from '../task/result.js';
import { retryAfter } from '../http/retry-after.js';

/** How to open a result. */
export interface OpenOptions {
	readonly signal?: AbortSignal | undefined;

	/** What is asked for beside the URL: `range`, `if-range`. */
	readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** A result's video, opened. */
export interface OpenedResult {
	/** 206 where a range was asked for and the server keeps to it, else 200. */
	readonly status: number;
	readonly headers: Headers;

	/** The file, or the range of it. */
	readonly body: ReadableStream<Uint8Array>;
}

/** What a result's client is good for after the wait. */
export interface Origin {
	readonly fetch: Fetch | undefined;
	readonly polling: Polling;

	/** How long an answer may be awaited, and each piece of it, in milliseconds. */
	readonly readTimeout: number;

	/** Reads the task again, once. */
	read(signal?: AbortSignal): Promise<VideoResult | undefined>;
}

// Beside the results, not on them: a result is plain data.
const origins = new WeakMap<VideoResult, Origin>();

/** Lets a result be downloaded the way that its client goes. */
export function bindOrigin(result: VideoResult, origin: Origin): void {
	origins.set(result, origin);
}

/** Where a result comes from; `undefined` where it comes from JSON. */
export function originOf(result: VideoResult): Origin | undefined {
	return origins.get(result);
}

/**
 * Opens a result's video. No API key is sent; the URL is signed. A result that comes from JSON is
 * opened with `globalThis.fetch`.
 *
 * @throws {DownloadError} Where the URL doesn't give the video.
 * @throws {TaskAbortedError} Where `signal` is aborted.
 */
export async function openResult(
	result: VideoResult,
	{ headers: asked, ...options }: OpenOptions = {},
): Promise<OpenedResult> {
	const { taskId, videoUrl, expiresAt } = result;
	const timeout = silenceOf(result);
	const aborted = (reason: unknown): TaskAbortedError => new TaskAbortedError(reason, taskId, 'succeeded');
	const response = await raceAbort(options.signal, aborted, async (signal) => {
		try {
			const send = originOf(result)?.fetch ?? globalThis.fetch;
			return await inTime(timeout, signal, (own) => send(videoUrl, { ...(asked && { headers: asked }), signal: own }));
		} catch (thrown) {
			throw new DownloadError({ taskId, reason: networkFailure(thrown, timeout).reason });
		}
	});
	const { ok, status, headers, body } = response;
	const type = headers.get('content-type') ?? '';
	if (ok && body && !page.test(type)) return { status, headers, body };
	void body?.cancel().catch(() => undefined);
	const answered = ok ? `${status} with ${JSON.stringify(type)}, which is no video` : status;
	const reason = `its URL, which is good until ${expiresAt}, answered ${answered}`;
	throw new DownloadError({ taskId, status, reason, retryAfter: retryAfter(headers) });
}

/** How long a result's server may be silent before its answer and in the middle of it, in milliseconds. */
export function silenceOf(result: VideoResult): number {
	return originOf(result)?.readTimeout ?? longestSilence;
}

// What a portal or a proxy answers in the place of a file.
const page = /^(?:text\/(?:html|xml)|application\/(?:json|xml))\b/;
