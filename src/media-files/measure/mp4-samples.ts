import { bytesOf, hasBytesAt, uint32 } from '../bytes.js';

/**
 * Counts the frames that a parser would list for a `moov` or `moof` box, at most. A table of a few bytes can stand for four
 * thousand million frames, and a list of them would take all memory. Infinite if counting takes too long.
 *
 * The tables are found by their names wherever they stand, so that no nesting hides one. Tracks are counted apart: a parser
 * lists the frames of a track only if it has a `ctts` table, and raw sound has thousands of samples a second.
 */
export function countSamples(content: Uint8Array): number {
	const budget = { entries: mostEntries };
	return childrenOf(content).reduce((sum, part) => sum + countIn(part, budget), 0);
}

/**
 * Changes the tables of chunks in a `moov` box, so that each frame has a chunk of its own. Where the frames are is of no use without
 * the pictures, and a parser that looks for it adds up the frames of a whole chunk, for each frame anew.
 */
export function dissolveChunks(content: Uint8Array): void {
	const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
	for (let at = 0; at + 20 <= content.byteLength; at += 1) {
		if (!hasBytesAt(content, at, stsc)) continue;
		// Behind the name are version and flags, the number of entries, and the first chunk and the number of frames of an entry.
		view.setUint32(at + 8, Math.min(1, view.getUint32(at + 8)));
		view.setUint32(at + 16, 1);
	}
}

/** The most entries of tables that are read. An index that is right has fewer, since its bytes are limited. */
const mostEntries = 3_000_000;

/** The boxes in the content: the tracks, and what stands between them. All of it, if its boxes don't follow each other. */
function childrenOf(content: Uint8Array): Uint8Array[] {
	const parts: Uint8Array[] = [];
	let position = 0;
	while (position + 8 <= content.byteLength) {
		const size = uint32(content, position);
		if (size < 8 || position + size > content.byteLength) return [content];
		parts.push(content.subarray(position, position + size));
		position += size;
	}
	return parts;
}

function countIn(part: Uint8Array, budget: { entries: number }): number {
	let timed = 0;
	let shifted = 0;
	let inFragments = 0;
	for (let at = 0; at + 12 <= part.byteLength; at += 1) {
		// Behind the name are version and flags, then the number of entries, and in the first two tables a count in each.
		if (isTable(part, at, 's')) timed += sumOfCounts(part, at + 8, budget);
		else if (isTable(part, at, 'c')) shifted += 1 + sumOfCounts(part, at + 8, budget);
		else if (hasBytesAt(part, at, trun)) inFragments += uint32(part, at + 8);
	}
	if (budget.entries < 0) return Infinity;
	return inFragments + (shifted > 0 ? timed + shifted : 0);
}

const tts = bytesOf('tts');
const trun = bytesOf('trun');
const stsc = bytesOf('stsc');

/** Whether a table named `stts` or `ctts` begins here. */
function isTable(part: Uint8Array, at: number, first: string): boolean {
	return part[at] === first.charCodeAt(0) && hasBytesAt(part, at + 1, tts);
}

/** The sum of the counts of a table whose entries are a count and a value. */
function sumOfCounts(part: Uint8Array, position: number, budget: { entries: number }): number {
	const entries = uint32(part, position);
	let sum = 0;
	for (let entry = 0, at = position + 4; entry < entries && at + 8 <= part.byteLength; entry += 1, at += 8) {
		budget.entries -= 1;
		if (budget.entries < 0) return Infinity;
		sum += uint32(part, at);
	}
	return sum;
}
