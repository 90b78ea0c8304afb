import { describe, expect, test } from 'vitest';
import { MediaFileError } from '../../../src/errors/index.js';
import { mediaFromFile, probeMedia } from '../../../src/media-files/index.js';
import { createMp4 } from '../../../src/testing/media/mp4.js';
import { box, fixtureBytes, refusal, wav, words } from '../fixtures.js';

// ffprobe 5.1 gives the same for each: `ffprobe -show_entries stream=width,height,avg_frame_rate,duration`.
describe('a file is measured', () => {
	test.each([
		['image.png', { kind: 'image', format: 'png', mediaType: 'image/png', width: 320, height: 300 }],
		['image.jpg', { kind: 'image', format: 'jpeg', mediaType: 'image/jpeg', width: 320, height: 300 }],
		['image.webp', { kind: 'image', format: 'webp', mediaType: 'image/webp', width: 320, height: 300 }],
		['image.gif', { kind: 'image', format: 'gif', mediaType: 'image/gif', width: 320, height: 300 }],
		['image.bmp', { kind: 'image', format: 'bmp', mediaType: 'image/bmp', width: 320, height: 300 }],
		['image.tiff', { kind: 'image', format: 'tiff', mediaType: 'image/tiff', width: 320, height: 300 }],
		['image.heic', { kind: 'image', format: 'heic', mediaType: 'image/heic', width: 320, height: 300 }],
		['sound.wav', { kind: 'audio', format: 'wav', mediaType: 'audio/wav', seconds: 2 }],
		['sound.mp3', { kind: 'audio', format: 'mp3', mediaType: 'audio/mpeg', seconds: 2.088 }],
		['bare.mp3', { kind: 'audio', format: 'mp3', mediaType: 'audio/mpeg', seconds: 2.16 }],
	])('%s', async (name, facts) => {
		const bytes = fixtureBytes(name);
		expect(await probeMedia(bytes)).toStrictEqual({ ...facts, bytes: bytes.byteLength });
	});

	test.each([
		['video.mp4', 'mp4', 64, 48, 2, 24],
		['fragmented.mp4', 'mp4', 64, 48, 2, 24],
		['turned.mp4', 'mp4', 48, 64, 2, 24],
		['slow.mp4', 'mp4', 64, 48, 2, 15],
		['fast.mp4', 'mp4', 64, 48, 2, 90],
		['video.mov', 'mov', 64, 48, 2.002, 29.97],
	])('%s', async (name, format, width, height, seconds, framesPerSecond) => {
		const facts = await probeMedia(fixtureBytes(name));
		expect(facts).toMatchObject({ kind: 'video', format, width, height, seconds, framesPerSecond });
	});

	test('a bmp with the oldest header, whose sides have 16 bits', async () => {
		const bytes = Buffer.alloc(30);
		bytes.write('BM', 0, 'latin1');
		bytes.writeUInt32LE(12, 14);
		bytes.writeUInt16LE(400, 18);
		bytes.writeUInt16LE(350, 20);
		expect(await probeMedia(bytes)).toMatchObject({ format: 'bmp', width: 400, height: 350 });
	});

	test('a video of the emulator', async () => {
		const facts = await probeMedia(createMp4({ width: 1470, height: 630, seconds: 7 }));
		expect(facts).toMatchObject({ width: 1470, height: 630, seconds: 7, framesPerSecond: 24 });
	});
});

