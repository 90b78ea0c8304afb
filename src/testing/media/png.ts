import { type Bytes, ascii, u32 } from './bytes.js';
import { colour } from './h264.js';

/** Options of {@link createPng}. */
export interface PngOptions {
	/** In pixels. */
	readonly width: number;

	/** In pixels. */
	readonly height: number;
}

/**
 * Creates a PNG of the given size, in the colour of the videos. It is smaller than 1 KB.
 *
 * @example
 * const bytes = await createPng({ width: 1280, height: 720 });
 */
export async function createPng({ width, height }: PngOptions): Promise<Uint8Array<ArrayBuffer>> {
	// A line is a filter type, then one bit a pixel. Zero means no filter, and the first colour of the palette.
	const lineLength = 1 + Math.ceil(width / 8);
	return Uint8Array.from([
		0x89,
		...ascii('PNG\r\n\x1a\n'),
		...chunk('IHDR', [...u32(width, height), 1, 3, 0, 0, 0]), // bit depth, colour type: palette; compression, filter, interlace
		...chunk('PLTE', colour.rgb),
		...chunk('IDAT', await deflate(new Uint8Array(lineLength * height))),
		...chunk('IEND', []),
	]);
}

function chunk(type: string, data: Bytes): Bytes {
	const checked = [...ascii(type), ...data];
	return [...u32(data.length), ...checked, ...u32(crc32(checked))];
}

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Bytes> {
	const compressed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
	return [...new Uint8Array(await new Response(compressed).arrayBuffer())];
}

function crc32(bytes: Bytes): number {
	let crc = 0xffffffff;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
	}
	return ~crc;
}
