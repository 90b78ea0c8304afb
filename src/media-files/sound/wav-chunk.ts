import { latin1, uint32 } from '../bytes.js';

/** A chunk of a wav. */
export interface WavChunk {
	/** The position of its content. */
	readonly start: number;

	/** In bytes, as its header says. The file may end before. */
	readonly length: number;
}

/** Finds the first chunk of a wav with a name of four characters. `undefined` if the bytes have none. */
export function findWavChunk(bytes: Uint8Array, name: string): WavChunk | undefined {
	let position = 12;
	while (position + 8 <= bytes.byteLength) {
		const length = uint32(bytes, position + 4, true);
		const start = position + 8;
		if (latin1(bytes.subarray(position, position + 4)) === name) return { start, length };
		// A chunk of an odd length is followed by a byte that is not counted.
		position = start + length + (length % 2);
	}
	return undefined;
}
