import { abortable } from '../client/abortable.js';
import { breakdown } from '../client/breakdown.js';
import { openResult } from '../client/download.js';
import type { VideoResult } from '../client/index.js';
import { notify } from '../client/notify.js';
import { toNumber } from '../client/values.js';
import { DownloadError, TaskAbortedError } from '../errors/index.js';

/** How far a download has come. */
export interface SaveProgress {
	readonly taskId: string;

	/** How many bytes have arrived. */
	readonly bytes: number;

	/** How many there are. Absent where the server doesn't say. */
	readonly total?: number;
}

/** How to receive a video. */
export interface ReceiveOptions {
	readonly signal?: AbortSignal | undefined;
	readonly onProgress?: ((progress: SaveProgress) => unknown) | undefined;
}

/**
 * A result's video, piece by piece as it arrives, and no faster than it is taken.
 *
 * @throws {DownloadError} Where the URL doesn't give the video, the connection breaks, or the length isn't the one announced.
 */
export async function* receive(
	result: VideoResult,
	{ signal, onProgress }: ReceiveOptions,
): AsyncGenerator<Uint8Array, void, undefined> {
	const { taskId } = result;
	const { headers, body } = await openResult(result, { signal });
	const total = announcedLength(headers);
	const aborted = (reason: unknown): TaskAbortedError => new TaskAbortedError(reason, taskId, 'succeeded');
	const reader = body.getReader();
	let bytes = 0;
	try {
		for (;;) {
			const { done, value } = await abortable(signal, aborted, () => reader.read().catch(brokenAfter(bytes, taskId)));
			if (done) break;
			bytes += value.byteLength;
			await notify('onProgress', taskId, onProgress, { taskId, bytes, ...(total !== undefined && { total }) });
			yield value;
		}
	} finally {
		void reader.cancel().catch(() => undefined);
	}
	if (total !== undefined && bytes !== total) {
		throw new DownloadError({ taskId, reason: `it ended after ${bytes} of ${total} bytes` });
	}
}

/** How long the file will be; `undefined` where the server doesn't say, or says how long it is compressed. */
function announcedLength(headers: Headers): number | undefined {
	if (headers.has('content-encoding')) return undefined;
	return toNumber(headers.get('content-length') ?? undefined);
}

function brokenAfter(bytes: number, taskId: string): (thrown: unknown) => never {
	return (thrown) => {
		throw new DownloadError({
			taskId,
			reason: `the connection broke after ${bytes} bytes: ${breakdown(thrown).reason}`,
		});
	};
}
