import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MediaFileError, type MediaFileProblem } from '../../src/errors/index.js';
import { mediaFromFile, probeMedia } from '../../src/node/index.js';
import { files, upstreamFiles } from '../../src/spec.js';
import { createMp4 } from '../../src/testing/media/mp4.js';
import { createPng } from '../../src/testing/media/png.js';
import { fixture, fixtureBytes, refusal, wav } from '../media-files/fixtures.js';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'media-limits-'))));
afterEach(() => rm(folder, { recursive: true }));

const megabyte = 1_000_000;

/** Writes a file, as long as `size`: what is behind its bytes takes no disk. Returns its path. */
async function written(name: string, bytes: Uint8Array, size = bytes.byteLength): Promise<string> {
	const path = join(folder, name);
	await writeFile(path, bytes);
	const file = await open(path, 'r+');
	await file.truncate(size);
	await file.close();
	return path;
}

/** What is wrong with a file, without its folder. */
async function problemsOf(path: string, options?: { upstreamLimits: boolean }): Promise<Partial<MediaFileProblem>[]> {
	const { problems } = await refusal(mediaFromFile(path, options), MediaFileError);
	return problems.map(({ reason, source, message }) => ({
		reason,
		source,
		message: message.replace(/^\S*\/(?=[^/ ]+ )/, ''),
	}));
}

const page = (message: string) => [{ reason: 'limit', source: 'API page', message }];
const upstream = (message: string) => [{ reason: 'limit', source: 'upstream', message }];

describe('a limit of the API page is an error', () => {
	test.each([
		[1, 'clip.mp4 lasts 1 s: the API page allows at least 2 s of video; use a longer one'],
		[16, 'clip.mp4 lasts 16 s: the API page allows at most 15 s of video; cut it'],
	])('a video of %i s', async (seconds, message) => {
		const path = await written('clip.mp4', createMp4({ width: 64, height: 48, seconds }));
		expect(await problemsOf(path)).toStrictEqual(page(message));
		expect(await problemsOf(path, { upstreamLimits: false })).toStrictEqual(page(message));
	});

	test.each([
		['clip.mp4', 'video.mp4', files.video.megabytes, 'the API page allows at most 50 MB of video'],
		['clip.mov', 'video.mov', files.video.megabytes, 'the API page allows at most 50 MB of video'],
		['song.mp3', 'sound.mp3', files.audio.megabytes, 'the API page allows at most 15 MB of audio'],
		['song.wav', 'sound.wav', files.audio.megabytes, 'the API page allows at most 15 MB of audio'],
	])('the size of %s', async (name, beginning, most, limit) => {
		const path = await written(name, fixtureBytes(beginning), most * megabyte + 1);
		const options = { upstreamLimits: false };
		expect(await problemsOf(path, options)).toStrictEqual(page(`${name} has ${most}.000001 MB: ${limit}; compress it`));
	});

	test.each([
		['other.mkv', 'a Matroska (mkv) video', 'mp4 or mov for video'],
		['other.webm', 'a WebM video', 'mp4 or mov for video'],
		['other.avi', 'an AVI video', 'mp4 or mov for video'],
		['other.flac', 'a FLAC file', 'wav or mp3 for audio'],
		['other.ogg', 'an Ogg file', 'wav or mp3 for audio'],
		['other.aac', 'an AAC file', 'wav or mp3 for audio'],
		['other.m4a', 'an M4A file', 'wav or mp3 for audio'],
	])('the format of %s', async (name, format, taken) => {
		const message = `${name} is ${format}: the API page allows ${taken}; convert it`;
		expect(await problemsOf(fixture(name))).toStrictEqual([{ reason: 'unknown-format', source: 'API page', message }]);
	});
});

describe('a limit of upstream is an error that says so, and can be waived', () => {
	const images: readonly (readonly [string, number, number, string])[] = [
		['small.png', 299, 400, 'has 299 × 400 pixels: upstream takes 300 to 6,000 pixels a side; use a larger one'],
		['large.png', 6001, 3000, 'has 6,001 × 3,000 pixels: upstream takes 300 to 6,000 pixels a side; make it smaller'],
		[
			'wide.png',
			1001,
			400,
			'has 1,001 × 400 pixels, width divided by height is 2.502: upstream takes 0.4 to 2.5; crop it',
		],
		[
			'high.png',
			399,
			1000,
			'has 399 × 1,000 pixels, width divided by height is 0.399: upstream takes 0.4 to 2.5; crop it',
		],
	];

	test.each(images)('the pixels of %s', async (name, width, height, sentence) => {
		const path = await written(name, await createPng({ width, height }));
		expect(await problemsOf(path)).toStrictEqual(upstream(`${name} ${sentence}`));
		expect(await mediaFromFile(path, { upstreamLimits: false })).toMatchObject({ kind: 'image' });
	});

	test('all that is wrong is listed', async () => {
		const path = await written('strip.png', await createPng({ width: 7000, height: 100 }));
		const sentences = await problemsOf(path);
		expect(sentences.map(({ message }) => message)).toStrictEqual([
			'strip.png has 7,000 × 100 pixels: upstream takes 300 to 6,000 pixels a side; make it smaller',
			'strip.png has 7,000 × 100 pixels, width divided by height is 70: upstream takes 0.4 to 2.5; crop it',
		]);
	});

	test.each([
		[17.2, 'clip.wav lasts 17.2 s: upstream takes at most 15 s of audio; cut it'],
		[15.001, 'clip.wav lasts 15.001 s: upstream takes at most 15 s of audio; cut it'],
		[1.999, 'clip.wav lasts 1.999 s: upstream takes at least 2 s of audio; use a longer one'],
	])('audio of %d s', async (seconds, message) => {
		const path = await written('clip.wav', wav(seconds));
		expect(await problemsOf(path)).toStrictEqual(upstream(message));
		expect(await mediaFromFile(path, { as: 'audio', upstreamLimits: false })).toMatchObject({ kind: 'audio' });
	});

	test.each([
		['slow.mp4', 'has 15 frames per second: upstream takes 23.8 to 60; convert it'],
		['fast.mp4', 'has 90 frames per second: upstream takes 23.8 to 60; convert it'],
	])('the rate of %s', async (name, sentence) => {
		expect(await problemsOf(fixture(name))).toStrictEqual(upstream(`${name} ${sentence}`));
		const [waived] = await problemsOf(fixture(name), { upstreamLimits: false });
		expect(waived?.reason).toBe('video-needs-url');
	});

	test('the size of an image, which must stay under the limit', async () => {
		const most = upstreamFiles.image.megabytesBelow * megabyte;
		const png = await createPng({ width: 400, height: 400 });
		const path = await written('big.png', png, most);
		expect(await problemsOf(path)).toStrictEqual(
			upstream('big.png has 30 MB: upstream takes images under 30 MB; compress it'),
		);
		expect(await mediaFromFile(path, { upstreamLimits: false })).toMatchObject({ kind: 'image' });
		expect(await mediaFromFile(await written('big.png', png, most - 1))).toMatchObject({ kind: 'image' });
	});

	test('the format of an image', async () => {
		const message =
			'other.avif is an AVIF image: upstream takes jpeg, png, webp, bmp, tiff, gif, heic or heif images; convert it';
		expect(await problemsOf(fixture('other.avif'))).toStrictEqual([
			{ reason: 'unknown-format', source: 'upstream', message },
		]);
	});
});

