import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SeedanceError } from '../../src/errors/index.js';

/** The folder of the files that are in the repository. Its README says how each was made. */
export const fixtures = join(import.meta.dirname, '../fixtures/media');

/** The path of a file of the folder. */
export function fixture(name: string): string {
	return join(fixtures, name);
}

/** The bytes of a file of the folder. */
export function fixtureBytes(name: string): Buffer<ArrayBuffer> {
	return Buffer.from(readFileSync(fixture(name)));
}

/** The error that a call is rejected with, which must be one of the library's. */
export async function refusal<Wanted extends SeedanceError>(
	call: Promise<unknown>,
	type: abstract new (...args: never[]) => Wanted,
): Promise<Wanted> {
	const error: unknown = await call.then(
		() => new Error('it was not refused'),
		(thrown: unknown) => thrown,
	);
	if (error instanceof type) return error;
	throw error;
}

/** A wav of silence: one channel, 8 bits, so that a second has as many bytes as samples. */
export function wav(seconds: number, rate = 1_000): Buffer<ArrayBuffer> {
	const samples = Math.round(seconds * rate);
	const bytes = Buffer.alloc(44 + samples, 0x80);
	bytes.write('RIFF', 0, 'latin1');
	bytes.writeUInt32LE(36 + samples, 4);
	bytes.write('WAVEfmt ', 8, 'latin1');
	bytes.writeUInt32LE(16, 16);
	bytes.writeUInt16LE(1, 20); // PCM
	bytes.writeUInt16LE(1, 22); // channels
	bytes.writeUInt32LE(rate, 24);
	bytes.writeUInt32LE(rate, 28); // bytes per second
	bytes.writeUInt16LE(1, 32); // bytes per sample
	bytes.writeUInt16LE(8, 34); // bits per sample
	bytes.write('data', 36, 'latin1');
	bytes.writeUInt32LE(samples, 40);
	return bytes;
}

/** A box of an mp4 or a heic: its length, its type and its content. */
export function box(type: string, ...content: readonly (Uint8Array | readonly number[])[]): Buffer<ArrayBuffer> {
	const body = Buffer.concat(content.map((part) => Buffer.from(part)));
	const header = Buffer.alloc(8);
	header.writeUInt32BE(8 + body.byteLength, 0);
	header.write(type, 4, 'latin1');
	return Buffer.concat([header, body]);
}

/** Numbers of 32 bits. */
export function words(...values: readonly number[]): Buffer<ArrayBuffer> {
	const bytes = Buffer.alloc(4 * values.length);
	values.forEach((value, index) => bytes.writeUInt32BE(value, 4 * index));
	return bytes;
}
