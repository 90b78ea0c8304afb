import type { NotAllowed, Sentence } from '../../rules.js';

/** Refuses what an edit doesn't take. */
export interface EditOthers {
	/** @deprecated editing takes a text, images and videos: leave out the rest */
	readonly firstFrame: NotAllowed<Sentence<'editOthers'>>;

	/** @deprecated editing takes a text, images and videos: leave out the rest */
	readonly lastFrame: NotAllowed<Sentence<'editOthers'>>;

	/** @deprecated editing takes a text, images and videos: leave out the rest */
	readonly referenceAudio: NotAllowed<Sentence<'editOthers'>>;

	/** @deprecated editing takes a text, images and videos: leave out the rest */
	readonly webSearch: NotAllowed<Sentence<'editOthers'>>;
}

/** Refuses what an extension doesn't take. */
export interface ExtendOthers {
	/** @deprecated extension takes a text and videos: leave out the rest */
	readonly firstFrame: NotAllowed<Sentence<'extendOthers'>>;

	/** @deprecated extension takes a text and videos: leave out the rest */
	readonly lastFrame: NotAllowed<Sentence<'extendOthers'>>;

	/** @deprecated extension takes a text and videos: leave out the rest */
	readonly referenceImage: NotAllowed<Sentence<'extendOthers'>>;

	/** @deprecated extension takes a text and videos: leave out the rest */
	readonly referenceAudio: NotAllowed<Sentence<'extendOthers'>>;

	/** @deprecated extension takes a text and videos: leave out the rest */
	readonly webSearch: NotAllowed<Sentence<'extendOthers'>>;
}