describe('a value at a limit is taken', () => {
	const { sides } = upstreamFiles.image;

	test.each([
		[sides[0], sides[0]],
		[sides[1], 2400],
		[2400, sides[1]],
	])('an image of %i × %i pixels', async (width, height) => {
		const path = await written('edge.png', await createPng({ width, height }));
		expect(await mediaFromFile(path)).toMatchObject({ kind: 'image' });
	});

	test.each(upstreamFiles.audio.seconds)('audio of %i s', async (seconds) => {
		expect(await mediaFromFile(wav(seconds))).toMatchObject({ kind: 'audio' });
	});

	test.each(files.video.seconds)('a video of %i s', async (seconds) => {
		const bytes = createMp4({ width: 64, height: 48, seconds });
		expect(await problemsOf(await written('clip.mp4', bytes))).toMatchObject([{ reason: 'video-needs-url' }]);
	});
});

describe('a file of 2 GB', () => {
	const size = 2_000 * megabyte;

	/** A `Blob` of 2 GB that counts the bytes that are read of it. */
	function hugeBlob(head: Uint8Array): { readonly blob: Blob; readonly read: () => number } {
		let read = 0;
		const slice = (start: number, end: number) => {
			read += end - start;
			const bytes = new Uint8Array(end - start);
			bytes.set(head.subarray(start, end));
			return new Blob([bytes]);
		};
		const blob = { name: 'huge', size, slice, arrayBuffer: () => expect.unreachable() };
		return { blob: blob as unknown as Blob, read: () => read };
	}

	test('is refused without being read', async () => {
		const path = await written('huge.png', new Uint8Array(), size);
		const before = process.memoryUsage.rss();
		const message =
			'huge.png has 2,000 MB: upstream takes images under 30 MB, the API page allows at most 50 MB of video, ' +
			'the API page allows at most 15 MB of audio; compress it';
		expect(await problemsOf(path)).toStrictEqual(page(message));
		expect((await problemsOf(path, { upstreamLimits: false }))[0]?.message).toBe(
			'huge.png has 2,000 MB: a request of this library has at most 100 MB of it; compress it',
		);
		expect(process.memoryUsage.rss() - before).toBeLessThan(100 * megabyte);
	});

	test.each([
		['image.png', 'huge has 2,000 MB: upstream takes images under 30 MB; compress it'],
		['video.mp4', 'huge has 2,000 MB: the API page allows at most 50 MB of video; compress it'],
		['sound.mp3', 'huge has 2,000 MB: the API page allows at most 15 MB of audio; compress it'],
	])('is refused by the limit of its kind, of which its first bytes tell: %s', async (name, message) => {
		const { blob, read } = hugeBlob(fixtureBytes(name));
		expect((await refusal(mediaFromFile(blob), MediaFileError)).message).toBe(message);
		expect(read()).toBe(4096);
	});

	test.each(['image.png', 'image.jpg', 'image.heic', 'sound.wav'])('is measured in parts: %s', async (name) => {
		const { blob, read } = hugeBlob(fixtureBytes(name));
		expect(await probeMedia(blob)).toMatchObject({ bytes: size });
		expect(read()).toBeLessThan(5 * megabyte);
	});

	test('is measured by its index, if it is a video', async () => {
		const clip = fixtureBytes('video.mp4');
		const index = clip.subarray(clip.indexOf('moov') - 4);
		const ftyp = clip.subarray(0, clip.readUInt32BE(0));
		const pictures = Buffer.from('\0\0\0\0mdat', 'latin1');
		pictures.writeUInt32BE(size - index.byteLength - ftyp.byteLength);
		const path = await written('huge.mp4', Buffer.concat([ftyp, pictures]), size - index.byteLength);
		await writeFile(path, index, { flag: 'a' });
		const before = process.memoryUsage.rss();
		expect(await probeMedia(path)).toMatchObject({ bytes: size, seconds: 2, framesPerSecond: 24 });
		expect(process.memoryUsage.rss() - before).toBeLessThan(100 * megabyte);
	});
});
