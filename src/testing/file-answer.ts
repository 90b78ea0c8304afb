import { bodyTerminated } from './network.js';
import type { ServedOptions } from './served.js';

/**
 * Answers a request for a file: all of it, or the one range of bytes that the request names. The body comes in chunks of
 * 4 KiB, so that progress has steps, and breaks off where the request is aborted, or where `faults` says.
 */
export function fileAnswer(
	bytes: Uint8Array<ArrayBuffer>,
	mediaType: string,
	request: Request,
	faults: ServedOptions = {},
): Response {
	const range = rangeOf(request.headers.get('range'), bytes.length);
	if (range === 'unsatisfiable') {
		return new Response(null, { status: 416, headers: { 'content-range': `bytes */${bytes.length}` } });
	}
	const { start, end } = range ?? { start: 0, end: bytes.length };
	const headers = new Headers({
		'content-type': mediaType,
		'content-length': String(end - start),
		'accept-ranges': 'bytes',
	});
	if (range) headers.set('content-range', `bytes ${start}-${end - 1}/${bytes.length}`);
	const body = chunked(bytes.subarray(start, end), request.signal, faults);
	return new Response(body, { status: range ? 206 : 200, headers });
}

/** A range of bytes, `end` excluded. */
interface ByteRange {
	readonly start: number;
	readonly end: number;
}

/** Reads a `Range` header: `bytes=5-9`, `bytes=5-` or `bytes=-5`. As HTTP asks, one that can't be read counts for nothing. */
function rangeOf(header: string | null, length: number): ByteRange | 'unsatisfiable' | undefined {
	const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
	if (!first && !last) return undefined;
	if (first && last && Number(first) > Number(last)) return undefined;

	const start = first ? Number(first) : Math.max(0, length - Number(last));
	const end = first && last ? Math.min(length, Number(last) + 1) : length;
	return start < end ? { start, end } : 'unsatisfiable';
}

const chunkSize = 4096;

function chunked(
	bytes: Uint8Array<ArrayBuffer>,
	signal: AbortSignal,
	{ dropAt, endAt = 1 }: ServedOptions,
): ReadableStream<Uint8Array<ArrayBuffer>> {
	const end = Math.floor(bytes.length * (dropAt ?? endAt));
	let start = 0;
	return new ReadableStream(
		{
			pull(controller) {
				if (signal.aborted) return controller.error(signal.reason);
				if (start >= end) return dropAt === undefined ? controller.close() : controller.error(bodyTerminated());
				controller.enqueue(bytes.subarray(start, Math.min(start + chunkSize, end)));
				start += chunkSize;
			},
		},
		// Nothing is read ahead, so that an abort meets the very next read.
		{ highWaterMark: 0 },
	);
}
