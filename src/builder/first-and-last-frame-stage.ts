import type { NotAllowed, Sentence } from '../rules.js';
import type { BuildVerbs } from './build-verbs.js';
import type { MediaStage } from './media-stage.js';
import type { AnyParts } from './state.js';

/** A chain with its first and its last frame. */
export interface FirstAndLastFrameStage<P extends AnyParts, Options>
	extends MediaStage<'firstAndLastFrame', P, Options>, BuildVerbs<'firstAndLastFrame', P, Options> {
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
}
