import { crc32, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createPng } from '../../../src/testing/media/png.js';

test('a PNG is its header, its palette, its picture and its end, each with the right checksum', async () => {
	const png = await createPng({ width: 1470, height: 630 });
	expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

	const chunks = chunksOf(png);
	expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
	for (const { checked, checksum } of chunks) expect(checksum).toBe(crc32(checked));
});

test.each([
	[1470, 630, 630 * 185],
	[8, 1, 2],
	[9, 1, 3],
])('a PNG of %i × %i has all of its pixels', async (width, height, length) => {
	const [header, , picture] = chunksOf(await createPng({ width, height }));
	expect([header!.data.readUInt32BE(0), header!.data.readUInt32BE(4)]).toEqual([width, height]);
	expect(inflateSync(picture!.data)).toEqual(Buffer.alloc(length));
});

test('a PNG of the largest video stays under 1 KB', async () => {
	expect((await createPng({ width: 2944, height: 1260 })).length).toBeLessThan(1000);
});

interface Chunk {
	readonly type: string;
	readonly data: Buffer;
	readonly checked: Buffer;
	readonly checksum: number;
}

function chunksOf(png: Uint8Array): Chunk[] {
	const bytes = Buffer.from(png);
	const chunks: Chunk[] = [];
	for (let offset = 8; offset < bytes.length;) {
		const end = offset + 8 + bytes.readUInt32BE(offset);
		chunks.push({
			type: bytes.toString('latin1', offset + 4, offset + 8),
			data: bytes.subarray(offset + 8, end),
			checked: bytes.subarray(offset + 4, end),
			checksum: bytes.readUInt32BE(end),
		});
		offset = end + 4;
	}
	return chunks;
}
