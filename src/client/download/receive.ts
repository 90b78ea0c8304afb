import { DownloadError } from '../../errors/download-error.js';
import { TaskAbortedError } from '../../errors/task-aborted-error.js';
import { raceAbort } from '../abort.js';
import { systemClock, withinTime } from '../clock.js';
import { networkFailure } from '../http/network-failure.js';
import { longestSilence, longestTimer } from '../options.js';
import { runCallback } from '../run-callback.js';
import type { VideoResult } from '../task/result.js';
import type { Extent } from './extent.js';
import { openRange } from './open-range.js';
import { originOf } from './origin.js';
import { attemptCounter, backoffOf, rangeNotSatisfiable } from './retries.js';

/** The progress of a download. */
export interface SaveProgress {
	readonly taskId: string;

	/** How many bytes have arrived. Goes back if a broken download has to start again. */
	readonly bytes: number;

	/** How many there are. Absent if the server doesn't say. */
	readonly total?: number;
}

/** How to receive a video. */
export interface ReceiveOptions {
	readonly signal?: AbortSignal | undefined;
	readonly onProgress?: ((progress: SaveProgress) => unknown) | undefined;
}

/** A part of a video, and its position in the file. */
export interface Part {
	readonly position: number;
	readonly bytes: Uint8Array;
}

/**
 * Receives a result's video part by part, no faster than the parts are taken. A broken download continues where it was, or
 * starts again if the server has no ranges, {@link maxAttempts} attempts in all. An expired URL is read from the task again,
 * once.
 *
 * @throws {DownloadError} If the URL doesn't give the video, the connection keeps breaking, or the length is not as announced.
 * @throws {TaskAbortedError} When `signal` aborts.
 * @throws {CallbackError} If `onProgress` throws.
 */
export async function* receiveVideo(
	result: VideoResult,
	{ signal, onProgress }: ReceiveOptions,
): AsyncGenerator<Part, void, undefined> {
	const { taskId } = result;
	const aborted = (reason: unknown): TaskAbortedError => new TaskAbortedError(reason, taskId, 'succeeded');
	const silence = originOf(result)?.readTimeout ?? longestSilence;
	const canRetry = attemptCounter(maxAttempts);
	const { delay, jitter } = backoffOf(result);
	let source = result;
	let isReread = false;
	let known: Extent | undefined;
	let position = 0;

	for (let attempt = 1; ; attempt += 1) {
		try {
			const { extent, body } = await openRange(source, { position, known, signal, shouldRetry: canOpenAgain });
			// A server that starts again may not say the length again.
			const total = extent.total ?? known?.total;
			known = { ...extent, total };
			position = extent.start;
			for await (const bytes of partsOf(body)) {
				const part = { position, bytes };
				position += bytes.byteLength;
				const progress = { taskId, bytes: position, ...(total !== undefined && { total }) };
				await raceAbort(signal, aborted, () =>
					runCallback('onProgress', onProgress, progress, { taskId, timeout: longestTimer }),
				);
				yield part;
			}
			if (position === 0) throw new DownloadError({ taskId, reason: 'it was empty' });
			if (total === undefined || position === total) return;
			const status = position > total ? 200 : undefined;
			throw new DownloadError({ taskId, status, reason: `it ended after ${position} of ${total} bytes` });
		} catch (error) {
			if (!(error instanceof DownloadError)) throw error;
			if (!isReread && expired.has(error.status)) {
				isReread = true;
				const fresh = await raceAbort(signal, aborted, (own) => readAgain(source, own));
				if (fresh === undefined || fresh.videoUrl === source.videoUrl) throw error;
				source = fresh;
				continue;
			}
			if (!canRetry(error)) throw error;
			if (!known?.isDivisible || error.status === rangeNotSatisfiable) position = 0;
			await raceAbort(signal, aborted, (own) => systemClock.sleep(jitter(delay(attempt)), own));
		}
	}

	/** The same range is asked for again, unless the file has no such range. */
	function canOpenAgain(error: DownloadError): boolean {
		return error.status !== rangeNotSatisfiable && canRetry(error);
	}

	async function* partsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
		const reader = body.getReader();
		try {
			for (;;) {
				const { done, value } = await raceAbort(signal, aborted, () =>
					withinTime(silence, () => reader.read()).catch((thrown: unknown) => {
						const reason = `the connection broke after ${position} bytes: ${networkFailure(thrown).reason}`;
						throw new DownloadError({ taskId, reason });
					}),
				);
				if (done) return;
				yield value;
			}
		} finally {
			void reader.cancel().catch(() => undefined);
		}
	}
}

const maxAttempts = 5;
const expired: ReadonlySet<number | undefined> = new Set([403, 404, 410]);

async function readAgain(result: VideoResult, signal: AbortSignal | undefined): Promise<VideoResult | undefined> {
	return originOf(result)
		?.read(signal)
		.catch(() => undefined);
}
