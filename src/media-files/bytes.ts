/** Reads bytes as text, a character for a byte. */
export function latin1(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

/** The bytes of a text whose characters are a byte each. */
export function bytesOf(text: string): readonly number[] {
	return Array.from(text, (character) => character.charCodeAt(0));
}

/** Whether these bytes stand at a position. A loop, because it is asked at every position of megabytes. */
export function hasBytesAt(bytes: Uint8Array, at: number, expected: readonly number[]): boolean {
	for (let index = 0; index < expected.length; index += 1) {
		if (bytes[at + index] !== expected[index]) return false;
	}
	return true;
}

/** Reads an unsigned number of 32 bits. Zero if the bytes end before it does. */
export function uint32(bytes: Uint8Array, at: number, isLittle = false): number {
	if (at + 4 > bytes.byteLength) return 0;
	const [a, b, c, d] = isLittle ? [at + 3, at + 2, at + 1, at] : [at, at + 1, at + 2, at + 3];
	return ((bytes[a]! << 24) | (bytes[b]! << 16) | (bytes[c]! << 8) | bytes[d]!) >>> 0;
}