describe('an image is measured as it is shown', () => {
	/** An EXIF block with one entry: the orientation. */
	const exif = (orientation: number) =>
		Buffer.concat([
			Buffer.from('ffe1002245786966000049492a000800000001001201030001000000', 'hex'),
			Buffer.from([orientation, 0, 0, 0, 0, 0, 0, 0]),
		]);

	test.each([
		[1, 320, 300],
		[3, 320, 300],
		[6, 300, 320],
		[8, 300, 320],
	])('a jpeg with the orientation %i', async (orientation, width, height) => {
		const jpeg = fixtureBytes('image.jpg');
		const header = jpeg.readUInt16BE(4) + 4;
		const turned = Buffer.concat([jpeg.subarray(0, header), exif(orientation), jpeg.subarray(header)]);
		expect(await probeMedia(turned)).toMatchObject({ width, height });
	});

	test('a jpeg with megabytes of profiles and previews before its size', async () => {
		const jpeg = fixtureBytes('image.jpg');
		const profile = Buffer.alloc(65_537, Buffer.from('ffe2ffff', 'hex').toString('latin1'), 'latin1').fill(0, 4);
		const large = Buffer.concat([jpeg.subarray(0, 2), ...Array<Buffer>(50).fill(profile), exif(6), jpeg.subarray(2)]);
		expect(await probeMedia(large)).toMatchObject({ width: 300, height: 320 });
	});

	test.each([
		['II', 3, 320, 300],
		['II', 6, 300, 320],
		['MM', 8, 300, 320],
	])('a tiff of %s with the orientation %i', async (order, orientation, width, height) => {
		const long = (value: number) => (order === 'II' ? [value, 0, 0, 0] : [0, 0, 0, value]);
		const tags: [number, number][] = [
			[256, 320],
			[257, 300],
			[274, orientation],
		];
		const pair = (value: number) => (order === 'II' ? [value & 255, value >> 8] : [value >> 8, value & 255]);
		const entries = tags.flatMap(([tag, value]) => [...pair(tag), ...pair(3), ...long(1), ...pair(value), 0, 0]);
		const tiff = [...Buffer.from(order), ...pair(42), ...long(8), ...pair(tags.length), ...entries, 0, 0, 0, 0];
		expect(await probeMedia(new Uint8Array(tiff))).toMatchObject({ format: 'tiff', width, height });
	});

	test('a heic that is turned and cropped', async () => {
		const property = (type: string, ...values: number[]) => box(type, words(...values));
		const clap = property('clap', 319, 1, 299, 1, 0, 1, 0, 1);
		const ipco = box('ipco', property('ispe', 0, 320, 300), clap, box('irot', [1]));
		const meta = box('meta', words(0), box('iprp', ipco));
		const heic = Buffer.concat([box('ftyp', Buffer.from('heic\0\0\0\0mif1heic')), meta]);
		expect(await probeMedia(heic)).toMatchObject({ width: 299, height: 319 });
	});
});

describe('a damaged file is refused', () => {
	const cut = (name: string, length: number) => fixtureBytes(name).subarray(0, length);

	test.each([
		['png', cut('image.png', 20), 'it has no valid size in pixels'],
		['jpeg', cut('image.jpg', 100), 'it has no valid size in pixels'],
		['tiff', cut('image.tiff', 100), 'it has no valid size in pixels'],
		['heic', cut('image.heic', 100), 'it has no valid size in pixels'],
		['wav', cut('sound.wav', 30), 'it has no sound that can be measured'],
		['mp3', cut('sound.mp3', 40), 'it has no sound that can be measured'],
		['mp4', cut('video.mp4', 40), 'it has no "moov" box'],
		['mov', cut('video.mov', 7_000), 'it has no "moov" box'],
	])('%s', async (format, bytes, problem) => {
		const { problems } = await refusal(probeMedia(bytes), MediaFileError);
		const start = `the file is a damaged ${format} file: `;
		expect(problems).toStrictEqual([
			{ reason: 'damaged', source: 'this library', message: expect.stringMatching(`^${start}`) as string },
		]);
		expect(problems[0]!.message).toMatch(problem === 'it has no "moov" box' ? /"moov" box|ends at byte/ : problem);
	});

	test('a wav without a rate', async () => {
		const bytes = wav(3);
		bytes.writeUInt32LE(0, 24);
		const { message } = await refusal(probeMedia(bytes), MediaFileError);
		expect(message).toBe(
			'the file is a damaged wav file: it has no sound that can be measured; export or download it again',
		);
	});
});

describe('a file that is right and that can not be measured is not called damaged', () => {
	test.each(['isom', 'qt  '])('sound alone in the container of a video: %s', async (brand) => {
		const m4a = fixtureBytes('other.m4a');
		m4a.write(brand, 8, 'latin1');
		const format = brand === 'isom' ? 'an mp4' : 'a mov';
		const message = `the file is ${format} file without pictures: the API page allows wav or mp3 for audio; convert it`;
		for (const call of [probeMedia(m4a), mediaFromFile(m4a), mediaFromFile(m4a, { as: 'audio' })]) {
			const { problems } = await refusal(call, MediaFileError);
			expect(problems).toStrictEqual([{ reason: 'unknown-format', source: 'API page', message }]);
		}
	});

	test.each([
		[0x11, 'IMA ADPCM'],
		[0x55, 'MP3'],
		[0x161, 'format 0x0161'],
	])('the compressed sound of a wav: %i', async (tag, name) => {
		const bytes = wav(3);
		bytes.writeUInt16LE(tag, 20);
		const { problems } = await refusal(mediaFromFile(bytes), MediaFileError);
		const message = `the file is a wav file of compressed sound (${name}), which this library can't measure: convert it to PCM, or to mp3`;
		expect(problems).toStrictEqual([{ reason: 'unknown-format', source: 'this library', message }]);
	});
});
