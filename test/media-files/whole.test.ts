import { describe, expect, test } from 'vitest';
import { MediaFileError } from '../../src/errors/index.js';
import { mediaFromFile } from '../../src/media-files/index.js';
import { fixtureBytes, refusal } from './fixtures.js';

describe('a file that ends early is refused', () => {
	test.each([
		['image.png', 'png', 'it ends before its "IEND" chunk'],
		['image.jpg', 'jpeg', 'it ends before its end marker'],
		['image.webp', 'webp', 'its header says that it has 912 bytes, but it ends at 911'],
		['sound.wav', 'wav', 'its header says that it has 16044 bytes, but it ends at 16043'],
	])('%s', async (name, format, problem) => {
		const bytes = fixtureBytes(name).subarray(0, -1);
		const { message, problems } = await refusal(mediaFromFile(bytes), MediaFileError);
		expect(message).toBe(`the file is a damaged ${format} file: ${problem}; export or download it again`);
		expect(problems).toMatchObject([{ reason: 'damaged' }]);
	});
});

describe('a file with more behind its end is taken', () => {
	test.each(['image.png', 'image.jpg', 'image.webp', 'image.gif', 'sound.wav', 'sound.mp3'])('%s', async (name) => {
		const bytes = Buffer.concat([fixtureBytes(name), Buffer.alloc(100)]);
		expect((await mediaFromFile(bytes)).url).toMatch(/^data:/);
	});
});

test('a wav whose header counts more bytes than it has is taken if its sound is whole', async () => {
	const bytes = fixtureBytes('sound.wav');
	for (const extra of [1, 8]) {
		bytes.writeUInt32LE(bytes.byteLength - 8 + extra, 4);
		expect(await mediaFromFile(bytes)).toMatchObject({ kind: 'audio' });
	}
});

test('the end of a preview in a jpeg is not the end of the jpeg', async () => {
	const jpeg = fixtureBytes('image.jpg');
	const start = jpeg.readUInt16BE(4) + 4;
	const preview = Buffer.from('ffe1000cffd8000000ffd90000ff', 'hex').subarray(0, 14);
	const withPreview = Buffer.concat([jpeg.subarray(0, start), preview, jpeg.subarray(start)]);
	expect(await mediaFromFile(withPreview)).toMatchObject({ kind: 'image' });
	await refusal(mediaFromFile(withPreview.subarray(0, -2)), MediaFileError);
});
