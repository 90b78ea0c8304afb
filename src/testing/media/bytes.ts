/** A list of bytes, 0 to 255 each. */
export type Bytes = readonly number[];

/** Encodes ASCII text, one byte a character. */
export function ascii(text: string): Bytes {
	return Array.from(text, (character) => character.charCodeAt(0));
}

/** Encodes unsigned 16-bit integers, big-endian. */
export function u16(...values: readonly number[]): Bytes {
	return values.flatMap((value) => [value >>> 8, value & 0xff]);
}

/** Encodes unsigned 32-bit integers, big-endian. */
export function u32(...values: readonly number[]): Bytes {
	return values.flatMap((value) => [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff]);
}
