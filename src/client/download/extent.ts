import { toNumber } from '../responses/coerce.js';

/** Which part of a file an answer is, and how to ask for the rest of it. */
export interface Extent {
	/** Where in the file it begins. */
	readonly start: number;

	/** How long the file is. Absent where the server doesn't say, or says how long it is compressed. */
	readonly total: number | undefined;

	/** The strong validator of this version of the file. Absent if the server gives none. */
	readonly etag: string | undefined;

	/** When this version of the file was last changed, as the server says. */
	readonly lastModified: string | undefined;

	/**
	 * Whether the rest can be asked for after a break. Not if the answer was compressed, because its bytes aren't those of the
	 * file, and not with a weak validator, which may be the same for other bytes.
	 */
	readonly isDivisible: boolean;
}

/** The extent of an answer to a request for all of a file, or the rest of it; `undefined` where it says none that makes sense. */
export function extentOf({ status, headers }: Pick<Response, 'status' | 'headers'>): Extent | undefined {
	const etag = headers.get('etag')?.match(/^".*"$/)?.[0];
	const lastModified = headers.get('last-modified') ?? undefined;
	const isEncoded = !/^(?:identity)?$/i.test(headers.get('content-encoding') ?? '');
	const isDivisible = !isEncoded && !/^W\//i.test(headers.get('etag') ?? '');
	if (status !== 206) {
		const total = !isEncoded ? toNumber(headers.get('content-length') ?? undefined) : undefined;
		return { start: 0, total, etag, lastModified, isDivisible };
	}
	const [, start, end, total] = headers.get('content-range')?.match(/^bytes (\d+)-(\d+)\/(\d+)$/) ?? [];
	// A part that doesn't reach the end was not what was asked for.
	if (Number(end) + 1 !== Number(total)) return undefined;
	return { start: Number(start), total: Number(total), etag, lastModified, isDivisible };
}
