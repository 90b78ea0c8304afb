import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Mp4Boxes, type Mp4Problem } from '../../../src/client/download/mp4-boxes.js';
import { createEmulator } from '../../../src/testing/index.js';
import { clientOf, request } from '../fake-api.js';
import { box, mp4 } from '../mp4.js';

const whole = mp4('video');

test('a whole MP4 has no problem', async () => {
	expect(problemOf(whole)).toBeUndefined();
	expect(
		problemOf(Buffer.concat([box('ftyp', ''), box('mdat', 'x'), box('moov', ''), box('free', '')])),
	).toBeUndefined();
	const { fetch } = createEmulator({ queuedFor: 0, runningFor: 0 });
	const { videoUrl } = await clientOf(fetch).generate(request);
	expect(problemOf(Buffer.from(await (await fetch(videoUrl)).arrayBuffer()))).toBeUndefined();
});

test('it does not matter where the bytes are split', () => {
	const files = [whole, whole.subarray(0, 30), Buffer.concat([whole, Buffer.from('x')]), Buffer.from('<html>')];
	fc.assert(
		fc.property(
			fc.constantFrom(...files),
			fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 60 }),
			(file, sizes) => {
				const boxes = new Mp4Boxes();
				let start = 0;
				for (const size of sizes) boxes.push(file.subarray(start, (start += size)));
				boxes.push(file.subarray(start));
				expect(boxes.problem()).toEqual(problemOf(file));
			},
		),
		{ seed: 17 },
	);
});

test('each beginning of an MP4 is truncated', () => {
	for (let end = 0; end < whole.byteLength; end += 1) {
		expect([end, problemOf(whole.subarray(0, end))]).toEqual([
			end,
			expect.objectContaining({ isText: false, isTruncated: true }),
		]);
	}
});

test.each<[string, Buffer, Partial<Mp4Problem>]>([
	[
		'an end within a header',
		whole.subarray(0, 21),
		{ isTruncated: true, reason: 'it ends in the header of a box, after 21 bytes' },
	],
	[
		'an end within a box',
		whole.subarray(0, -1),
		{ isTruncated: true, reason: 'it ends after 36 bytes, but its box "mdat" ends at 37' },
	],
	['no moov', Buffer.concat([box('ftyp', ''), box('mdat', '')]), { reason: 'it has no "moov" box', isTruncated: true }],
	['no mdat', Buffer.concat([box('ftyp', ''), box('moov', '')]), { reason: 'it has no "mdat" box', isTruncated: true }],
	['another first box', box('moov', ''), { reason: 'it does not begin with a "ftyp" box', isText: false }],
	[
		'a size of 7',
		Buffer.from('\0\0\0\x10ftypisom\0\0\0\0\0\0\0\x07moov', 'latin1'),
		{ reason: 'it has no valid box at byte 16' },
	],
	['a type of zeros', Buffer.concat([whole, Buffer.alloc(16)]), { reason: 'it has no valid box at byte 37' }],
	[
		'a 64-bit size of 15',
		Buffer.from('\0\0\0\x08ftyp\0\0\0\x01mdat\0\0\0\0\0\0\0\x0f', 'latin1'),
		{ reason: 'it has no valid box at byte 8' },
	],
	[
		'a 64-bit size of 2⁶⁰',
		Buffer.from('\0\0\0\x08ftyp\0\0\0\x01mdat\x10\0\0\0\0\0\0\0', 'latin1'),
		{ isTruncated: true },
	],
	['HTML', Buffer.from('<!doctype html>'), { isText: true }],
	['short HTML', Buffer.from('<p>'), { isText: true }],
	['JSON', Buffer.from('{"error":1}'), { isText: true }],
	['XML behind a byte order mark', Buffer.from('\uFEFF<Error/>'), { isText: true }],
	['a page behind white space', Buffer.from(' \n'.repeat(99)), { isText: true }],
	['a text of another sort', Buffer.from('Access denied'), { isText: false }],
])('%s is a problem', (_, file, problem) => {
	expect(problemOf(file)).toMatchObject(problem);
});

test('a last box without a size reaches to the end', () => {
	const open = Buffer.concat([box('ftyp', ''), box('moov', ''), Buffer.from('\0\0\0\0mdat', 'latin1')]);
	expect(problemOf(open)).toBeUndefined();
	expect(problemOf(Buffer.concat([open, Buffer.alloc(1_000)]))).toBeUndefined();
});

test('a large file takes no time for what is in its boxes', () => {
	const boxes = new Mp4Boxes();
	const head = Buffer.from('\0\0\0\x08ftyp\0\0\0\x08moov\0\0\0\x01mdat\0\0\x01\0\0\0\0\x10', 'latin1');
	const rest = Buffer.alloc(2 ** 20);
	boxes.push(head);
	for (let sent = 0; sent < 2 ** 40; sent += 2 ** 30) boxes.push(rest);
	expect(boxes.problem()).toMatchObject({ isTruncated: true });
});

function problemOf(file: Uint8Array): Mp4Problem | undefined {
	const boxes = new Mp4Boxes();
	boxes.push(file);
	return boxes.problem();
}
