import type { AnyParts, stageName, stageOptions, stageParts, useANewConstOrFinishedChain } from './state.js';
import type { BuildVerbs, EditTextMissing, ExtendTextMissing } from './verbs/build.js';
import type { EditOthers, ExtendOthers } from './verbs/edit-and-extend.js';
import type { OptionVerbs } from './verbs/options.js';
import type {
	ImagesBeforeVideos,
	ReferenceImageVerb,
	ReferenceVideoVerb,
	TextBeforeReferences,
	TextBeforeVideos,
} from './verbs/references.js';
import type { OneText, TextVerb } from './verbs/text.js';

// The stages of `editVideo()` and `extendVideo()`. `stages.ts` says why each has an `@ts-ignore`.

/** An edit before its text. */
/*!
 * @ts-ignore TS2636 */
export interface EditStartStage<out P extends AnyParts, out Options>
	extends OptionVerbs, TextVerb<'edit'>, TextBeforeReferences, EditOthers, EditTextMissing<Options> {
	readonly [useANewConstOrFinishedChain.editStart]: true;
	readonly [stageName]: 'editStart';
	readonly [stageParts]: P;
	readonly [stageOptions]: Options;
}

/** An edit with its text. Images follow, then videos. */
/*!
 * @ts-ignore TS2636 */
export interface EditStage<out P extends AnyParts, out Options> extends EditStageVerbs, BuildVerbs<'edit', P, Options> {
	readonly [useANewConstOrFinishedChain.edit]: true;
	readonly [stageName]: 'edit';
	readonly [stageParts]: P;
	readonly [stageOptions]: Options;
}

/** The verbs of {@link EditStage}, except those that end the chain. */
export interface EditStageVerbs
	extends OptionVerbs, OneText, ReferenceImageVerb<'edit'>, ReferenceVideoVerb<'editVideo'>, EditOthers {}

/** An edit with its video. More videos may follow. */
/*!
 * @ts-ignore TS2636 */
export interface EditVideoStage<out P extends AnyParts, out Options>
	extends EditVideoStageVerbs, BuildVerbs<'editVideo', P, Options> {
	readonly [useANewConstOrFinishedChain.editVideo]: true;
	readonly [stageName]: 'editVideo';
	readonly [stageParts]: P;
	readonly [stageOptions]: Options;
}

/** The verbs of {@link EditVideoStage}, except those that end the chain. */
export interface EditVideoStageVerbs
	extends OptionVerbs, OneText, ImagesBeforeVideos, ReferenceVideoVerb<'editVideo'>, EditOthers {}

/** An extension before its text. */
/*!
 * @ts-ignore TS2636 */
export interface ExtendStartStage<out P extends AnyParts, out Options>
	extends OptionVerbs, TextVerb<'extend'>, TextBeforeVideos, ExtendOthers, ExtendTextMissing<Options> {
	readonly [useANewConstOrFinishedChain.extendStart]: true;
	readonly [stageName]: 'extendStart';
	readonly [stageParts]: P;
	readonly [stageOptions]: Options;
}

/** An extension with its text. Videos follow. */
/*!
 * @ts-ignore TS2636 */
export interface ExtendStage<out P extends AnyParts, out Options>
	extends ExtendStageVerbs, BuildVerbs<'extend', P, Options> {
	readonly [useANewConstOrFinishedChain.extend]: true;
	readonly [stageName]: 'extend';
	readonly [stageParts]: P;
	readonly [stageOptions]: Options;
}

/** The verbs of {@link ExtendStage}, except those that end the chain. */
export interface ExtendStageVerbs extends OptionVerbs, OneText, ReferenceVideoVerb<'extend'>, ExtendOthers {}
