import type { Source } from '../media/source.js';
import type { NotAllowed, Sentence } from '../rules.js';
import type { ReferenceArguments } from './arguments.js';
import type { BuildVerbs } from './build-verbs.js';
import type { MediaStage } from './media-stage.js';
import type { ReferenceAudioStage } from './reference-audio-stage.js';
import type { ReferenceVideoStage } from './reference-video-stage.js';
import type { AnyParts, Parts } from './state.js';

/** A chain of references whose latest is an image: more images, videos or audio may follow. */
export interface ReferenceImageStage<P extends AnyParts, Options>
	extends MediaStage<'referenceImage', P, Options>, BuildVerbs<'references', P, Options> {
	/** @deprecated frames and references exclude each other: use .firstFrame() and .lastFrame(), or reference verbs, not both */
	readonly firstFrame: NotAllowed<Sentence<'framesOrReferences'>>;

	/** @deprecated frames and references exclude each other: use .firstFrame() and .lastFrame(), or reference verbs, not both */
	readonly lastFrame: NotAllowed<Sentence<'framesOrReferences'>>;

	/** Attaches images that the text may call `@image1`, `@image2` and so on: at most 9 in all. */
	referenceImage<const Given extends Source[]>(
		...sources: ReferenceArguments<'image', Given, P['images']>
	): Given extends []
		? ReferenceImageStage<P, Options>
		: ReferenceImageStage<Parts<P['text'], [...P['images'], ...Given], P['videos'], P['audio']>, Options>;

	/** Attaches videos (mp4 or mov, at most 50 MB, 2 to 15 s) that the text may call `@video1` and so on: at most 3 in all. */
	referenceVideo<const Given extends Source[]>(
		...sources: ReferenceArguments<'video', Given, P['videos']>
	): Given extends []
		? ReferenceImageStage<P, Options>
		: ReferenceVideoStage<Parts<P['text'], P['images'], [...P['videos'], ...Given], P['audio']>, Options>;

	/** Attaches audio clips (wav or mp3, at most 15 MB) that the text may call `@audio1` and so on: at most 3 in all. */
	referenceAudio<const Given extends Source[]>(
		...sources: ReferenceArguments<'audio', Given, P['audio']>
	): Given extends []
		? ReferenceImageStage<P, Options>
		: ReferenceAudioStage<Parts<P['text'], P['images'], P['videos'], [...P['audio'], ...Given]>, Options>;
}
