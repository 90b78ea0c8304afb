import { describe, expect, test } from 'vitest';
import { MediaFileError } from '../../../src/errors/index.js';
import { probeMedia } from '../../../src/media-files/index.js';
import { countSamples } from '../../../src/media-files/measure/mp4-samples.js';
import { box, fixtureBytes, refusal, words } from '../fixtures.js';

const most = 0xffff_ffff;

describe('an mp4 whose tables stand for thousands of millions of frames is refused', () => {
	const start = 'the file is too long to be measured: this library reads at most ';

	/** A video whose table says that it has this many frames, and another table that the times of each are shifted. */
	function withCounts(count: number): Buffer {
		const video = fixtureBytes('video.mp4');
		const at = video.indexOf('stts');
		video.writeUInt32BE(count, at + 12);
		// The sound of an edit and the list of edits are of no use here: their bytes make room for the other table.
		const sizes = video.indexOf('stss');
		video.write('ctts', sizes, 'latin1');
		return video;
	}

	test('as a table of times', async () => {
		const { message } = await refusal(probeMedia(withCounts(most)), MediaFileError);
		expect(message).toBe(`${start}200000 frames of a video; cut it`);
	});

	test('as a fragment', async () => {
		const fragmented = fixtureBytes('fragmented.mp4');
		fragmented.writeUInt32BE(most, fragmented.indexOf('trun') + 8);
		const { message } = await refusal(probeMedia(fragmented), MediaFileError);
		expect(message).toBe(`${start}200000 frames of a video; cut it`);
	});

	test('as very many boxes', async () => {
		const many = Buffer.concat([
			box('ftyp', Buffer.from('isom')),
			...Array.from({ length: 10_001 }, () => box('free')),
		]);
		const { message } = await refusal(probeMedia(many), MediaFileError);
		expect(message).toBe(`${start}10000 boxes of a video; cut it`);
	});

	test('as an index that is longer than any', async () => {
		const long = Buffer.concat([box('ftyp', Buffer.from('isom')), box('moov', Buffer.alloc(17 * 1024 * 1024))]);
		const { message } = await refusal(probeMedia(long), MediaFileError);
		expect(message).toBe(`${start}16 MiB of the index of a video; cut it`);
	});
});

describe('an mp4 is read', () => {
	test('whose index reaches to the end of the file without a length', async () => {
		const video = fixtureBytes('video.mp4');
		video.writeUInt32BE(0, video.indexOf('moov') - 4);
		expect(await probeMedia(video)).toMatchObject({ seconds: 2 });
	});

	test('whose chunks are said to have thousands of millions of frames', async () => {
		const video = fixtureBytes('video.mp4');
		const at = video.indexOf('stsc');
		video.writeUInt32BE(most, at + 16);
		expect(await probeMedia(video)).toMatchObject({ seconds: 2, framesPerSecond: 24 });
	});

	test('with bytes of another program behind its index', async () => {
		const video = Buffer.concat([fixtureBytes('video.mp4'), Buffer.from('\0\0\0\x03tail of another program')]);
		expect(await probeMedia(video)).toMatchObject({ seconds: 2 });
	});

	test('but not if it ends within a box', async () => {
		const video = fixtureBytes('video.mp4');
		const { message } = await refusal(probeMedia(video.subarray(0, -1)), MediaFileError);
		expect(message).toBe(
			'the file is a damaged mp4 file: its box "moov" ends at byte 2595, but the file ends at 2594; export or download it again',
		);
	});
});

describe('the frames of an index are counted', () => {
	const table = (type: string, ...counts: number[]) =>
		box(type, words(0, counts.length, ...counts.flatMap((count) => [count, 1])));

	test.each([
		['the sum of both tables', [box('trak', table('stts', 10, 20), table('ctts', 5))], 36],
		['none without shifts, as in raw sound', [box('trak', table('stts', most))], 0],
		['of each track alone', [box('trak', table('stts', most)), box('trak', table('ctts', 5))], 6],
		['in a track within a track', [box('trak', table('stts', 10), box('trak', table('ctts', 5)))], 16],
		['of fragments', [box('traf', box('trun', words(0, 7, 0)))], 7],
		['in boxes that do not follow each other', [words(3), table('stts', 10), table('ctts', 5)], 16],
		['not for what only looks like a table', [Buffer.from('stt trunk ctt')], 0],
	])('%s', (_, parts, count) => {
		expect(countSamples(Buffer.concat(parts))).toBe(count);
	});

	test('infinite, if that would take too long', () => {
		// Each name is also a value of the table before it, whose number of entries is very large.
		const nested = Buffer.alloc(800_000, Buffer.from('\0\0\0\0stts', 'latin1'));
		expect(countSamples(Buffer.concat([nested, table('ctts', 1)]))).toBe(Infinity);
	});
});
