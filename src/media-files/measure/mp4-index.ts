import { damaged, unmeasurable } from '../../rules/media-file-sentences.js';
import { bytesOf, latin1, uint32 } from '../bytes.js';
import type { MediaFormat } from '../formats.js';
import type { ByteSource } from '../read/byte-source.js';
import { fileError } from '../read/fault.js';
import { countSamples, dissolveChunks } from './mp4-samples.js';

/**
 * Reads the index of an mp4 or mov, without the pictures: a file of its `ftyp`, `moov` and `moof` boxes alone. A parser that
 * gets no more can't be sent through the file, and the lengths of its tables are checked first: it makes a list of each.
 *
 * @throws {MediaFileError} If the file ends within a box, has no index, or one that is too large.
 */
export async function readMp4Index(source: ByteSource, format: MediaFormat): Promise<Uint8Array> {
	const fail = (problem: string) => fileError(source.name, 'damaged', damaged(source.name, format, problem));
	const tooLong = (most: string) => fileError(source.name, 'limit', unmeasurable(source.name, `${most} of a video`));
	const parts: Uint8Array[] = [];
	let hasIndex = false;
	let left = mostBytes;
	let samples = 0;
	let position = 0;
	for (let count = 0; position + headerLength <= source.size; count += 1) {
		if (count === mostBoxes) throw tooLong(`${mostBoxes} boxes`);
		const box = await readHeader(source, position);
		if (box === undefined) {
			// Behind the index, it is what some programs append.
			if (hasIndex) break;
			throw fail(`it has no valid box at byte ${position}`);
		}
		if (box.end > source.size) {
			throw fail(`its box "${box.type}" ends at byte ${box.end}, but the file ends at ${source.size}`);
		}
		if (kept.has(box.type) && !(hasIndex && box.type === 'moov')) {
			left -= box.end - position;
			if (left < 0) throw tooLong(`${mostBytes / mebibyte} MiB of the index`);
			const bytes = await source.read(position, box.end);
			const content = bytes.subarray(box.headerLength);
			if (box.type !== 'ftyp') samples += countSamples(content);
			if (samples > mostSamples) throw tooLong(`${mostSamples} frames`);
			dissolveChunks(content);
			parts.push(box.reachesEnd ? withLength(bytes) : bytes);
			hasIndex ||= box.type === 'moov';
		}
		position = box.end;
	}
	if (!hasIndex) throw fail('it has no "moov" box');
	return joined(parts[0] && isFtyp(parts[0]) ? parts : [quickTime, ...parts]);
}

const headerLength = 8;
const kept: ReadonlySet<string> = new Set(['ftyp', 'moov', 'moof']);

/** The most boxes in a row, bytes and frames that are read. A video of the API's length has far fewer. */
const mostBoxes = 10_000;
const mebibyte = 1024 * 1024;
const mostBytes = 16 * mebibyte;
const mostSamples = 200_000;

interface BoxHeader {
	readonly type: string;
	readonly headerLength: number;

	/** The position behind the box. */
	readonly end: number;

	/** Whether the box has no length of its own. */
	readonly reachesEnd: boolean;
}

async function readHeader(source: ByteSource, position: number): Promise<BoxHeader | undefined> {
	const bytes = await source.read(position, Math.min(position + 16, source.size));
	const size = uint32(bytes, 0);
	const type = latin1(bytes.subarray(4, 8));
	if (!/^[\x20-\x7e\xa9]{4}$/.test(type)) return undefined;
	if (size === 0) return { type, headerLength, end: source.size, reachesEnd: true };
	if (size !== 1)
		return size < headerLength ? undefined : { type, headerLength, end: position + size, reachesEnd: false };
	if (bytes.byteLength < 16) return undefined;
	const large = uint32(bytes, 8) * 2 ** 32 + uint32(bytes, 12);
	return large < 16 ? undefined : { type, headerLength: 16, end: position + large, reachesEnd: false };
}

/** A box that reached to the end of the file, with a length: other boxes may follow it now. */
function withLength(bytes: Uint8Array<ArrayBuffer>): Uint8Array {
	new DataView(bytes.buffer, bytes.byteOffset).setUint32(0, bytes.byteLength);
	return bytes;
}

function isFtyp(bytes: Uint8Array): boolean {
	return latin1(bytes.subarray(4, 8)) === 'ftyp';
}

/** The `ftyp` box of a mov. Old ones have none. */
const quickTime = new Uint8Array([0, 0, 0, 16, ...bytesOf('ftypqt  '), 0, 0, 0, 0]);

function joined(parts: readonly Uint8Array[]): Uint8Array {
	const all = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
	let position = 0;
	for (const part of parts) {
		all.set(part, position);
		position += part.byteLength;
	}
	return all;
}
