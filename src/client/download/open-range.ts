import { DownloadError } from '../../errors/download-error.js';
import { safeCause } from '../../errors/safe-cause.js';
import { TaskAbortedError } from '../../errors/task-aborted-error.js';
import { raceAbort } from '../abort.js';
import { openUrl, type OpenFailure } from '../http/open-url.js';
import { canParseUrl } from '../../media/can-parse-url.js';
import { hasBlockedPort } from '../../media/blocked-port.js';
import { isPrivateHost } from '../../media/private-host.js';
import { longestSilence } from '../options.js';
import type { VideoResult } from '../task/result.js';
import { extentOf, type Extent } from './extent.js';
import { originOf } from './origin.js';
import { backoffOf } from './retries.js';

/** Which part of a video to open. */
export interface RangeOptions {
	/** The first byte. @default 0 */
	readonly position?: number;

	/** What is known of the file from an earlier answer. The range must be of the same version. */
	readonly known?: Extent | undefined;
	readonly signal?: AbortSignal | undefined;

	/** Whether to open the URL again after a failure. @default never */
	readonly shouldRetry?: (error: DownloadError) => boolean;
}

/** A part of a video, opened. */
export interface OpenRange {
	readonly extent: Extent;
	readonly body: ReadableStream<Uint8Array>;
}

/**
 * Opens a result's video from a position on. No API key is sent; the URL is signed. A result that was read from JSON is opened
 * with `globalThis.fetch`.
 *
 * @throws {DownloadError} If the URL doesn't give the video, or gives another part of it.
 * @throws {TaskAbortedError} When `signal` aborts.
 */
export async function openRange(result: VideoResult, options: RangeOptions = {}): Promise<OpenRange> {
	const { position = 0, known, shouldRetry = () => false } = options;
	const { taskId, videoUrl, expiresAt } = result;
	const { fetch = globalThis.fetch, readTimeout = longestSilence, apiHost, redact } = originOf(result) ?? {};
	const answered = (what: string): string => `its URL, which is valid until ${expiresAt}, ${what}`;
	const toError = ({ reason, ...facts }: OpenFailure): DownloadError =>
		new DownloadError({ taskId, ...facts, reason: facts.status === undefined ? reason : answered(reason) });
	const problem = problemOf(videoUrl);
	if (problem !== undefined) throw toError({ reason: `its URL ${problem}`, code: 'INVALID_URL' });

	const aborted = (reason: unknown): TaskAbortedError =>
		new TaskAbortedError(safeCause(reason, redact), taskId, 'succeeded');
	const { ok, status, headers, body } = await raceAbort(options.signal, aborted, (signal) =>
		openUrl(videoUrl, {
			fetch,
			headers: {
				// A compressed answer has no length and no parts of the file.
				'accept-encoding': 'identity',
				...(position > 0 && { range: `bytes=${position}-`, ...(known?.etag && { 'if-range': known.etag }) }),
			},
			timeout: readTimeout,
			signal,
			retry: { ...backoffOf(result), shouldRetry: (error) => error instanceof DownloadError && shouldRetry(error) },
			refuseRedirect: (url) => refusalOf(url, apiHost),
			toError,
		}),
	);
	const refuse = (reason: string): DownloadError => {
		void body?.cancel().catch(() => undefined);
		return new DownloadError({ taskId, status, reason });
	};

	const type = headers.get('content-type') ?? '';
	if (!ok || !body || notVideo.test(type)) {
		throw refuse(answered(`answered ${status} with ${JSON.stringify(type)}, which is not a video`));
	}
	const extent = extentOf({ status, headers });
	if (extent === undefined || (status === 206 && !continues(extent, position, known))) {
		const range = JSON.stringify(headers.get('content-range'));
		throw refuse(`its server sent other bytes than those from ${position} on (Content-Range: ${range})`);
	}
	return { extent, body };
}

// What a login page or a proxy answers in place of a file.
const notVideo = /^(?:text\/(?:html|xml)|application\/(?:json|xml))\b/;

/** Why `fetch` can't open a URL; `undefined` if it can. */
function problemOf(url: unknown): string | undefined {
	if (typeof url !== 'string' || !canParseUrl(url) || !/^https?:$/.test(new URL(url).protocol)) {
		return 'is not an http(s) URL';
	}
	const parsed = new URL(url);
	if (hasCredentials(parsed)) return 'has a user or a password';
	return hasBlockedPort(parsed) ? `has the port ${parsed.port}, which fetch refuses` : undefined;
}

/** Whether a URL has a user or a password: `fetch` refuses it. */
function hasCredentials({ username, password }: URL): boolean {
	return username !== '' || password !== '';
}

/** Why a redirect isn't followed: it could reach a service that only this machine or its network can reach. */
function refusalOf(url: URL, apiHost: string | undefined): string | undefined {
	if (hasCredentials(url)) return `to ${url.host} with a user or a password`;
	if (hasBlockedPort(url)) return `to ${url.host}, whose port fetch refuses`;
	// An API in the own network, such as an emulator, may have its files there too.
	if (apiHost !== undefined && isPrivateHost(apiHost) && /^https?:$/.test(url.protocol)) return undefined;
	if (url.protocol !== 'https:') return `to ${url.protocol}//${url.host}, which is not https:`;
	return isPrivateHost(url.hostname) ? `to ${url.host}, a host in a private network` : undefined;
}

/** Whether a part begins at `position` and is of the same version of the file, as far as both are known. */
function continues(part: Extent, position: number, known: Extent | undefined): boolean {
	const { start, total, etag, lastModified, isDivisible } = part;
	if (start !== position || (position > 0 && !isDivisible)) return false;
	return same(total, known?.total) && same(etag, known?.etag) && same(lastModified, known?.lastModified);
}

function same<Fact>(one: Fact | undefined, other: Fact | undefined): boolean {
	return one === undefined || other === undefined || one === other;
}
