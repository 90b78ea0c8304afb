import type { Source } from '../../media/source.js';
import type { NotAllowed, Sentence } from '../../rules.js';
import type { ReferenceArguments, UnspreadSource } from '../checks/arguments.js';
import type { StageName, Stages } from '../stages.js';
import type { AnyList, Parts, stageOptions, stageParts, StageState } from '../state.js';

/** The reference verbs before an image or a video. */
export interface FirstReferences
	extends ReferenceImageVerb<'referenceImage'>, ReferenceVideoVerb<'referenceVideo'>, AudioAlone {}

/** The reference verbs after an image. */
export interface ReferencesAfterImage
	extends ReferenceImageVerb<'referenceImage'>, ReferenceVideoVerb<'referenceVideo'>, ReferenceAudioVerb {}

/** The reference verbs after a video. */
export interface ReferencesAfterVideo
	extends ImagesBeforeVideos, ReferenceVideoVerb<'referenceVideo'>, ReferenceAudioVerb {}

/** The reference verbs after audio. */
export interface ReferencesAfterAudio extends VisualsBeforeAudio, ReferenceAudioVerb {}

/** `.referenceImage()`. It leads to the stage `Next`, if there is an image. */
export interface ReferenceImageVerb<Next extends StageName> extends StageState {
	/** Attaches reference images. The text refers to them as `@image1`, `@image2` and so on. At most 9 images in all. */
	referenceImage<const Given extends (Source | UnspreadSource)[]>(
		...sources: ReferenceArguments<'image', Given, this[typeof stageParts]['images']>
	): StageAfterSources<
		Given,
		this,
		Stages<
			Parts<
				this[typeof stageParts]['text'],
				[...this[typeof stageParts]['images'], ...Given],
				this[typeof stageParts]['videos'],
				this[typeof stageParts]['audio'],
				this[typeof stageParts]['lastFrame']
			>,
			this[typeof stageOptions]
		>[Next]
	>;
}

/** `.referenceVideo()`. It leads to the stage `Next`, if there is a video. */
export interface ReferenceVideoVerb<Next extends StageName> extends StageState {
	/**
	 * Attaches reference videos: mp4 or mov, at most 50 MB, 2 to 15 s. The text refers to them as `@video1` and so on. At most
	 * 3 videos in all.
	 */
	referenceVideo<const Given extends (Source | UnspreadSource)[]>(
		...sources: ReferenceArguments<'video', Given, this[typeof stageParts]['videos']>
	): StageAfterSources<
		Given,
		this,
		Stages<
			Parts<
				this[typeof stageParts]['text'],
				this[typeof stageParts]['images'],
				[...this[typeof stageParts]['videos'], ...Given],
				this[typeof stageParts]['audio'],
				this[typeof stageParts]['lastFrame']
			>,
			this[typeof stageOptions]
		>[Next]
	>;
}

/** `.referenceAudio()`. */
interface ReferenceAudioVerb extends StageState {
	/**
	 * Attaches reference audio clips: wav or mp3, at most 15 MB. The text refers to them as `@audio1` and so on. At most 3 audio clips in
	 * all.
	 */
	referenceAudio<const Given extends (Source | UnspreadSource)[]>(
		...sources: ReferenceArguments<'audio', Given, this[typeof stageParts]['audio']>
	): StageAfterSources<
		Given,
		this,
		Stages<
			Parts<
				this[typeof stageParts]['text'],
				this[typeof stageParts]['images'],
				this[typeof stageParts]['videos'],
				[...this[typeof stageParts]['audio'], ...Given],
				this[typeof stageParts]['lastFrame']
			>,
			this[typeof stageOptions]
		>['referenceAudio']
	>;
}

/** `Next`, or `Unchanged` if there are no sources for certain. */
export type StageAfterSources<Given extends AnyList, Unchanged, Next> = Given['length'] extends 0
	? unknown extends Given
		? Next
		: Unchanged
	: Next;

/** Refuses references after a frame. */
export interface NoReferences {
	/** @deprecated frames and references cannot be combined: use .firstFrame() and .lastFrame(), or reference verbs */
	readonly referenceImage: NotAllowed<Sentence<'framesOrReferences'>>;

	/** @deprecated frames and references cannot be combined: use .firstFrame() and .lastFrame(), or reference verbs */
	readonly referenceVideo: NotAllowed<Sentence<'framesOrReferences'>>;

	/** @deprecated frames and references cannot be combined: use .firstFrame() and .lastFrame(), or reference verbs */
	readonly referenceAudio: NotAllowed<Sentence<'framesOrReferences'>>;
}

/** Refuses audio before an image or a video. */
interface AudioAlone {
	/** @deprecated audio requires an image or a video: call .referenceImage() or .referenceVideo() before .referenceAudio() */
	readonly referenceAudio: NotAllowed<Sentence<'audioAlone'>>;
}

/** Refuses images after a video. */
export interface ImagesBeforeVideos {
	/** @deprecated images come before videos: call .referenceImage() before .referenceVideo() */
	readonly referenceImage: NotAllowed<Sentence<'imagesBeforeVideos'>>;
}

/** Refuses images and videos after audio. */
interface VisualsBeforeAudio {
	/** @deprecated images come before audio: call .referenceImage() before .referenceAudio() */
	readonly referenceImage: NotAllowed<Sentence<'imagesBeforeAudio'>>;

	/** @deprecated videos come before audio: call .referenceVideo() before .referenceAudio() */
	readonly referenceVideo: NotAllowed<Sentence<'videosBeforeAudio'>>;
}

/** Refuses videos before the text of an extension. */
export interface TextBeforeVideos {
	/** @deprecated the text comes first: call .text() before frames and references */
	readonly referenceVideo: NotAllowed<Sentence<'textFirst'>>;
}

/** Refuses images and videos before the text of an edit. */
export interface TextBeforeReferences extends TextBeforeVideos {
	/** @deprecated the text comes first: call .text() before frames and references */
	readonly referenceImage: NotAllowed<Sentence<'textFirst'>>;
}
