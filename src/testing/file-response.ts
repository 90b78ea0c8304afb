import { bodyTerminated } from './network-errors.js';
import type { ServedOptions } from './script/served.js';

/**
 * Answers a request for a file with the whole file, or with the one byte range that the request asks for.
 *
 * The body is sent in chunks of 4 KiB, so that tests can watch progress. It ends early if the request is aborted or `faults`
 * asks for it.
 */
export function fileResponse(
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

/** Parses a `Range` header: `bytes=5-9`, `bytes=5-` or `bytes=-5`. HTTP requires that an invalid header is ignored. */
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
		// Without a read-ahead buffer, an abort ends the next read.
		{ highWaterMark: 0 },
	);
}
