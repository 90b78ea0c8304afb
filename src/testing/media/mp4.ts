import { type Bytes, ascii, u16, u32 } from './bytes.js';
import { encodeH264, framesPerSecond, type H264Stream } from './h264.js';

/** Options of {@link createMp4}. */
export interface Mp4Options {
	/** In pixels; even. */
	readonly width: number;

	/** In pixels; even. */
	readonly height: number;

	/** The length, rounded to a 24th of a second. */
	readonly seconds: number;
}

/**
 * Creates an H.264 mp4 of exactly the given size and length: one colour, 24 frames a second, no sound.
 *
 * It plays in browsers and players, starts before it is fully loaded, and is small: one byte for each 16 × 16 pixels and 14 for
 * each frame. That is 6 KB for 5 s at 720p and 21 KB for 15 s at 2k.
 *
 * @throws {RangeError} If a side is odd, the size exceeds H.264 level 5.1, or the length is less than one frame.
 *
 * @example
 * const bytes = createMp4({ width: 1280, height: 720, seconds: 5 });
 */
export function createMp4({ width, height, seconds }: Mp4Options): Uint8Array<ArrayBuffer> {
	const frameCount = Math.round(seconds * framesPerSecond);
	if (!(frameCount >= 1)) throw new RangeError(`${seconds} s is less than a frame`);

	const track = { width, height, ...encodeH264(width, height, frameCount) };
	const mdat = box('mdat', ...track.frames.map(sample));
	// Every offset has the same length, so the header's length is known before the offset.
	const header = (offset: number): Bytes => [...ftyp(), ...moov(track, offset)];
	const offset = header(0).length + boxHeaderLength;
	return Uint8Array.from([...header(offset), ...mdat]);
}

interface Track extends H264Stream {
	readonly width: number;
	readonly height: number;
}

/** Ticks a second. One frame is one tick, so durations are numbers of frames. */
const timescale = framesPerSecond;

/** `size` and `type`, four bytes each. */
const boxHeaderLength = 8;

function ftyp(): Bytes {
	return box('ftyp', ascii('isom'), u32(0x200), ascii('isomiso2avc1mp41')); // major_brand, minor_version, compatible_brands
}

/** @param offset The position of the first frame in the file. */
function moov(track: Track, offset: number): Bytes {
	const mvhd = fullBox(
		'mvhd',
		0,
		u32(0, 0, timescale, track.frames.length), // creation_time, modification_time, timescale, duration
		u32(0x10000), // rate: 1.0
		u16(0x100, 0), // volume: 1.0, reserved
		u32(0, 0), // reserved
		identityMatrix(),
		u32(0, 0, 0, 0, 0, 0), // pre_defined
		u32(2), // next_track_ID
	);
	return box('moov', mvhd, trak(track, offset));
}

function trak(track: Track, offset: number): Bytes {
	const duration = track.frames.length;
	const tkhd = fullBox(
		'tkhd',
		0b11, // track_enabled, track_in_movie
		u32(0, 0, 1, 0, duration), // creation_time, modification_time, track_ID, reserved, duration
		u32(0, 0), // reserved
		u16(0, 0, 0, 0), // layer, alternate_group, volume, reserved
		identityMatrix(),
		u32(track.width * 0x10000, track.height * 0x10000), // width, height: 16.16 fixed point
	);
	const mdhd = fullBox(
		'mdhd',
		0,
		u32(0, 0, timescale, duration), // creation_time, modification_time, timescale, duration
		u16(0x55c4, 0), // language: "und", pre_defined
	);
	const hdlr = fullBox('hdlr', 0, u32(0), ascii('vide'), u32(0, 0, 0), ascii('video\0')); // handler_type, name
	const vmhd = fullBox('vmhd', 1, u16(0, 0, 0, 0)); // graphicsmode, opcolor
	const dref = fullBox('dref', 0, u32(1), fullBox('url ', 1)); // entry_count; flag 1: the media is in this file
	const minf = box('minf', vmhd, box('dinf', dref), stbl(track, offset));
	return box('trak', tkhd, box('mdia', mdhd, hdlr, minf));
}

/** The sample table. A sample is a frame, and one chunk holds all of them. */
function stbl(track: Track, offset: number): Bytes {
	const sizes = track.frames.map((frame) => sample(frame).length);
	return box(
		'stbl',
		fullBox('stsd', 0, u32(1), avc1(track)), // entry_count
		fullBox('stts', 0, u32(1, sizes.length, 1)), // entry_count, sample_count, sample_delta
		fullBox('stss', 0, u32(1, 1)), // entry_count, sample_number: the first frame alone is a key frame
		fullBox('stsc', 0, u32(1, 1, sizes.length, 1)), // entry_count, first_chunk, samples_per_chunk, sample_description_index
		fullBox('stsz', 0, u32(0, sizes.length, ...sizes)), // sample_size: each its own, sample_count, entry_size
		fullBox('stco', 0, u32(1, offset)), // entry_count, chunk_offset
	);
}

function avc1({ width, height, sps, pps }: Track): Bytes {
	const avcC = box(
		'avcC',
		[1, ...sps.slice(1, 4)], // configurationVersion, AVCProfileIndication, profile_compatibility, AVCLevelIndication
		[0b111111_11], // reserved, lengthSizeMinusOne: 4 bytes
		[0b111_00001, ...u16(sps.length), ...sps], // reserved, numOfSequenceParameterSets
		[1, ...u16(pps.length), ...pps], // numOfPictureParameterSets
	);
	return box(
		'avc1',
		u16(0, 0, 0, 1), // reserved, data_reference_index
		u32(0, 0, 0, 0), // pre_defined, reserved
		u16(width, height),
		u32(0x480000, 0x480000, 0), // horizresolution and vertresolution: 72 dpi, reserved
		u16(1), // frame_count
		u32(0, 0, 0, 0, 0, 0, 0, 0), // compressorname: none
		u16(24, 0xffff), // depth, pre_defined
		avcC,
	);
}

/** A frame in `mdat`: the length of its NAL unit, then the unit. */
function sample(frame: Bytes): Bytes {
	return [...u32(frame.length), ...frame];
}

function fullBox(type: string, flags: number, ...content: readonly Bytes[]): Bytes {
	return box(type, u32(flags), ...content);
}

function box(type: string, ...content: readonly Bytes[]): Bytes {
	const body = content.flat();
	return [...u32(boxHeaderLength + body.length), ...ascii(type), ...body];
}

function identityMatrix(): Bytes {
	return u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);
}
