import type { MediaKind } from '../../spec.js';

/** A format that the API doesn't take, by its name with an article: `a PDF document`. */
export interface OtherFormat {
	readonly name: string;

	/** The kind of media that it is. Absent if it is none. */
	readonly kind?: MediaKind;
}
