import type { NotAllowed, Sentence } from '../rules.js';
import type { TextTaken } from './arguments.js';
import type { StageVerbs } from './stage-verbs.js';
import type { AnyParts } from './state.js';

/** A chain with its first and its last frame. */
export interface FirstAndLastFrameStage<P extends AnyParts, Options> extends StageVerbs<
	'firstAndLastFrame',
	P,
	Options
> {
	/** @deprecated the text comes first: call .text() before frames and references */
	readonly text: TextTaken<P['text']>;

	/** @deprecated a request has one first frame: call .firstFrame() once */
	readonly firstFrame: NotAllowed<Sentence<'oneFirstFrame'>>;

	/** @deprecated a request has one last frame: call .lastFrame() once */
	readonly lastFrame: NotAllowed<Sentence<'oneLastFrame'>>;

	/** @deprecated frames and references exclude each other: use .firstFrame() and .lastFrame(), or reference verbs, not both */
	readonly referenceImage: NotAllowed<Sentence<'framesOrReferences'>>;

	/** @deprecated frames and references exclude each other: use .firstFrame() and .lastFrame(), or reference verbs, not both */
	readonly referenceVideo: NotAllowed<Sentence<'framesOrReferences'>>;

	/** @deprecated frames and references exclude each other: use .firstFrame() and .lastFrame(), or reference verbs, not both */
	readonly referenceAudio: NotAllowed<Sentence<'framesOrReferences'>>;

	/** @deprecated web search goes with text alone: leave out .webSearch(), or the images, videos and audio */
	webSearch<const Given extends [enabled?: boolean | undefined] = []>(
		...enabled: Given
	): [Given] extends [[] | [true]] ? NotAllowed<Sentence<'searchTextOnly'>> : FirstAndLastFrameStage<P, Options>;
}
