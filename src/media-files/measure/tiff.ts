import { uint32 } from '../bytes.js';
import type { ByteSource } from '../read/byte-source.js';

/**
 * Returns the header and the first directory of a tiff as a file of their own: the directory may stand anywhere, and the parser
 * wants the whole file. Returns `undefined` if there is none.
 */
export async function readTiffDirectory(source: ByteSource): Promise<Uint8Array | undefined> {
	if (source.size < headerLength + 2) return undefined;
	const header = await source.read(0, headerLength);
	const isLittle = header[0] === 'I'.charCodeAt(0);
	const start = uint32(header, 4, isLittle);
	if (start + 2 > source.size) return undefined;
	const [first = 0, second = 0] = await source.read(start, start + 2);
	const count = isLittle ? first + second * 256 : first * 256 + second;
	const end = start + 2 + count * entryLength;
	if (end > source.size) return undefined;

	const directory = await source.read(start, end);
	// The parser reads entries until one is zero.
	const file = new Uint8Array(headerLength + directory.length + 2 * entryLength);
	file.set(header);
	new DataView(file.buffer).setUint32(4, headerLength, isLittle);
	file.set(directory, headerLength);
	return file;
}

/** Whether the first directory of a tiff turns the picture by a quarter: its orientation is over four. The parser doesn't read it. */
export function isTurned(file: Uint8Array): boolean {
	const isLittle = file[0] === 'I'.charCodeAt(0);
	const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
	for (let at = headerLength + 2; at + entryLength <= file.byteLength; at += entryLength) {
		if (view.getUint16(at, isLittle) === orientationTag) return view.getUint16(at + 8, isLittle) > 4;
	}
	return false;
}

const orientationTag = 274;
const headerLength = 8;
const entryLength = 12;
