import * as z from 'zod/mini';
import { spec } from '../spec.js';

const { media } = spec;

/**
 * The fields of a request and their JSON types, strict. Reads no field in the light of another: that is
 * `content-issues.ts`.
 */
export const shape = z.strictObject({
	model: z.literal(spec.model),
	content: z.array(
		z.discriminatedUnion('type', [
			z.strictObject({ type: z.literal('text'), text: z.string() }),
			z.strictObject({
				type: z.literal(media.image.type),
				image_url: z.strictObject({ url: z.string() }),
				role: z.optional(z.enum(media.image.roles)),
			}),
			z.strictObject({
				type: z.literal(media.video.type),
				video_url: z.strictObject({ url: z.string() }),
				role: z.enum(media.video.roles),
			}),
			z.strictObject({
				type: z.literal(media.audio.type),
				audio_url: z.strictObject({ url: z.string() }),
				role: z.enum(media.audio.roles),
			}),
		]),
	),
	resolution: z.enum(spec.resolutions),
	ratio: z.optional(z.enum(spec.ratios)),
	duration: z.optional(z.literal(spec.durations)),
	generate_audio: z.optional(z.boolean()),
	watermark: z.optional(z.boolean()),
	tools: z.optional(z.tuple([z.strictObject({ type: z.literal('web_search') })])),
	return_last_frame: z.optional(z.boolean()),
});

/** What the shape finds wrong, in zod's words. */
export type ShapeIssue = z.core.$ZodIssue;
