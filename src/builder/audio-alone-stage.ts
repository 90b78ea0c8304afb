import type { Source } from '../media/source.js';
import type { NotAllowed, Sentence } from '../rules.js';
import type { ImageArguments, VideoArguments } from './arguments.js';
import type { ReferenceImageStage } from './reference-image-stage.js';
import type { ReferenceVideoStage } from './reference-video-stage.js';
import type { StageVerbs } from './stage-verbs.js';
import type { AnyParts, Parts } from './state.js';

/** A chain whose text names audio and nothing to see: an image or a video must follow. */
export interface AudioAloneStage<P extends AnyParts, Options> extends StageVerbs<'audioAlone', P, Options> {
	/** @deprecated a request has one text: put the whole prompt into a single .text() */
	readonly text: NotAllowed<Sentence<'oneText'>>;

	/** @deprecated frames and references exclude each other: use .firstFrame() and .lastFrame(), or reference verbs, not both */
	readonly firstFrame: NotAllowed<Sentence<'framesOrReferences'>>;

	/** @deprecated frames and references exclude each other: use .firstFrame() and .lastFrame(), or reference verbs, not both */
	readonly lastFrame: NotAllowed<Sentence<'framesOrReferences'>>;

	/** Attaches images that the text may call `@image1`, `@image2` and so on: at most 9 in all. */
	referenceImage<const Given extends Source[]>(
		...sources: ImageArguments<Given, P['images']>
	): Given extends []
		? AudioAloneStage<P, Options>
		: ReferenceImageStage<Parts<P['text'], [...P['images'], ...Given], P['videos'], P['audio']>, Options>;

	/** Attaches videos (mp4 or mov, at most 50 MB, 2 to 15 s) that the text may call `@video1` and so on: at most 3 in all. */
	referenceVideo<const Given extends Source[]>(
		...sources: VideoArguments<Given, P['videos']>
	): Given extends []
		? AudioAloneStage<P, Options>
		: ReferenceVideoStage<Parts<P['text'], P['images'], [...P['videos'], ...Given], P['audio']>, Options>;

	/** @deprecated audio needs an image or a video beside it: call .referenceImage() or .referenceVideo() before .referenceAudio() */
	readonly referenceAudio: NotAllowed<Sentence<'audioAlone'>>;

	/** @deprecated web search goes with text alone: leave out .webSearch(), or the images, videos and audio */
	webSearch<const Given extends [enabled?: boolean | undefined] = []>(
		...enabled: Given
	): [Given] extends [[] | [true]] ? NotAllowed<Sentence<'searchTextOnly'>> : AudioAloneStage<P, Options>;
}
