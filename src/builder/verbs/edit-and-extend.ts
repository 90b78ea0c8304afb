import type { NotAllowed, Sentence } from '../../rules.js';

/** Refuses what an edit doesn't take. */
export interface EditOthers {
	/** @deprecated editing accepts only a text, images and videos: remove the rest */
	readonly firstFrame: NotAllowed<Sentence<'editOthers'>>;

	/** @deprecated editing accepts only a text, images and videos: remove the rest */
	readonly lastFrame: NotAllowed<Sentence<'editOthers'>>;

	/** @deprecated editing accepts only a text, images and videos: remove the rest */
	readonly referenceAudio: NotAllowed<Sentence<'editOthers'>>;

	/** @deprecated editing accepts only a text, images and videos: remove the rest */
	readonly webSearch: NotAllowed<Sentence<'editOthers'>>;
}

/** Refuses what an extension doesn't take. */
export interface ExtendOthers {
	/** @deprecated extension accepts only a text and videos: remove the rest */
	readonly firstFrame: NotAllowed<Sentence<'extendOthers'>>;

	/** @deprecated extension accepts only a text and videos: remove the rest */
	readonly lastFrame: NotAllowed<Sentence<'extendOthers'>>;

	/** @deprecated extension accepts only a text and videos: remove the rest */
	readonly referenceImage: NotAllowed<Sentence<'extendOthers'>>;

	/** @deprecated extension accepts only a text and videos: remove the rest */
	readonly referenceAudio: NotAllowed<Sentence<'extendOthers'>>;

	/** @deprecated extension accepts only a text and videos: remove the rest */
	readonly webSearch: NotAllowed<Sentence<'extendOthers'>>;
}
