import type { Source } from '../media/source.js';
import type { NotAllowed, Sentence } from '../rules.js';
import type { AudioArguments, TextTaken } from './arguments.js';
import type { StageVerbs } from './stage-verbs.js';
import type { AnyParts, Parts } from './state.js';

/** A chain of references whose latest is an audio clip: more audio may follow. */
export interface ReferenceAudioStage<P extends AnyParts, Options> extends StageVerbs<'referenceAudio', P, Options> {
	/** @deprecated the text comes first: call .text() before frames and references */
	readonly text: TextTaken<P['text']>;

	/** @deprecated frames and references exclude each other: use .firstFrame() and .lastFrame(), or reference verbs, not both */
	readonly firstFrame: NotAllowed<Sentence<'framesOrReferences'>>;

	/** @deprecated frames and references exclude each other: use .firstFrame() and .lastFrame(), or reference verbs, not both */
	readonly lastFrame: NotAllowed<Sentence<'framesOrReferences'>>;

	/** @deprecated images come before audio: call .referenceImage() before .referenceAudio() */
	readonly referenceImage: NotAllowed<Sentence<'imagesBeforeAudio'>>;

	/** @deprecated videos come before audio: call .referenceVideo() before .referenceAudio() */
	readonly referenceVideo: NotAllowed<Sentence<'videosBeforeAudio'>>;

	/** Attaches audio clips (wav or mp3, at most 15 MB) that the text may call `@audio1` and so on: at most 3 in all. */
	referenceAudio<const Given extends Source[]>(
		...sources: AudioArguments<Given, P['audio']>
	): Given extends []
		? ReferenceAudioStage<P, Options>
		: ReferenceAudioStage<Parts<P['text'], P['images'], P['videos'], [...P['audio'], ...Given]>, Options>;

	/** @deprecated web search goes with text alone: leave out .webSearch(), or the images, videos and audio */
	webSearch<const Given extends [enabled?: boolean | undefined] = []>(
		...enabled: Given
	): [Given] extends [[] | [true]] ? NotAllowed<Sentence<'searchTextOnly'>> : ReferenceAudioStage<P, Options>;
}
