import { BitWriter } from './bit-writer.js';
import type { Bytes } from './bytes.js';

/** The frame rate of the API's videos. */
export const framesPerSecond = 24;

/** The colour of every picture, for video (BT.709, limited range) and for images. */
export const colour = { ycbcr: [83, 157, 132], rgb: [85, 70, 140] } as const;

/** The parts of an H.264 stream that an mp4 stores separately. NAL units have no start codes or lengths. */
export interface H264Stream {
	/** The sequence parameter set: profile, level and size. */
	readonly sps: Bytes;

	/** The picture parameter set. */
	readonly pps: Bytes;

	/** One NAL unit a frame. The first is a key frame; each later one repeats the frame before it. */
	readonly frames: readonly Bytes[];
}

/**
 * Encodes a picture of one colour as a video of `frameCount` frames: Constrained Baseline profile, CAVLC.
 *
 * The key frame takes one byte for each 16 × 16 pixels, each later frame about ten bytes in total.
 *
 * @param width In pixels; even.
 * @param height In pixels; even.
 * @throws {RangeError} If a side is odd, or the size exceeds H.264 level 5.1.
 * @see ITU-T H.264, clause 7.3. The comments name its syntax elements.
 */
export function encodeH264(width: number, height: number, frameCount: number): H264Stream {
	if (![width, height].every((side) => side > 0 && side % 2 === 0)) {
		throw new RangeError(`${width}×${height} is no size for a 4:2:0 video; both sides must be even`);
	}
	const picture = { width, height, columns: Math.ceil(width / 16), rows: Math.ceil(height / 16) };
	return {
		sps: sequenceParameterSet(picture),
		pps: pictureParameterSet(),
		frames: Array.from({ length: frameCount }, (_, index) =>
			index === 0 ? keyFrame(picture) : repeatedFrame(picture, index),
		),
	};
}

/** A size in pixels and, rounded up, in macroblocks of 16 × 16. */
interface Picture {
	readonly width: number;
	readonly height: number;
	readonly columns: number;
	readonly rows: number;
}

const nalUnitType = { nonIdrSlice: 1, idrSlice: 5, sps: 7, pps: 8 } as const;
const sliceType = { p: 5, i: 7 } as const;
const mbType = { i16x16Dc: 3, iPcm: 25 } as const;

function sequenceParameterSet({ width, height, columns, rows }: Picture): Bytes {
	const cropRight = columns * 16 - width;
	const cropBottom = rows * 16 - height;
	const sps = new BitWriter()
		.u(8, 66) // profile_idc: Baseline
		.u(8, 0b1100_0000) // constraint_set0_flag, constraint_set1_flag: Constrained Baseline
		.u(8, levelOf(columns, rows)) // level_idc
		.ue(0) // seq_parameter_set_id
		.ue(frameNumBits - 4) // log2_max_frame_num_minus4
		.ue(2) // pic_order_cnt_type: frames are shown in the order they are stored
		.ue(1) // max_num_ref_frames
		.u(1, 0) // gaps_in_frame_num_value_allowed_flag
		.ue(columns - 1) // pic_width_in_mbs_minus1
		.ue(rows - 1) // pic_height_in_map_units_minus1
		.u(1, 1) // frame_mbs_only_flag
		.u(1, 1) // direct_8x8_inference_flag
		.u(1, 1) // frame_cropping_flag; the offsets count pairs of pixels
		.ue(0) // frame_crop_left_offset
		.ue(cropRight / 2) // frame_crop_right_offset
		.ue(0) // frame_crop_top_offset
		.ue(cropBottom / 2) // frame_crop_bottom_offset
		.u(1, 0); // vui_parameters_present_flag
	return nalUnit(nalUnitType.sps, sps);
}

