import type { DoubtfulDialect } from './dialects.js';
import type { Count, DoubtfulPlaceholders } from './placeholders.js';

/** The media of a request, by kind. */
interface MediaLists {
	readonly images: readonly unknown[];
	readonly videos: readonly unknown[];
	readonly audio: readonly unknown[];
}

/** A text that may have a placeholder without its item, or in another form than the API page's. Only such a text is scanned. */
export type DoubtfulText<Media extends MediaLists> =
	| DoubtfulDialect
	| DoubtfulPlaceholders['image'][Media['images']['length'] & Count]
	| DoubtfulPlaceholders['video'][Media['videos']['length'] & Count]
	| DoubtfulPlaceholders['audio'][Media['audio']['length'] & Count];
