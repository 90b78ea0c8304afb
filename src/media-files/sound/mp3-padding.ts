import { bytesOf, hasBytesAt, uint32 } from '../bytes.js';

/**
 * Returns the seconds of silence that an encoder added to an mp3, as its first frame tells: the sound is cut to whole frames, so that
 * a clip of exactly 15 s lasts a little longer. Zero if the file doesn't tell.
 */
export function mp3Padding(bytes: Uint8Array): number {
	const beginning = bytes.subarray(tagLength(bytes)).subarray(0, mostBytes);
	const table = tableNames.map((name) => find(beginning, name)).find((at) => at !== -1);
	if (table === undefined) return 0;
	const header = [36, 21, 13].map((distance) => table - distance).find((at) => isFrame(beginning, at));
	const flags = uint32(beginning, table + 4);
	const fields = fieldLengths.reduce((sum, length, bit) => sum + (flags & (1 << bit) ? length : 0), 0);
	// Two numbers of 12 bits: the samples before and behind the sound. Before them are the name of the encoder, and its options.
	const [high = 0, middle = 0, low = 0] = beginning.subarray(table + 8 + fields + 21);
	if (header === undefined) return 0;
	const samples = (high << 4) + (middle >> 4) + ((middle & 15) << 8) + low;
	return samples / sampleRate(beginning[header + 1]!, beginning[header + 2]!);
}

/** The most bytes behind a tag in which the first frame begins. */
const mostBytes = 4096;
const tableNames = ['Xing', 'Info'].map(bytesOf);

/** In bytes: the number of frames, that of bytes, the table of contents and the quality. */
const fieldLengths = [4, 4, 100, 4];

/** The length of the tag at the beginning, whose bytes have seven bits each. */
function tagLength(bytes: Uint8Array): number {
	if (!hasBytesAt(bytes, 0, bytesOf('ID3'))) return 0;
	return 10 + [6, 7, 8, 9].reduce((length, at) => length * 128 + (bytes[at] ?? 0), 0);
}

function find(bytes: Uint8Array, name: readonly number[]): number {
	return bytes.findIndex((_, at) => hasBytesAt(bytes, at, name));
}

function isFrame(bytes: Uint8Array, at: number): boolean {
	const isRate = ((bytes[at + 2] ?? 0xff) & 0x0c) !== 0x0c;
	return bytes[at] === 0xff && ((bytes[at + 1] ?? 0) & 0xe0) === 0xe0 && isRate;
}

/** The rate of MPEG 1; MPEG 2 has half of it, and MPEG 2.5 a quarter. */
function sampleRate(second: number, third: number): number {
	const rate = [44_100, 48_000, 32_000][(third >> 2) & 3]!;
	const version = (second >> 3) & 3;
	return version === 3 ? rate : rate / (version === 2 ? 2 : 4);
}
