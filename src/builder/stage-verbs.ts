import type { Duration, Ratio, Resolution } from '../spec.js';
import type { DurationArgument, Unset } from './arguments.js';
import type { Build, Finished, SafeBuild } from './payload.js';
import type { AudioAloneStage } from './audio-alone-stage.js';
import type { EditStage } from './edit-stage.js';
import type { EditStartStage } from './edit-start-stage.js';
import type { EditVideoStage } from './edit-video-stage.js';
import type { ExtendStage } from './extend-stage.js';
import type { ExtendStartStage } from './extend-start-stage.js';
import type { FirstAndLastFrameStage } from './first-and-last-frame-stage.js';
import type { FirstFrameStage } from './first-frame-stage.js';
import type { ReferenceAudioStage } from './reference-audio-stage.js';
import type { ReferenceImageStage } from './reference-image-stage.js';
import type { ReferenceVideoStage } from './reference-video-stage.js';
import type { StartStage } from './start-stage.js';
import type { AnyParts } from './state.js';
import type { TextStage } from './text-stage.js';
import type { WebSearchStage } from './web-search-stage.js';
import type { WebSearchTextStage } from './web-search-text-stage.js';

/** Every stage by name, so that a verb that stands in all of them can return the one it was called on. */
interface Stages<P extends AnyParts, Options> {
	start: StartStage<P, Options>;
	text: TextStage<P, Options>;
	webSearch: WebSearchStage<P, Options>;
	webSearchText: WebSearchTextStage<P, Options>;
	firstFrame: FirstFrameStage<P, Options>;
	firstAndLastFrame: FirstAndLastFrameStage<P, Options>;
	referenceImage: ReferenceImageStage<P, Options>;
	referenceVideo: ReferenceVideoStage<P, Options>;
	referenceAudio: ReferenceAudioStage<P, Options>;
	audioAlone: AudioAloneStage<P, Options>;
	editStart: EditStartStage<P, Options>;
	edit: EditStage<P, Options>;
	editVideo: EditVideoStage<P, Options>;
	extendStart: ExtendStartStage<P, Options>;
	extend: ExtendStage<P, Options>;
}

/** The name of a stage. */
export type StageName = keyof Stages<AnyParts, unknown>;

/**
 * The verbs that stand at every stage. An option may be called anywhere and any number of times, and leaves the stage as it
 * is: the last call counts, and `undefined` leaves the option unset. A verb that ends the chain is a {@link NotAllowed} that
 * names what is missing until the request is complete.
 *
 * What an option does to the options is written out in each verb: a shared alias costs the compiler five instantiations a call.
 */
export interface StageVerbs<Name extends StageName, P extends AnyParts, Options> {
	/**
	 * Sets the output tier: `720p`, `1080p` or `2k`. Required.
	 *
	 * @example
	 * video().text('A cat plays the piano').resolution('1080p').build();
	 * @see `pixelSize` for the size in pixels.
	 */
	resolution<const Value extends Resolution | undefined>(
		resolution: Value,
	): Stages<
		P,
		('resolution' extends keyof Options ? Omit<Options, 'resolution'> : Options) & { readonly resolution: Value }
	>[Name];

	/**
	 * Sets the aspect ratio.
	 *
	 * @default 'adaptive': the model chooses.
	 */
	ratio<const Value extends Ratio | undefined>(
		ratio: Value,
	): Stages<
		P,
		('ratio' extends keyof Options ? Omit<Options, 'ratio'> : Options) &
			(undefined extends Value ? Unset<'ratio', Value> : { readonly ratio: Value })
	>[Name];

	/**
	 * Sets the length in whole seconds, 4 to 15.
	 *
	 * @default 5
	 */
	duration<const Value extends Duration | (number & {}) | undefined>(
		seconds: Value & DurationArgument<Value>,
	): Stages<
		P,
		('duration' extends keyof Options ? Omit<Options, 'duration'> : Options) &
			(undefined extends Value
				? Unset<'duration', Value & (Duration | undefined)>
				: { readonly duration: Value & Duration })
	>[Name];

	/**
	 * Sets whether voice, sound effects and music are generated with the video.
	 *
	 * @default true
	 */
	generateAudio<const Value extends boolean | undefined>(
		enabled: Value,
	): Stages<
		P,
		('generate_audio' extends keyof Options ? Omit<Options, 'generate_audio'> : Options) &
			(undefined extends Value ? Unset<'generate_audio', Value> : { readonly generate_audio: Value })
	>[Name];

	/**
	 * Sets whether the video carries a watermark.
	 *
	 * @default false
	 */
	watermark<const Value extends boolean | undefined>(
		enabled: Value,
	): Stages<
		P,
		('watermark' extends keyof Options ? Omit<Options, 'watermark'> : Options) &
			(undefined extends Value ? Unset<'watermark', Value> : { readonly watermark: Value })
	>[Name];

	/**
	 * Asks for the last frame of the video as an image beside it.
	 *
	 * The API page lists the capability and names no parameter for it: what is sent is upstream's `return_last_frame`,
	 * undocumented here.
	 *
	 * @default false
	 */
	returnLastFrame<const Given extends [enabled?: boolean | undefined] = []>(
		...enabled: Given
	): Stages<
		P,
		('return_last_frame' extends keyof Options ? Omit<Options, 'return_last_frame'> : Options) &
			(Given extends []
				? { readonly return_last_frame: true }
				: undefined extends Given[0]
					? Unset<'return_last_frame', Given[0]>
					: { readonly return_last_frame: Given[0] })
	>[Name];

	/**
	 * Compiles the chain to the payload: the exact JSON that the API takes, frozen, with its literal type.
	 *
	 * @throws {InvalidRequestError} With every issue, where a value that the compiler couldn't see breaks a rule.
	 */
	readonly build: Finished<Name, P, Options, Build<Name, P, Options>>;

	/** Compiles the chain like `.build()`, and returns the issues instead of throwing them. */
	readonly safeBuild: Finished<Name, P, Options, SafeBuild<Name, P, Options>>;

	/** Compiles the chain like `.build()`: `JSON.stringify(chain)` is the request's body. */
	readonly toJSON: Finished<Name, P, Options, Build<Name, P, Options>>;
}
