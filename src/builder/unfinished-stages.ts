import type { EditStageVerbs, EditVideoStageVerbs, ExtendStageVerbs } from './pinned-stages.js';
import type {
	FirstAndLastFrameStageVerbs,
	FirstFrameStageVerbs,
	ReferenceAudioStageVerbs,
	ReferenceImageStageVerbs,
	ReferenceVideoStageVerbs,
	TextStageVerbs,
	WebSearchTextStageVerbs,
} from './stages.js';
import type { AnyParts, stageName, stageOptions, stageParts, useANewConstOrFinishedChain } from './state.js';
import type { PartsMissing, ResolutionMissing } from './verbs/build.js';
import type { TextFirst } from './verbs/text.js';

// The stages of `stages.ts` and `pinned-stages.ts` while the request is not complete. `stages.ts` says why each has an `@ts-ignore`.

/** A chain with a text. It has no resolution. */
/*!
 * @ts-ignore TS2636 */
export interface UnfinishedTextStage<out P extends AnyParts, out Options>
	extends TextStageVerbs, ResolutionMissing<'text', P> {
	readonly [useANewConstOrFinishedChain.text]: true;
	readonly [stageName]: 'text';
	readonly [stageParts]: P;
	readonly [stageOptions]: Options;
}

/** A chain with a text and web search. It has no resolution. */
/*!
 * @ts-ignore TS2636 */
export interface UnfinishedWebSearchTextStage<out P extends AnyParts, out Options>
	extends WebSearchTextStageVerbs, ResolutionMissing<'webSearchText', P> {
	readonly [useANewConstOrFinishedChain.webSearchText]: true;
	readonly [stageName]: 'webSearchText';
	readonly [stageParts]: P;
	readonly [stageOptions]: Options;
}

/** A chain with a first frame. It has no resolution. */
/*!
 * @ts-ignore TS2636 */
export interface UnfinishedFirstFrameStage<out P extends AnyParts, out Options>
	extends FirstFrameStageVerbs, TextFirst<P>, ResolutionMissing<'firstFrame', P> {
	readonly [useANewConstOrFinishedChain.firstFrame]: true;
	readonly [stageName]: 'firstFrame';
	readonly [stageParts]: P;
	readonly [stageOptions]: Options;
}

/** A chain with a first and a last frame. It has no resolution. */
/*!
 * @ts-ignore TS2636 */
export interface UnfinishedFirstAndLastFrameStage<out P extends AnyParts, out Options>
	extends FirstAndLastFrameStageVerbs, TextFirst<P>, ResolutionMissing<'firstAndLastFrame', P> {
	readonly [useANewConstOrFinishedChain.firstAndLastFrame]: true;
	readonly [stageName]: 'firstAndLastFrame';
	readonly [stageParts]: P;
	readonly [stageOptions]: Options;
}

/** A chain of references, the latest of which is an image. It has no resolution. */
/*!
 * @ts-ignore TS2636 */
export interface UnfinishedReferenceImageStage<out P extends AnyParts, out Options>
	extends ReferenceImageStageVerbs, TextFirst<P>, ResolutionMissing<'referenceImage', P> {
	readonly [useANewConstOrFinishedChain.referenceImage]: true;
	readonly [stageName]: 'referenceImage';
	readonly [stageParts]: P;
	readonly [stageOptions]: Options;
}

/** A chain of references, the latest of which is a video. It has no resolution. */
/*!
 * @ts-ignore TS2636 */
export interface UnfinishedReferenceVideoStage<out P extends AnyParts, out Options>
	extends ReferenceVideoStageVerbs, TextFirst<P>, ResolutionMissing<'referenceVideo', P> {
	readonly [useANewConstOrFinishedChain.referenceVideo]: true;
	readonly [stageName]: 'referenceVideo';
	readonly [stageParts]: P;
	readonly [stageOptions]: Options;
}

/** A chain of references, the latest of which is an audio clip. It has no resolution. */
/*!
 * @ts-ignore TS2636 */
export interface UnfinishedReferenceAudioStage<out P extends AnyParts, out Options>
	extends ReferenceAudioStageVerbs, TextFirst<P>, ResolutionMissing<'referenceAudio', P> {
	readonly [useANewConstOrFinishedChain.referenceAudio]: true;
	readonly [stageName]: 'referenceAudio';
	readonly [stageParts]: P;
	readonly [stageOptions]: Options;
}

/** An edit with its text. It lacks an image, a video or a resolution. */
/*!
 * @ts-ignore TS2636 */
export interface UnfinishedEditStage<out P extends AnyParts, out Options>
	extends EditStageVerbs, PartsMissing<'edit', P, Options> {
	readonly [useANewConstOrFinishedChain.edit]: true;
	readonly [stageName]: 'edit';
	readonly [stageParts]: P;
	readonly [stageOptions]: Options;
}

/** An edit with its video. It lacks an image or a resolution. */
/*!
 * @ts-ignore TS2636 */
export interface UnfinishedEditVideoStage<out P extends AnyParts, out Options>
	extends EditVideoStageVerbs, PartsMissing<'editVideo', P, Options> {
	readonly [useANewConstOrFinishedChain.editVideo]: true;
	readonly [stageName]: 'editVideo';
	readonly [stageParts]: P;
	readonly [stageOptions]: Options;
}

/** An extension with its text. It lacks a video or a resolution. */
/*!
 * @ts-ignore TS2636 */
export interface UnfinishedExtendStage<out P extends AnyParts, out Options>
	extends ExtendStageVerbs, PartsMissing<'extend', P, Options> {
	readonly [useANewConstOrFinishedChain.extend]: true;
	readonly [stageName]: 'extend';
	readonly [stageParts]: P;
	readonly [stageOptions]: Options;
}
