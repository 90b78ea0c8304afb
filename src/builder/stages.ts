import type { MissingParts } from './checks/completeness.js';
import type { EditStage, EditStartStage, EditVideoStage, ExtendStage, ExtendStartStage } from './pinned-stages.js';
import type { AnyParts, stageName, stageOptions, stageParts, useANewConstOrFinishedChain } from './state.js';
import type {
	UnfinishedEditStage,
	UnfinishedEditVideoStage,
	UnfinishedExtendStage,
	UnfinishedFirstAndLastFrameStage,
	UnfinishedFirstFrameStage,
	UnfinishedReferenceAudioStage,
	UnfinishedReferenceImageStage,
	UnfinishedReferenceVideoStage,
	UnfinishedTextStage,
	UnfinishedWebSearchTextStage,
} from './unfinished-stages.js';
import type { BuildVerbs, NothingToMake, VisualMissing } from './verbs/build.js';
import type { FirstFrameVerb, LastFrameVerb, NoFrames, NoMoreFrames } from './verbs/frames.js';
import type { OptionVerbs } from './verbs/options.js';
import type {
	FirstReferences,
	NoReferences,
	ReferencesAfterAudio,
	ReferencesAfterImage,
	ReferencesAfterVideo,
} from './verbs/references.js';
import type { OneText, TextFirst, TextVerb } from './verbs/text.js';
import type { NoMedia, NoWebSearch, WebSearchVerb } from './verbs/web-search.js';

/**
 * The state machine of a chain: every stage by name. A stage is its state and a list of verbs, one entry a group of verbs.
 *
 * A stage that can end a chain has two interfaces with the same verbs, and the conditions here choose: editors strike a verb
 * through if its declaration has `@deprecated`, so that a finished chain needs another declaration of `.build`.
 */
export interface Stages<P extends AnyParts, Options> {
	start: StartStage<P, Options>;
	text: 'resolution' extends keyof Options ? TextStage<P, Options> : UnfinishedTextStage<P, Options>;
	webSearch: WebSearchStage<P, Options>;
	webSearchText: 'resolution' extends keyof Options
		? WebSearchTextStage<P, Options>
		: UnfinishedWebSearchTextStage<P, Options>;
	firstFrame: 'resolution' extends keyof Options ? FirstFrameStage<P, Options> : UnfinishedFirstFrameStage<P, Options>;
	firstAndLastFrame: 'resolution' extends keyof Options
		? FirstAndLastFrameStage<P, Options>
		: UnfinishedFirstAndLastFrameStage<P, Options>;
	referenceImage: 'resolution' extends keyof Options
		? ReferenceImageStage<P, Options>
		: UnfinishedReferenceImageStage<P, Options>;
	referenceVideo: 'resolution' extends keyof Options
		? ReferenceVideoStage<P, Options>
		: UnfinishedReferenceVideoStage<P, Options>;
	referenceAudio: 'resolution' extends keyof Options
		? ReferenceAudioStage<P, Options>
		: UnfinishedReferenceAudioStage<P, Options>;
	audioAlone: AudioAloneStage<P, Options>;
	editStart: EditStartStage<P, Options>;
	edit: [MissingParts<P>['edit'], 'resolution'] extends ['', keyof Options]
		? EditStage<P, Options>
		: UnfinishedEditStage<P, Options>;
	editVideo: [MissingParts<P>['editVideo'], 'resolution'] extends ['', keyof Options]
		? EditVideoStage<P, Options>
		: UnfinishedEditVideoStage<P, Options>;
	extendStart: ExtendStartStage<P, Options>;
	extend: [MissingParts<P>['extend'], 'resolution'] extends ['', keyof Options]
		? ExtendStage<P, Options>
		: UnfinishedExtendStage<P, Options>;
}

/** The name of a stage. */
export type StageName = keyof Stages<AnyParts, unknown>;

// `out` lets the compiler compare two chains by their parts and options alone, and not verb by verb: chains in a condition or
// an array cost a sixtieth of the instantiations. The compiler refuses it, because the arguments of some verbs depend on the
// parts as well: hence each `@ts-ignore`. It stands in a comment that begins with `/*!`: the declarations keep such a comment,
// and editors don't show it.

/** A chain before its text and its media. What comes next decides the mode. */
/*!
 * @ts-ignore TS2636 */
export interface StartStage<out P extends AnyParts, out Options>
	extends
		OptionVerbs,
		TextVerb<'text'>,
		FirstFrameVerb,
		FirstReferences,
		WebSearchVerb<'webSearch', 'start'>,
		NothingToMake<Options> {
	readonly [useANewConstOrFinishedChain.start]: true;
	readonly [stageName]: 'start';
	readonly [stageParts]: P;
	readonly [stageOptions]: Options;
}

/** A chain with a text: text-to-video, unless a frame or a reference follows. */
/*!
 * @ts-ignore TS2636 */
export interface TextStage<out P extends AnyParts, out Options> extends TextStageVerbs, BuildVerbs<'text', P, Options> {
	readonly [useANewConstOrFinishedChain.text]: true;
	readonly [stageName]: 'text';
	readonly [stageParts]: P;
	readonly [stageOptions]: Options;
}

/** The verbs of {@link TextStage}, except those that end the chain. */
export interface TextStageVerbs
	extends OptionVerbs, OneText, FirstFrameVerb, FirstReferences, WebSearchVerb<'webSearchText', 'text'> {}

