import type { Source } from '../media/source.js';
import type { NotAllowed, Sentence } from '../rules.js';
import type { AudioArguments, ImageArguments, TextTaken, VideoArguments } from './arguments.js';
import type { ReferenceAudioStage } from './reference-audio-stage.js';
import type { ReferenceVideoStage } from './reference-video-stage.js';
import type { StageVerbs } from './stage-verbs.js';
import type { AnyParts, Parts } from './state.js';

/** A chain of references whose latest is an image: more images, videos or audio may follow. */
export interface ReferenceImageStage<P extends AnyParts, Options> extends StageVerbs<'referenceImage', P, Options> {
	/** @deprecated the text comes first: call .text() before frames and references */
	readonly text: TextTaken<P['text']>;

	/** @deprecated frames and references exclude each other: use .firstFrame() and .lastFrame(), or reference verbs, not both */
	readonly firstFrame: NotAllowed<Sentence<'framesOrReferences'>>;

	/** @deprecated frames and references exclude each other: use .firstFrame() and .lastFrame(), or reference verbs, not both */
	readonly lastFrame: NotAllowed<Sentence<'framesOrReferences'>>;

	/** Attaches images that the text may call `@image1`, `@image2` and so on: at most 9 in all. */
	referenceImage<const Given extends Source[]>(
		...sources: ImageArguments<Given, P['images']>
	): Given extends []
		? ReferenceImageStage<P, Options>
		: ReferenceImageStage<Parts<P['text'], [...P['images'], ...Given], P['videos'], P['audio']>, Options>;

	/** Attaches videos (mp4 or mov, at most 50 MB, 2 to 15 s) that the text may call `@video1` and so on: at most 3 in all. */
	referenceVideo<const Given extends Source[]>(
		...sources: VideoArguments<Given, P['videos']>
	): Given extends []
		? ReferenceImageStage<P, Options>
		: ReferenceVideoStage<Parts<P['text'], P['images'], [...P['videos'], ...Given], P['audio']>, Options>;

	/** Attaches audio clips (wav or mp3, at most 15 MB) that the text may call `@audio1` and so on: at most 3 in all. */
	referenceAudio<const Given extends Source[]>(
		...sources: AudioArguments<Given, P['audio']>
	): Given extends []
		? ReferenceImageStage<P, Options>
		: ReferenceAudioStage<Parts<P['text'], P['images'], P['videos'], [...P['audio'], ...Given]>, Options>;

	/** @deprecated web search goes with text alone: leave out .webSearch(), or the images, videos and audio */
	webSearch<const Given extends [enabled?: boolean | undefined] = []>(
		...enabled: Given
	): [Given] extends [[] | [true]] ? NotAllowed<Sentence<'searchTextOnly'>> : ReferenceImageStage<P, Options>;
}
