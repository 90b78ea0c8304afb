import type { Redact } from '../http/redact.js';
import type { Fetch, Polling } from '../options.js';
import type { VideoResult } from '../task/result.js';

/** What a download needs of the client that made the result. */
export interface Origin {
	readonly fetch: Fetch | undefined;
	readonly polling: Polling;

	/** The host of the API. If it is private, downloads may be so too. */
	readonly apiHost: string;

	/** How long an answer may take, and each part of its body, in milliseconds. */
	readonly readTimeout: number;

	/** Keeps the key out of errors. */
	readonly redact: Redact;

	/** Reads the task again, once. */
	read(signal?: AbortSignal): Promise<VideoResult | undefined>;
}

// A result is plain data, so its origin is kept beside it.
const origins = new WeakMap<VideoResult, Origin>();

/** Makes a result download with the settings of its client. */
export function bindOrigin(result: VideoResult, origin: Origin): void {
	origins.set(result, origin);
}

/** The origin of a result; `undefined` for one that was read from JSON. */
export function originOf(result: VideoResult): Origin | undefined {
	return origins.get(result);
}