/** A chain with web search, before its text. */
/*!
 * @ts-ignore TS2636 */
export interface WebSearchStage<out P extends AnyParts, out Options>
	extends OptionVerbs, TextVerb<'webSearchText'>, NoMedia, WebSearchVerb<'webSearch', 'start'>, NothingToMake<Options> {
	readonly [useANewConstOrFinishedChain.webSearch]: true;
	readonly [stageName]: 'webSearch';
	readonly [stageParts]: P;
	readonly [stageOptions]: Options;
}

/** A chain with a text and web search: text-to-video, and nothing else. */
/*!
 * @ts-ignore TS2636 */
export interface WebSearchTextStage<out P extends AnyParts, out Options>
	extends WebSearchTextStageVerbs, BuildVerbs<'webSearchText', P, Options> {
	readonly [useANewConstOrFinishedChain.webSearchText]: true;
	readonly [stageName]: 'webSearchText';
	readonly [stageParts]: P;
	readonly [stageOptions]: Options;
}

/** The verbs of {@link WebSearchTextStage}, except those that end the chain. */
export interface WebSearchTextStageVerbs
	extends OptionVerbs, OneText, NoMedia, WebSearchVerb<'webSearchText', 'text'> {}

/** A chain with a first frame. A last frame may follow. */
/*!
 * @ts-ignore TS2636 */
export interface FirstFrameStage<out P extends AnyParts, out Options>
	extends FirstFrameStageVerbs, TextFirst<P>, BuildVerbs<'firstFrame', P, Options> {
	readonly [useANewConstOrFinishedChain.firstFrame]: true;
	readonly [stageName]: 'firstFrame';
	readonly [stageParts]: P;
	readonly [stageOptions]: Options;
}

/** The verbs of {@link FirstFrameStage}, except those that end the chain. */
export interface FirstFrameStageVerbs extends OptionVerbs, LastFrameVerb, NoReferences, NoWebSearch {}

/** A chain with a first and a last frame. */
/*!
 * @ts-ignore TS2636 */
export interface FirstAndLastFrameStage<out P extends AnyParts, out Options>
	extends FirstAndLastFrameStageVerbs, TextFirst<P>, BuildVerbs<'firstAndLastFrame', P, Options> {
	readonly [useANewConstOrFinishedChain.firstAndLastFrame]: true;
	readonly [stageName]: 'firstAndLastFrame';
	readonly [stageParts]: P;
	readonly [stageOptions]: Options;
}

/** The verbs of {@link FirstAndLastFrameStage}, except those that end the chain. */
export interface FirstAndLastFrameStageVerbs extends OptionVerbs, NoMoreFrames, NoReferences, NoWebSearch {}

/** A chain of references, the latest of which is an image. Images, videos or audio may follow. */
/*!
 * @ts-ignore TS2636 */
export interface ReferenceImageStage<out P extends AnyParts, out Options>
	extends ReferenceImageStageVerbs, TextFirst<P>, BuildVerbs<'referenceImage', P, Options> {
	readonly [useANewConstOrFinishedChain.referenceImage]: true;
	readonly [stageName]: 'referenceImage';
	readonly [stageParts]: P;
	readonly [stageOptions]: Options;
}

/** The verbs of {@link ReferenceImageStage}, except those that end the chain. */
export interface ReferenceImageStageVerbs extends OptionVerbs, NoFrames, ReferencesAfterImage, NoWebSearch {}

/** A chain of references, the latest of which is a video. Videos or audio may follow. */
/*!
 * @ts-ignore TS2636 */
export interface ReferenceVideoStage<out P extends AnyParts, out Options>
	extends ReferenceVideoStageVerbs, TextFirst<P>, BuildVerbs<'referenceVideo', P, Options> {
	readonly [useANewConstOrFinishedChain.referenceVideo]: true;
	readonly [stageName]: 'referenceVideo';
	readonly [stageParts]: P;
	readonly [stageOptions]: Options;
}

/** The verbs of {@link ReferenceVideoStage}, except those that end the chain. */
export interface ReferenceVideoStageVerbs extends OptionVerbs, NoFrames, ReferencesAfterVideo, NoWebSearch {}

/** A chain of references, the latest of which is an audio clip. Audio may follow. */
/*!
 * @ts-ignore TS2636 */
export interface ReferenceAudioStage<out P extends AnyParts, out Options>
	extends ReferenceAudioStageVerbs, TextFirst<P>, BuildVerbs<'referenceAudio', P, Options> {
	readonly [useANewConstOrFinishedChain.referenceAudio]: true;
	readonly [stageName]: 'referenceAudio';
	readonly [stageParts]: P;
	readonly [stageOptions]: Options;
}

/** The verbs of {@link ReferenceAudioStage}, except those that end the chain. */
export interface ReferenceAudioStageVerbs extends OptionVerbs, NoFrames, ReferencesAfterAudio, NoWebSearch {}

/** A chain whose template has handles of audio alone. An image or a video must follow. */
/*!
 * @ts-ignore TS2636 */
export interface AudioAloneStage<out P extends AnyParts, out Options>
	extends OptionVerbs, OneText, NoFrames, FirstReferences, NoWebSearch, VisualMissing<Options> {
	readonly [useANewConstOrFinishedChain.audioAlone]: true;
	readonly [stageName]: 'audioAlone';
	readonly [stageParts]: P;
	readonly [stageOptions]: Options;
}
