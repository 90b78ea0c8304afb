/** The content item that an issue or a failure is about, and the chain's verb that adds it. */
export interface ContentPlace {
	/** The item's index in the request's `content`, from 0. */
	readonly index: number;

	/** The verb that adds it: `.referenceImage()`. */
	readonly verb: string;

	/** What the item is: `text`, or `2nd image`, which the prompt calls `@image2`. */
	readonly what: string;
}

/** Returns the part of a message that names a place, or an empty text. */
export function describePlace(place: ContentPlace | undefined): string {
	return place === undefined ? '' : ` (content[${place.index}] is the ${place.what}, from ${place.verb})`;
}