function pictureParameterSet(): Bytes {
	const pps = new BitWriter()
		.ue(0) // pic_parameter_set_id
		.ue(0) // seq_parameter_set_id
		.u(1, 0) // entropy_coding_mode_flag: CAVLC
		.u(1, 0) // bottom_field_pic_order_in_frame_present_flag
		.ue(0) // num_slice_groups_minus1
		.ue(0) // num_ref_idx_l0_default_active_minus1
		.ue(0) // num_ref_idx_l1_default_active_minus1
		.u(1, 0) // weighted_pred_flag
		.u(2, 0) // weighted_bipred_idc
		.se(0) // pic_init_qp_minus26
		.se(0) // pic_init_qs_minus26
		.se(0) // chroma_qp_index_offset
		.u(1, 0) // deblocking_filter_control_present_flag
		.u(1, 0) // constrained_intra_pred_flag
		.u(1, 0); // redundant_pic_cnt_present_flag
	return nalUnit(nalUnitType.pps, pps);
}

/** The first macroblock holds the colour as raw samples. Each of the others predicts it from its neighbours and adds nothing. */
function keyFrame({ columns, rows }: Picture): Bytes {
	const slice = sliceHeader(sliceType.i, 0)
		.ue(0) // idr_pic_id
		.u(1, 0) // no_output_of_prior_pics_flag
		.u(1, 0) // long_term_reference_flag
		.se(0); // slice_qp_delta

	slice.ue(mbType.iPcm).align();
	const [luma, cb, cr] = colour.ycbcr;
	for (let sample = 0; sample < 256; sample++) slice.u(8, luma);
	for (let sample = 0; sample < 64; sample++) slice.u(8, cb);
	for (let sample = 0; sample < 64; sample++) slice.u(8, cr);

	for (let macroblock = 1; macroblock < columns * rows; macroblock++) {
		slice
			.ue(mbType.i16x16Dc)
			.ue(0) // intra_chroma_pred_mode: DC
			.se(0); // mb_qp_delta
		// coeff_token for "no coefficients". Its code depends on the neighbours' coefficients; raw samples count as 16.
		const besideSamples = macroblock === 1 || macroblock === columns;
		if (besideSamples) slice.u(6, 0b000011);
		else slice.u(1, 1);
	}
	return nalUnit(nalUnitType.idrSlice, slice);
}

function repeatedFrame({ columns, rows }: Picture, index: number): Bytes {
	const slice = sliceHeader(sliceType.p, index)
		.u(1, 0) // num_ref_idx_active_override_flag
		.u(1, 0) // ref_pic_list_modification_flag_l0
		.u(1, 0) // adaptive_ref_pic_marking_mode_flag
		.se(0) // slice_qp_delta
		.ue(columns * rows); // mb_skip_run: the whole picture
	return nalUnit(nalUnitType.nonIdrSlice, slice);
}

const frameNumBits = 4;

function sliceHeader(type: number, index: number): BitWriter {
	return new BitWriter()
		.ue(0) // first_mb_in_slice
		.ue(type) // slice_type
		.ue(0) // pic_parameter_set_id
		.u(frameNumBits, index % 2 ** frameNumBits); // frame_num
}

function nalUnit(type: number, payload: BitWriter): Bytes {
	const nalRefIdc = 3;
	return [(nalRefIdc << 5) | type, ...withEmulationPrevention(payload.trailing().bytes())];
}

/** Inserts a 3 after two zeros that would form a start code with the next byte. */
function withEmulationPrevention(bytes: Bytes): Bytes {
	const escaped: number[] = [];
	let zeros = 0;
	for (const byte of bytes) {
		if (zeros === 2 && byte <= 3) {
			escaped.push(3);
			zeros = 0;
		}
		escaped.push(byte);
		zeros = byte === 0 ? zeros + 1 : 0;
	}
	return escaped;
}

/** `level_idc` and maximum macroblocks a frame. At 24 frames a second no other limit is reached first. */
const levels = [
	[31, 3600],
	[32, 5120],
	[40, 8192],
	[50, 22_080],
	[51, 36_864],
] as const;

function levelOf(columns: number, rows: number): number {
	const fits = levels.find(([, most]) => columns * rows <= most && Math.max(columns, rows) ** 2 <= 8 * most);
	if (!fits) throw new RangeError(`${columns * 16}×${rows * 16} is more than H.264 level 5.1 allows`);
	return fits[0];
}
