import type { AnyList } from '../prompt/compose/handles.js';
import type { StageName } from './stages.js';

export type { AnyList };

/**
 * What a chain has collected: its text (`undefined` before there is one) and its sources by kind. A frame is an image. A stage
 * has it as one type parameter, so that an option verb passes it on unchanged.
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
 * Marks a chain without `.returnLastFrame()`, and its payload.
 *
 * The type of `isIt ? chain : chain.returnLastFrame()` has to name both, or the result would lose its `lastFrameUrl`. The
 * compiler drops a type that is a subtype of the other, and this property prevents that. It is optional, so that a chain with
 * `.returnLastFrame()` can still be assigned to a variable that holds a chain without.
 */
export interface NoLastFrame {
	readonly return_last_frame?: never;
}

/** The key of a stage's name. */
export declare const stageName: unique symbol;

/** The key of a stage's {@link Parts}. */
export declare const stageParts: unique symbol;

/** The key of a stage's options, by the names of the payload's fields. */
export declare const stageOptions: unique symbol;

/** The key, among a stage's options, of the length of the shot list in its text. */
export declare const shotSeconds: unique symbol;

/**
 * The keys that make stages differ, one for each stage. A chain that is assigned to a variable of another stage lacks the key of
 * that stage, and the compiler's first line then quotes it.
 */
export declare const useANewConstOrFinishedChain: {
	readonly start: unique symbol;
	readonly text: unique symbol;
	readonly webSearch: unique symbol;
	readonly webSearchText: unique symbol;
	readonly firstFrame: unique symbol;
	readonly firstAndLastFrame: unique symbol;
	readonly referenceImage: unique symbol;
	readonly referenceVideo: unique symbol;
	readonly referenceAudio: unique symbol;
	readonly audioAlone: unique symbol;
	readonly editStart: unique symbol;
	readonly edit: unique symbol;
	readonly editVideo: unique symbol;
	readonly extendStart: unique symbol;
	readonly extend: unique symbol;
	readonly unfinished: unique symbol;
};

/** Marks a chain that lacks its resolution or its media, so that a finished one isn't assigned to its variable. */
export interface Unfinished {
	readonly [useANewConstOrFinishedChain.unfinished]: true;
}

/** The state of a stage. A verb reads it through `this`, so that one declaration serves every stage that has the verb. */
export interface StageState {
	readonly [stageName]: StageName;
	readonly [stageParts]: AnyParts;
	readonly [stageOptions]: unknown;
}
