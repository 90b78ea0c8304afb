import type { StageName } from './stages.js';

/** A list of sources, of any length. */
export type AnyList = readonly unknown[];

/**
 * What a chain has collected: the text (`undefined` before there is one) and the sources of each kind. A frame is an image.
 * It is one type parameter of a stage, so that an option verb passes it on as it is.
 */
export interface Parts<
	Text,
	Images extends AnyList,
	Videos extends AnyList,
	Audio extends AnyList,
	LastFrame = NoLastFrame,
> {
	readonly text: Text;
	readonly images: Images;
	readonly videos: Videos;
	readonly audio: Audio;

	/** {@link NoLastFrame}, or `{}` after `.returnLastFrame()`. */
	readonly lastFrame: LastFrame;
}

/** Any collection of parts. */
export type AnyParts = Parts<unknown, AnyList, AnyList, AnyList, unknown>;

/**
 * Marks a chain, and its payload, without `.returnLastFrame()`. An optional property: a chain with `.returnLastFrame()` has
 * no such property, so that it can be assigned to a chain without. But neither is a subtype of the other, so that a
 * condition or an array of both keeps both types, and the result its `lastFrameUrl`.
 */
export interface NoLastFrame {
	readonly return_last_frame?: never;
}

export declare const stageName: unique symbol;
export declare const stageParts: unique symbol;
export declare const stageOptions: unique symbol;

/** The state of a stage. The verbs read it through `this`, so that a stage is its state and a list of verbs. */
export interface StageState {
	readonly [stageName]: StageName;
	readonly [stageParts]: AnyParts;
	readonly [stageOptions]: unknown;
}
