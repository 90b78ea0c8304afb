import type { NotAllowed, Sentence } from '../rules.js';
import type { FrameArgument, TextTaken } from './arguments.js';
import type { FirstAndLastFrameStage } from './first-and-last-frame-stage.js';
import type { StageVerbs } from './stage-verbs.js';
import type { AnyParts, Parts } from './state.js';

/** A chain with its first frame: image-to-video, until a last frame follows. */
export interface FirstFrameStage<P extends AnyParts, Options> extends StageVerbs<'firstFrame', P, Options> {
	/** @deprecated the text comes first: call .text() before frames and references */
	readonly text: TextTaken<P['text']>;

	/** @deprecated a request has one first frame: call .firstFrame() once */
	readonly firstFrame: NotAllowed<Sentence<'oneFirstFrame'>>;

	/** Ends the video with this image. The same image may be the first frame too. */
	lastFrame<const Given extends FrameArgument<Given>>(
		source: Given,
	): FirstAndLastFrameStage<Parts<P['text'], [...P['images'], Given], [], []>, Options>;

	/** @deprecated frames and references exclude each other: use .firstFrame() and .lastFrame(), or reference verbs, not both */
	readonly referenceImage: NotAllowed<Sentence<'framesOrReferences'>>;

	/** @deprecated frames and references exclude each other: use .firstFrame() and .lastFrame(), or reference verbs, not both */
	readonly referenceVideo: NotAllowed<Sentence<'framesOrReferences'>>;

	/** @deprecated frames and references exclude each other: use .firstFrame() and .lastFrame(), or reference verbs, not both */
	readonly referenceAudio: NotAllowed<Sentence<'framesOrReferences'>>;

	/** @deprecated web search goes with text alone: leave out .webSearch(), or the images, videos and audio */
	webSearch<const Given extends [enabled?: boolean | undefined] = []>(
		...enabled: Given
	): [Given] extends [[] | [true]] ? NotAllowed<Sentence<'searchTextOnly'>> : FirstFrameStage<P, Options>;
}
