import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pixels, spec } from '../../../src/spec.js';
import { createMp4 } from '../../../src/testing/media/mp4.js';

const everySize = Object.values(pixels).flatMap((sizes) => Object.values(sizes));
const small = { width: 64, height: 36, seconds: 4 };

describe('the boxes', () => {
	test('are in the order that lets the video play while it loads', () => {
		expect(boxes(createMp4(small)).map(({ type }) => type)).toEqual(['ftyp', 'moov', 'mdat']);
	});

	test.each(everySize)('have the requested size: %i × %i', (width, height) => {
		const tkhd = find(createMp4({ ...small, width, height }), 'moov', 'trak', 'tkhd');
		expect([tkhd.getUint32(76) / 0x10000, tkhd.getUint32(80) / 0x10000]).toEqual([width, height]);
	});

	test.each(spec.durations)('have the requested length: %i s', (seconds) => {
		const mdhd = find(createMp4({ ...small, seconds }), 'moov', 'trak', 'mdia', 'mdhd');
		expect(mdhd.getUint32(16) / mdhd.getUint32(12)).toBe(seconds);
	});

	test('say where each frame lies', () => {
		const mp4 = createMp4(small);
		const stsz = find(mp4, 'moov', 'trak', 'mdia', 'minf', 'stbl', 'stsz');
		const stco = find(mp4, 'moov', 'trak', 'mdia', 'minf', 'stbl', 'stco');
		const file = new DataView(mp4.buffer);

		let offset = stco.getUint32(8);
		for (let index = 0; index < stsz.getUint32(8); index++) {
			const size = stsz.getUint32(12 + 4 * index);
			expect(file.getUint32(offset)).toBe(size - 4);
			offset += size;
		}
		expect(offset).toBe(mp4.length);
	});
});

test.each(everySize)('15 s of %i × %i stay within 22 KB', (width, height) => {
	expect(createMp4({ width, height, seconds: 15 }).length).toBeLessThan(22_000);
});

test.each([
	[{ ...small, width: 63 }, '63×36 is no size for a 4:2:0 video; both sides must be even'],
	[{ ...small, height: 0 }, '64×0 is no size for a 4:2:0 video; both sides must be even'],
	[{ ...small, width: 8192, height: 8192 }, '8192×8192 is more than H.264 level 5.1 allows'],
	[{ ...small, seconds: 0.01 }, '0.01 s is less than a frame'],
	[{ ...small, seconds: Number.NaN }, 'NaN s is less than a frame'],
])('invalid options are refused: %o', (options, message) => {
	expect(() => createMp4(options)).toThrow(new RangeError(message));
});

const hasFfmpeg = ['ffprobe', 'ffmpeg'].every((tool) => spawnSync(tool, ['-version']).status === 0);

describe.runIf(hasFfmpeg)('ffmpeg', () => {
	let folder: string;
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'seedance-mp4-'));
	});
	afterAll(() => rmSync(folder, { recursive: true }));

	test.each([...everySize, [2, 2], [16, 16], [18, 130]])('decodes %i × %i without a warning', (width, height) => {
		const path = join(folder, `${width}x${height}.mp4`);
		writeFileSync(path, createMp4({ width, height, seconds: 1 }));

		const decoded = spawnSync('ffmpeg', ['-v', 'warning', '-i', path, '-f', 'null', '-'], { encoding: 'utf8' });
		expect(decoded).toMatchObject({ status: 0, stderr: '' });

		const entries = 'stream=codec_name,width,height,avg_frame_rate,duration,nb_read_frames';
		const probe = ['-v', 'warning', '-count_frames', '-show_entries', entries, '-of', 'json', path];
		expect(JSON.parse(execFileSync('ffprobe', probe, { encoding: 'utf8' })).streams).toEqual([
			{ codec_name: 'h264', width, height, avg_frame_rate: '24/1', duration: '1.000000', nb_read_frames: '24' },
		]);
	});

	test('finds one colour in every frame', () => {
		const path = join(folder, 'colour.mp4');
		writeFileSync(path, createMp4({ width: 70, height: 50, seconds: 1 }));

		const raw = execFileSync('ffmpeg', ['-v', 'error', '-i', path, '-f', 'rawvideo', '-pix_fmt', 'gray', '-']);
		expect(raw.length).toBe(70 * 50 * 24);
		expect(new Set(raw).size).toBe(1);
	});
});

interface Box {
	readonly type: string;
	readonly content: DataView;
}

function boxes(bytes: Uint8Array | DataView): Box[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const found: Box[] = [];
	for (let offset = 0; offset < view.byteLength;) {
		const size = view.getUint32(offset);
		const type = String.fromCharCode(...[4, 5, 6, 7].map((index) => view.getUint8(offset + index)));
		found.push({ type, content: new DataView(view.buffer, view.byteOffset + offset + 8, size - 8) });
		offset += size;
	}
	return found;
}

function find(mp4: Uint8Array, ...path: readonly string[]): DataView {
	return path.reduce<DataView>(
		(inside, type) => {
			const box = boxes(inside).find((candidate) => candidate.type === type);
			if (!box) throw new Error(`no ${type} in ${path.join('.')}`);
			return box.content;
		},
		new DataView(mp4.buffer, mp4.byteOffset, mp4.byteLength),
	);
}
