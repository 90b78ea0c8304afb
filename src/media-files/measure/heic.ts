import { bytesOf, hasBytesAt, uint32 } from '../bytes.js';

/** A size in pixels. */
export interface PixelSize {
	readonly width: number;
	readonly height: number;
}

/**
 * Returns the size of a heic as it is shown. The parser gives the size of the coded picture. A `clap` box crops it, and an `irot` box
 * turns it by quarters: a photo that was taken upright has one.
 */
export function shownSize(bytes: Uint8Array, coded: PixelSize): PixelSize {
	const { width, height } = cropped(bytes, coded);
	const quarters = bytes[contentOf(bytes, 9, 'irot')] ?? 0;
	return quarters & 1 ? { width: height, height: width } : { width, height };
}

/** The box has the width and the height, each as two numbers that are divided. */
function cropped(bytes: Uint8Array, coded: PixelSize): PixelSize {
	const at = contentOf(bytes, 40, 'clap');
	if (at + 16 > bytes.byteLength) return coded;
	const [width, height] = [at, at + 8].map((side) => Math.round(uint32(bytes, side) / uint32(bytes, side + 4)));
	const isWithin = width! >= 1 && height! >= 1 && width! <= coded.width && height! <= coded.height;
	return isWithin ? { width: width!, height: height! } : coded;
}

/** The position of the content of the first box of a length and a type. Infinite if there is none. */
function contentOf(bytes: Uint8Array, length: number, type: string): number {
	const header = [0, 0, 0, length, ...bytesOf(type)];
	for (let at = bytes.indexOf(length); at !== -1; at = bytes.indexOf(length, at + 1)) {
		if (hasBytesAt(bytes, at - 3, header)) return at - 3 + header.length;
	}
	return Infinity;
}
