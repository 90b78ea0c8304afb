import { DownloadError } from '../../errors/download-error.js';
import { safeCause } from '../../errors/safe-cause.js';
import { TaskAbortedError } from '../../errors/task-aborted-error.js';
import { raceAbort } from '../abort.js';
import { OutOfTime, systemClock, withinTime } from '../clock.js';
import { networkFailure } from '../http/network-failure.js';
import { longestSilence, longestTimer } from '../options.js';
import { runCallback } from '../run-callback.js';
import type { VideoResult } from '../task/result.js';
import type { Extent } from './extent.js';
import { Mp4Boxes } from './mp4-boxes.js';
import { openRange } from './open-range.js';
import { originOf } from './origin.js';
import { attemptCounter, backoffOf, isExpired, rangeNotSatisfiable } from './retries.js';

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

	/** How long the whole download may take, in milliseconds. */
	readonly deadline: number;

	/** The most bytes that are received. */
	readonly maxBytes: number;
}

/** A part of a video, and its position in the file. */
export interface Part {
	readonly position: number;
	readonly bytes: Uint8Array;
}

/**
 * Receives a result's video part by part, no faster than the parts are taken. A broken download continues where it was, or
 * starts again if it can't, {@link maxAttempts} attempts in all. An expired URL is read from the task again, once.
 *
 * The bytes are checked as they pass: a file that isn't a whole MP4 is an error. If the file has the length that its server
 * announced, the generator returns what is wrong with it instead: the file is what was paid for, and worth keeping.
 *
 * @throws {DownloadError} If the URL doesn't give the whole video, or not in time.
 * @throws {TaskAbortedError} When `signal` aborts.
 * @throws {CallbackError} If `onProgress` throws.
 */
export async function* receiveVideo(
	result: VideoResult,
	{ signal, onProgress, deadline, maxBytes }: ReceiveOptions,
): AsyncGenerator<Part, string | undefined, undefined> {
	const { taskId } = result;
	const { readTimeout: silence = longestSilence, redact } = originOf(result) ?? {};
	const aborted = (reason: unknown): TaskAbortedError =>
		new TaskAbortedError(safeCause(reason, redact), taskId, 'succeeded');
	const fail = (reason: string, code?: string): DownloadError => new DownloadError({ taskId, reason, code });
	const end = systemClock.now() + deadline;
	const canRetry = attemptCounter(maxAttempts);
	const { delay, jitter } = backoffOf(result);
	let source = result;
	let isReread = false;
	let known: Extent | undefined;
	let position = 0;
	let boxes = new Mp4Boxes();

	for (let attempt = 1; ; attempt += 1) {
		try {
			const { extent, body } = await inTime((own) =>
				openRange(source, { position, known, signal: own, shouldRetry: canOpenAgain }),
			);
			// A server that starts again may not say the length again.
			const total = extent.total ?? known?.total;
			known = { ...extent, total };
			if (extent.start === 0) boxes = new Mp4Boxes();
			position = extent.start;
			if (total !== undefined && total > maxBytes) throw tooLarge(total);
			for await (const bytes of partsOf(body)) {
				boxes.push(bytes);
				const part = { position, bytes };
				position += bytes.byteLength;
				if (position > maxBytes) throw tooLarge(position);
				const progress = { taskId, bytes: position, ...(total !== undefined && { total }) };
				await inTime(() => runCallback('onProgress', onProgress, progress, { taskId, timeout: longestTimer, redact }));
				yield part;
			}
			return verify(total);
		} catch (error) {
			if (!(error instanceof DownloadError)) throw error;
			if (!isReread && isExpired(error)) {
				isReread = true;
				const fresh = await inTime((own) => readAgain(source, own));
				if (fresh === undefined || fresh.videoUrl === source.videoUrl) throw error;
				source = fresh;
				continue;
			}
			if (!canRetry(error)) throw error;
			if (!known?.isDivisible || error.status === 206 || error.status === rangeNotSatisfiable) position = 0;
			await inTime((own) => systemClock.sleep(jitter(delay(attempt)), own));
		}
	}

	/** Runs `work` until it settles, the deadline comes or `signal` aborts. */
	function inTime<T>(work: (own?: AbortSignal) => Promise<T>): Promise<T> {
		return raceAbort(signal, aborted, async (own) => {
			const timeLeft = Math.max(end - systemClock.now(), 0);
			return withinTime(timeLeft, () => work(own)).catch((error: unknown) => {
				throw error instanceof OutOfTime ? fail(`it did not finish within ${deadline} ms`, 'DEADLINE') : error;
			});
		});
	}

	/** The same range is asked for again, unless the file has no such range. */
	function canOpenAgain(error: DownloadError): boolean {
		return error.status !== rangeNotSatisfiable && canRetry(error);
	}

	async function* partsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
		const reader = body.getReader();
		try {
			for (;;) {
				const { done, value } = await inTime(() =>
					withinTime(silence, () => reader.read()).catch((thrown: unknown) => {
						throw fail(`the connection broke after ${position} bytes: ${networkFailure(thrown).reason}`);
					}),
				);
				if (done) return;
				yield value;
			}
		} finally {
			void reader.cancel().catch(() => undefined);
		}
	}

	/** Judges what has arrived, now that the body has ended. */
	function verify(total: number | undefined): string | undefined {
		if (position === 0) throw fail('it was empty');
		if (total !== undefined && position !== total) {
			throw fail(`it ended after ${position} of ${total} bytes`, position > total ? 'NOT_MP4' : undefined);
		}
		const problem = boxes.problem();
		if (problem === undefined) return undefined;
		const { reason, isTruncated, isText } = problem;
		if (isText) throw fail('what arrived is text and not a video', 'NOT_MP4');
		if (total !== undefined) return `it is not a whole MP4: ${reason}`;
		// Without a length, an early end and a broken connection look the same.
		throw fail(`it is not a whole MP4: ${reason}`, isTruncated ? undefined : 'NOT_MP4');
	}

	function tooLarge(bytes: number): DownloadError {
		return fail(`it has ${bytes} bytes or more, and maxBytes is ${maxBytes}: pass a larger maxBytes`, 'TOO_LARGE');
	}
}

const maxAttempts = 5;

async function readAgain(result: VideoResult, signal: AbortSignal | undefined): Promise<VideoResult | undefined> {
	return originOf(result)
		?.read(signal)
		.catch(() => undefined);
}
