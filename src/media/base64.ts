/** Writes bytes as a base64 `data:` URI. */
export function dataUri(bytes: Uint8Array, mediaType: string): string {
	return `data:${mediaType};base64,${base64(bytes)}`;
}

/** Writes bytes as base64. */
export function base64(bytes: Uint8Array): string {
	// What a platform has is a hundred times as fast as `btoa`: new browsers the one, Node the other.
	if (typeof (bytes as Encoder).toBase64 === 'function') return (bytes as Required<Encoder>).toBase64();
	const { Buffer } = globalThis as { readonly Buffer?: NodeBuffer };
	if (Buffer !== undefined) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
	const parts: string[] = [];
	for (let start = 0; start < bytes.byteLength; start += step) {
		parts.push(btoa(String.fromCharCode(...bytes.subarray(start, start + step))));
	}
	return parts.join('');
}

type Encoder = Uint8Array & { toBase64?(): string };

interface NodeBuffer {
	from(buffer: ArrayBufferLike, offset: number, length: number): { toString(encoding: 'base64'): string };
}

/** Whole groups of three bytes, and few enough to be arguments of a call. */
const step = 24_576;
