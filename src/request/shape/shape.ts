import * as z from 'zod/mini';
import { badDuration, durationText, emptyTools, messageFor, refusals } from '../../rules.js';
import { spec, type Duration, type Ratio, type Resolution } from '../../spec.js';
import { contentItem, type ContentItem } from './items.js';
import { described, oneOf, optional, type Description, type Part, type ValuesOf } from './parts.js';

const flag: Part<boolean> = described({ expected: 'true or false' }, z.boolean());

const tools: Description = { name: 'tools', expected: 'a list of one object whose type is web_search' };

const webSearchFields = { type: oneOf(['web_search'], tools) };

/** The one tool that the API page lists. */
export interface WebSearchTool extends ValuesOf<typeof webSearchFields> {}

const webSearch: Part<readonly [WebSearchTool]> = described(
	{ ...tools, sentence: (given) => (Array.isArray(given) && given.length === 0 ? emptyTools : undefined) },
	z.tuple([described(tools, z.strictObject(webSearchFields))]),
);

/** The fields of a request. The type `VideoRequest` derives from them, doc comments included. */
export const requestFields = {
	/** The only model that the API page documents. */
	model: oneOf([spec.model]),

	/** Text, then images, then videos, then audio. */
	content: described<Part<readonly ContentItem[]>>({ expected: 'a list of items' }, z.array(contentItem)),

	/** The output tier. */
	resolution: oneOf(spec.resolutions, {
		rule: 'resolution',
		sentence: (given, subject) => (given === undefined ? messageFor(subject, refusals.resolutionMissing) : undefined),
	}),

	/** The aspect ratio. @default "adaptive" */
	ratio: optional(oneOf(spec.ratios, { rule: 'ratio' })),

	/** Whole seconds, 4 to 15. @default 5 */
	duration: optional(
		oneOf(spec.durations, {
			rule: 'duration',
			expected: 'a whole number of seconds',
			sentence: (given) => {
				if (typeof given === 'string') return durationText(given);
				return typeof given === 'number' ? badDuration(given) : undefined;
			},
		}),
	),

	/** Whether voice, sound effects and music are generated with the video. @default true */
	generate_audio: optional(flag),

	/** Whether the video carries a watermark. @default false */
	watermark: optional(flag),

	/** Web search, for text-to-video only. */
	tools: optional(webSearch),

	/**
	 * Whether the last frame is returned as an image. The name is upstream's: the API page lists the capability without a
	 * parameter.
	 */
	return_last_frame: optional(flag),
};

/** The JSON types of a request's fields. Rules between fields are in `content/issues.ts`. */
export const shape = described({ name: 'request', expected: 'an object' }, z.strictObject(requestFields));

/** Several options at once, by the names of their verbs: what `.options()` takes. */
export interface VideoOptions {
	/** The output tier, as `.resolution()` takes it. */
	readonly resolution?: Resolution | undefined;

	/** The aspect ratio, as `.ratio()` takes it. */
	readonly ratio?: Ratio | undefined;

	/** Whole seconds, as `.duration()` takes them. */
	readonly duration?: Duration | (number & {}) | undefined;

	/** Whether sound is generated, as `.generateAudio()` takes it. */
	readonly generateAudio?: boolean | undefined;

	/** Whether the video has a watermark, as `.watermark()` takes it. */
	readonly watermark?: boolean | undefined;

	/** Whether the last frame is returned, as `.returnLastFrame()` takes it. */
	readonly returnLastFrame?: boolean | undefined;
}

/** The payload's field of each option. An interface, because a mapped type would cost more instantiations in every chain. */
export interface OptionFields extends Readonly<Record<keyof VideoOptions, keyof typeof requestFields>> {
	readonly resolution: 'resolution';
	readonly ratio: 'ratio';
	readonly duration: 'duration';
	readonly generateAudio: 'generate_audio';
	readonly watermark: 'watermark';
	readonly returnLastFrame: 'return_last_frame';
}

/** The payload's field of each option. */
export const optionFields: OptionFields = {
	resolution: 'resolution',
	ratio: 'ratio',
	duration: 'duration',
	generateAudio: 'generate_audio',
	watermark: 'watermark',
	returnLastFrame: 'return_last_frame',
};
