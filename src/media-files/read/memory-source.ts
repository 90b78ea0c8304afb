import { isList } from '../../rules.js';
import { nameForMessage, type ByteSource } from './byte-source.js';
import { changed, unreadable } from './fault.js';

/** What the functions for every platform take: a `File` or another `Blob`, or bytes. */
export type FileBytes = Blob | ArrayBuffer | Uint8Array;

/** Makes the source of a `Blob` or of bytes. Returns `undefined` if the value is neither. */
export function memorySource(given: unknown): ByteSource | undefined {
	const bytes = readBytes(given);
	if (bytes !== undefined) return bytesSource(bytes);
	return isBlob(given) ? blobSource(given) : undefined;
}

/** Reads bytes of any realm: tests and frameworks bring their own. A buffer that was transferred has none. */
function readBytes(given: unknown): Uint8Array | undefined {
	if (given instanceof Uint8Array) return given;
	try {
		if (ArrayBuffer.isView(given)) return new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
		const isBuffer = /^\[object (?:Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(given));
		return isBuffer ? new Uint8Array(given as ArrayBuffer) : undefined;
	} catch {
		return new Uint8Array();
	}
}

function bytesSource(bytes: Uint8Array): ByteSource {
	const name = 'the file';
	const size = bytes.byteLength;
	return {
		name,
		size,
		async read(start, end) {
			// A buffer that was transferred to a worker has no bytes.
			if (bytes.byteLength !== size) throw changed(name);
			return new Uint8Array(bytes.subarray(start, end));
		},
		async verify() {
			if (bytes.byteLength !== size) throw changed(name);
		},
	};
}

/** A `Blob` can't change, but the file on disk that it stands for can: then reading it throws. */
function blobSource(blob: Blob): ByteSource {
	const given: unknown = 'name' in blob ? blob.name : undefined;
	const name = typeof given === 'string' && given !== '' ? nameForMessage(given) : 'the file';
	const { size } = blob;
	return {
		name,
		size,
		async read(start, end) {
			let buffer: ArrayBuffer;
			try {
				buffer = await blob.slice(start, end).arrayBuffer();
			} catch (error) {
				const code = error instanceof Error ? error.name : undefined;
				throw unreadable(name, 'cannot be read: it was moved or changed; choose it again', code);
			}
			if (buffer.byteLength !== end - start) throw changed(name);
			return new Uint8Array(buffer);
		},
		async verify() {},
	};
}

/** A `Blob` of any realm, as bytes are. */
function isBlob(value: unknown): value is Blob {
	if (typeof value !== 'object' || value === null || isList(value)) return false;
	try {
		const { size, slice, arrayBuffer } = value as Partial<Blob>;
		return typeof size === 'number' && typeof slice === 'function' && typeof arrayBuffer === 'function';
	} catch {
		return false; // A proxy threw.
	}
}
