import type { WrongDuration } from '../../request/literal/wrong-duration.js';
import type { VideoOptions } from '../../request/shape/shape.js';
import type { Duration, Ratio, Resolution } from '../../spec.js';
import type { DurationArgument, EnabledArgument, OptionsArgument } from '../checks/arguments.js';
import type { LastFrameAfter, OptionsAfter } from './option-fields.js';
import type { Stages } from '../stages.js';
import type { Parts, stageName, stageOptions, stageParts, StageState } from '../state.js';

/**
 * The options. Each may be called at any stage, any number of times, and leaves the stage as it is: the last call counts,
 * and `undefined` leaves the option unset.
 *
 * What a call does to the options is written out in each verb: a shared alias costs eleven instantiations a call.
 */
export interface OptionVerbs extends StageState {
	/**
	 * Sets the output tier: `720p`, `1080p` or `2k`. Required.
	 *
	 * @example
	 * video().text('A cat plays the piano').resolution('1080p').build();
	 * @see `pixelSize` for the size in pixels.
	 */
	resolution<const Value extends Resolution>(
		resolution: Value,
	): Stages<
		this[typeof stageParts],
		('resolution' extends keyof this[typeof stageOptions]
			? Omit<this[typeof stageOptions], 'resolution'>
			: this[typeof stageOptions]) & { readonly resolution: Value }
	>[this[typeof stageName]];

	/**
	 * Sets the aspect ratio.
	 *
	 * @default 'adaptive': the model chooses.
	 */
	ratio<const Value extends Ratio | undefined>(
		ratio: Value,
	): Stages<
		this[typeof stageParts],
		('ratio' extends keyof this[typeof stageOptions]
			? Omit<this[typeof stageOptions], 'ratio'>
			: this[typeof stageOptions]) & { readonly ratio: Value }
	>[this[typeof stageName]];

	/**
	 * Sets the length in whole seconds, 4 to 15.
	 *
	 * @default 5
	 */
	duration<const Value extends Duration | (number & {}) | undefined>(
		seconds: Value & DurationArgument<Value>[keyof WrongDuration<Value>],
	): Stages<
		this[typeof stageParts],
		('duration' extends keyof this[typeof stageOptions]
			? Omit<this[typeof stageOptions], 'duration'>
			: this[typeof stageOptions]) & {
			readonly duration: Value extends Duration | undefined ? Value : Value & Duration;
		}
	>[this[typeof stageName]];

	/**
	 * Sets whether voice, sound effects and music are generated with the video.
	 *
	 * @default true
	 */
	generateAudio<const Value extends boolean | undefined>(
		enabled: Value,
	): Stages<
		this[typeof stageParts],
		('generate_audio' extends keyof this[typeof stageOptions]
			? Omit<this[typeof stageOptions], 'generate_audio'>
			: this[typeof stageOptions]) & { readonly generate_audio: Value }
	>[this[typeof stageName]];

	/**
	 * Sets whether the video has a watermark.
	 *
	 * @default false
	 */
	watermark<const Value extends boolean | undefined>(
		enabled: Value,
	): Stages<
		this[typeof stageParts],
		('watermark' extends keyof this[typeof stageOptions]
			? Omit<this[typeof stageOptions], 'watermark'>
			: this[typeof stageOptions]) & { readonly watermark: Value }
	>[this[typeof stageName]];

	/**
	 * Requests the last frame of the video as an image beside it.
	 *
	 * The API page lists the capability without a parameter. The payload has upstream's `return_last_frame`, which is
	 * undocumented here.
	 *
	 * @default false
	 */
	returnLastFrame<const Given extends [enabled?: boolean | undefined]>(
		...enabled: EnabledArgument<Given>
	): Stages<
		Parts<
			this[typeof stageParts]['text'],
			this[typeof stageParts]['images'],
			this[typeof stageParts]['videos'],
			this[typeof stageParts]['audio'],
			{}
		>,
		('return_last_frame' extends keyof this[typeof stageOptions]
			? Omit<this[typeof stageOptions], 'return_last_frame'>
			: this[typeof stageOptions]) & { readonly return_last_frame: Given extends [] ? true : Given[0] }
	>[this[typeof stageName]];

	/**
	 * Sets several options at once, by the names of their verbs. One that is left out or `undefined` stays as it was.
	 *
	 * @example
	 * video().text('A cat').options({ resolution: '720p', ratio: '1:1' }).build();
	 */
	options<const Given extends VideoOptions>(
		options: Given & OptionsArgument<Given>,
	): Stages<
		Parts<
			this[typeof stageParts]['text'],
			this[typeof stageParts]['images'],
			this[typeof stageParts]['videos'],
			this[typeof stageParts]['audio'],
			LastFrameAfter<Given, this[typeof stageParts]['lastFrame']>
		>,
		OptionsAfter<this[typeof stageOptions], Given>
	>[this[typeof stageName]];
}
