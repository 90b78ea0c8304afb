import { raceAbort } from '../client/http/abort.js';
import { backoff } from '../client/http/backoff.js';
import { networkFailure } from '../client/http/network-failure.js';
import { systemClock } from '../client/clock.js';
import { openResult, originOf, silenceOf } from '../client/download/open.js';
import { inTime } from '../client/http/in-time.js';
import type { VideoResult } from '../client/index.js';
import { runCallback } from '../client/run-callback.js';
import { DownloadError, TaskAbortedError } from '../errors/index.js';
import { extentOf, type Extent } from './extent.js';

/** How far a download has come. */
export interface SaveProgress {
	readonly taskId: string;

	/** How many bytes have arrived. Goes back where a download that broke has to start anew. */
	readonly bytes: number;

	/** How many there are. Absent where the server doesn't say. */
	readonly total?: number;
}

/** How to receive a video. */
export interface ReceiveOptions {
	readonly signal?: AbortSignal | undefined;
	readonly onProgress?: ((progress: SaveProgress) => unknown) | undefined;
}

/** A piece of a video, and where in it the piece belongs. */
export interface Piece {
	readonly position: number;
	readonly bytes: Uint8Array;
}

/**
 * A result's video, piece by piece as it arrives, and no faster than it is taken. After a drop it goes on where it was, or anew
 * where the server can't, {@link tries} times in all; a URL that has expired is read again once.
 *
 * @throws {DownloadError} Where the URL doesn't give the video, the connection keeps breaking, or the length isn't the one announced.
 */
export async function* receive(
	result: VideoResult,
	{ signal, onProgress }: ReceiveOptions,
): AsyncGenerator<Piece, void, undefined> {
	const { taskId } = result;
	const aborted = (reason: unknown): TaskAbortedError => new TaskAbortedError(reason, taskId, 'succeeded');
	const pauseAfter = backoff(pausesOf(result), systemClock);
	const silence = silenceOf(result);
	let source = result;
	let isReread = false;
	let had: Extent | undefined;
	let position = 0;

	for (let attempt = 1; ; attempt += 1) {
		try {
			const { extent, body } = await open();
			// A server that starts anew may not say the length again.
			const total = extent.total ?? had?.total;
			had = { ...extent, total };
			position = extent.start;
			for await (const bytes of piecesOf(body)) {
				const piece = { position, bytes };
				position += bytes.byteLength;
				const progress = { taskId, bytes: position, ...(total !== undefined && { total }) };
				await raceAbort(signal, aborted, () => runCallback('onProgress', taskId, onProgress, progress));
				yield piece;
			}
			if (position === 0) throw new DownloadError({ taskId, reason: 'it was empty' });
			if (total === undefined || position === total) return;
			const status = position > total ? 200 : undefined;
			throw new DownloadError({ taskId, status, reason: `it ended after ${position} of ${total} bytes` });
		} catch (error) {
			if (!(error instanceof DownloadError)) throw error;
			if (!isReread && expired.has(error.status)) {
				isReread = true;
				const fresh = await raceAbort(signal, aborted, (own) => reread(source, own));
				if (fresh === undefined || fresh.videoUrl === source.videoUrl) throw error;
				source = fresh;
				continue;
			}
			if (attempt >= tries || !isPassing(error)) throw error;
			if (!had?.isDivisible || error.status === outOfRange) position = 0;
			await raceAbort(signal, aborted, (own) => systemClock.sleep(pauseAfter(error.retryAfter), own));
		}
	}

	async function open(): Promise<{ readonly extent: Extent; readonly body: ReadableStream<Uint8Array> }> {
		const headers =
			position === 0 ? undefined : { range: `bytes=${position}-`, ...(had?.etag && { 'if-range': had.etag }) };
		const opened = await openResult(source, { signal, headers });
		const extent = extentOf(opened);
		if (extent !== undefined && (opened.status !== 206 || continues(extent))) return { extent, body: opened.body };
		void opened.body.cancel().catch(() => undefined);
		const range = JSON.stringify(opened.headers.get('content-range'));
		const reason = `asked for the bytes from ${position} on, its server sent others (Content-Range: ${range})`;
		throw new DownloadError({ taskId, status: opened.status, reason });
	}

	function continues({ start, total, etag }: Extent): boolean {
		return start === position && same(total, had?.total) && same(etag, had?.etag);
	}

	async function* piecesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
		const reader = body.getReader();
		try {
			for (;;) {
				const { done, value } = await raceAbort(signal, aborted, (own) =>
					inTime(silence, own, () => reader.read()).catch(broken),
				);
				if (done) return;
				yield value;
			}
		} finally {
			void reader.cancel().catch(() => undefined);
		}
	}

	function broken(thrown: unknown): never {
		const reason = `the connection broke after ${position} bytes: ${networkFailure(thrown, silence).reason}`;
		throw new DownloadError({ taskId, reason });
	}
}

const tries = 5;
const outOfRange = 416;
const expired: ReadonlySet<number | undefined> = new Set([403, 404, 410]);
const passing: ReadonlySet<number | undefined> = new Set([undefined, 408, 425, 429, outOfRange]);

/** Whether a download that failed may pass when it is asked for again. */
function isPassing({ status }: DownloadError): boolean {
	return passing.has(status) || Number(status) >= 500;
}

async function reread(result: VideoResult, signal: AbortSignal | undefined): Promise<VideoResult | undefined> {
	return originOf(result)
		?.read(signal)
		.catch(() => undefined);
}

/** The pauses between two tries: as when polling, but a file server needs less rest than a queue. */
function pausesOf(result: VideoResult): Parameters<typeof backoff>[0] {
	const { interval = shortest, maxInterval = 15_000 } = originOf(result)?.polling ?? {};
	return { interval: Math.min(interval, shortest), maxInterval };
}

const shortest = 1_000;

/** Whether two facts agree as far as both are known. */
function same<Fact>(one: Fact | undefined, other: Fact | undefined): boolean {
	return one === undefined || other === undefined || one === other;
}
