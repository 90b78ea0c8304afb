import { bytesOf, hasBytesAt, uint32 } from './bytes.js';
import type { MediaFormat } from './formats.js';
import { findWavChunk } from './sound/wav-chunk.js';

/** Tells whether a file ends early, as far as its format has its length or an end. `undefined` if it is whole. */
export function cutProblem(bytes: Uint8Array, format: MediaFormat): string | undefined {
	if (format === 'png' && !hasPngEnd(bytes)) return 'it ends before its "IEND" chunk';
	if (format === 'jpeg' && !hasJpegEnd(bytes)) return 'it ends before its end marker';
	const length = lengthOf(bytes, format);
	// Programs that write to a pipe don't know the length, and write a large one.
	if (length > bytes.byteLength && length < 0x7f00_0000) {
		return `its header says that it has ${length} bytes, but it ends at ${bytes.byteLength}`;
	}
	return undefined;
}

/** The length of a file as its header has it. Zero if the format has none. */
function lengthOf(bytes: Uint8Array, format: MediaFormat): number {
	if (format === 'webp') return uint32(bytes, 4, true) + 8;
	if (format !== 'wav') return 0;
	// Not that of the whole: many programs write one that is a few bytes too large.
	const sound = findWavChunk(bytes, 'data');
	return sound === undefined ? 0 : sound.start + sound.length;
}

const iend = bytesOf('IEND');

function hasPngEnd(bytes: Uint8Array): boolean {
	let position = 8;
	while (position + 12 <= bytes.byteLength) {
		if (hasBytesAt(bytes, position + 4, iend)) return true;
		position += 12 + uint32(bytes, position);
	}
	return false;
}

/** Looks for the end marker behind the start of the scan: a preview before it has an end marker of its own. */
function hasJpegEnd(bytes: Uint8Array): boolean {
	let position = 2;
	while (bytes[position] === 0xff && bytes[position + 1] !== 0xda) {
		// A marker may be preceded by any number of fill bytes.
		if (bytes[position + 1] === 0xff) position += 1;
		else position += 2 + ((bytes[position + 2] ?? 0) << 8) + (bytes[position + 3] ?? 0);
	}
	for (let at = bytes.lastIndexOf(0xd9); at > position; at = bytes.lastIndexOf(0xd9, at - 1)) {
		if (bytes[at - 1] === 0xff) return true;
	}
	return false;
}
