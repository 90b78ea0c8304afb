import { toNumber } from '../responses/coerce.js';

/** Which part of a file an answer is, and how to ask for the rest of it. */
export interface Extent {
	/** Where in the file it begins. */
	readonly start: number;

	/** How long the file is. Absent where the server doesn't say, or says how long it is compressed. */
	readonly total: number | undefined;

	/** What names this version of the file. Absent where the server gives nothing that a part may be asked for by. */
	readonly etag: string | undefined;

	/** Whether a part of it can be asked for: the bytes of a compressed answer aren't those of the file. */
	readonly isDivisible: boolean;
}

/** The extent of an answer to a request for all of a file, or the rest of it; `undefined` where it says none that makes sense. */
export function extentOf({ status, headers }: Pick<Response, 'status' | 'headers'>): Extent | undefined {
	const etag = headers.get('etag')?.match(/^".*"$/)?.[0];
	const isDivisible = !headers.has('content-encoding');
	if (status !== 206) {
		const total = isDivisible ? toNumber(headers.get('content-length') ?? undefined) : undefined;
		return { start: 0, total, etag, isDivisible };
	}
	const [, start, end, total] = headers.get('content-range')?.match(/^bytes (\d+)-(\d+)\/(\d+)$/) ?? [];
	// A part that doesn't reach the end was not what was asked for.
	if (Number(end) + 1 !== Number(total)) return undefined;
	return { start: Number(start), total: Number(total), etag, isDivisible };
}
