/** Bytes in the making, 0 to 255 each. */
export type Bytes = readonly number[];

/** Characters of ASCII, a byte each. */
export function ascii(text: string): Bytes {
	return Array.from(text, (character) => character.charCodeAt(0));
}

/** Unsigned integers of 16 bits, the most significant byte first. */
export function u16(...values: readonly number[]): Bytes {
	return values.flatMap((value) => [value >>> 8, value & 0xff]);
}

/** Unsigned integers of 32 bits, the most significant byte first. */
export function u32(...values: readonly number[]): Bytes {
	return values.flatMap((value) => [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff]);
}
