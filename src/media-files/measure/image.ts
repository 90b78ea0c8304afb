import { damaged } from '../../rules/media-file-sentences.js';
import type { ImageFormat } from '../formats.js';
import type { ByteSource } from '../read/byte-source.js';
import { fileError } from '../read/fault.js';
import { shownSize, type PixelSize } from './heic.js';
import { readJpegHeader } from '../read/jpeg-header.js';
import { loadImageSize } from './peers.js';
import { isTurned, readTiffDirectory } from './tiff.js';

/** Measures an image by the beginning of its file, in pixels as they are shown. */
export async function measureImage(source: ByteSource, format: ImageFormat): Promise<PixelSize> {
	const { imageSize } = await loadImageSize();
	const bytes = format === 'tiff' ? await readTiffDirectory(source) : await readBeginning(source, format);
	const size = bytes && sizeOf(imageSize, bytes, format);
	if (size === undefined) {
		throw fileError(source.name, 'damaged', damaged(source.name, format, 'it has no valid size in pixels'));
	}
	return size;
}

async function readBeginning(source: ByteSource, format: ImageFormat): Promise<Uint8Array> {
	const header = format === 'jpeg' ? await readJpegHeader(source) : undefined;
	return header ?? source.read(0, Math.min(source.size, format === 'jpeg' ? mostJpegBytes : mostBytes));
}

// The parser takes a time that grows with the bytes of a jpeg, and with their square in a heic. A jpeg whose
// segments don't follow each other is searched for its size, the others have it near the beginning.
const mostJpegBytes = 2 * 1024 * 1024;
const mostBytes = 128 * 1024;

type ImageSize = Awaited<ReturnType<typeof loadImageSize>>['imageSize'];

function sizeOf(imageSize: ImageSize, bytes: Uint8Array, format: ImageFormat): PixelSize | undefined {
	try {
		const { width, height, orientation = 1, type } = imageSize(bytes);
		if (format === 'bmp' && bytes[headerLengthAt] === coreHeaderLength) return coreSize(bytes);
		if (!isSize(width) || !isSize(height) || !(types[format] as readonly unknown[]).includes(type)) return undefined;
		if (format === 'heic' || format === 'heif') return shownSize(bytes, { width, height });
		if (format === 'tiff' && isTurned(bytes)) return { width: height, height: width };
		return orientation > 4 ? { width: height, height: width } : { width, height };
	} catch {
		return undefined;
	}
}

/** The length of the second header of a bmp, and that of the oldest one: it has a size of 16 bits, which the parser doesn't read. */
const headerLengthAt = 14;
const coreHeaderLength = 12;

function coreSize(bytes: Uint8Array): PixelSize | undefined {
	const [width, height] = [18, 20].map((at) => bytes[at]! + bytes[at + 1]! * 256);
	return isSize(width) && isSize(height) ? { width, height } : undefined;
}

function isSize(value: unknown): value is number {
	return Number.isInteger(value) && (value as number) > 0;
}

/** What the parser calls each format. */
const types = {
	jpeg: ['jpg'],
	png: ['png'],
	webp: ['webp'],
	bmp: ['bmp'],
	tiff: ['tiff'],
	gif: ['gif'],
	heic: ['heic', 'heif'],
	heif: ['heif', 'heic'],
} as const satisfies Record<ImageFormat, readonly string[]>;
