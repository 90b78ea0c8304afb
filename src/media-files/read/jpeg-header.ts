import { latin1 } from '../bytes.js';
import type { ByteSource } from './byte-source.js';

/**
 * Returns the part of a jpeg that has its size and its orientation as a file of its own: profiles and previews of megabytes may stand
 * before it, and the parser takes a time that grows with them. Returns `undefined` if its segments don't follow each other.
 */
export async function readJpegHeader(source: ByteSource): Promise<Uint8Array | undefined> {
	let exif = new Uint8Array();
	let position = 2;
	for (let count = 0; count < mostSegments && position + headerLength <= source.size; count += 1) {
		const header = await source.read(position, Math.min(position + headerLength + exifName.length, source.size));
		const [first = 0, marker = 0, high = 0, low = 0] = header;
		if (first !== 0xff) return undefined;
		// A marker may be preceded by any number of fill bytes.
		const end = marker === 0xff ? position + 1 : position + 2 + high * 256 + low;
		if (marker === startOfScan || end > source.size) return undefined;
		if (isFrame(marker)) return joined(exif, await source.read(position, end));
		const isExif = marker === app1 && latin1(header.subarray(headerLength)) === exifName;
		if (isExif && exif.byteLength === 0) exif = await source.read(position, end);
		position = end;
	}
	return undefined;
}

/** The most segments that are read. One has at most 64 KB. */
const mostSegments = 2_000;
const headerLength = 4;
const app1 = 0xe1;
const startOfScan = 0xda;
const exifName = 'Exif';

/** Whether a segment has the size of the picture. Three markers of the row are those of tables. */
function isFrame(marker: number): boolean {
	return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** The parser skips the first segment, which is an empty comment here. */
function joined(exif: Uint8Array, frame: Uint8Array): Uint8Array {
	return new Uint8Array([0xff, 0xd8, 0xff, 0xfe, 0, 2, ...exif, ...frame]);
}
