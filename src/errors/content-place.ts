/** The item of a request's content that a failure points at, and the chain's verb that wrote it. */
export interface ContentPlace {
	/** Where it stands in the request's `content`, from 0. */
	readonly index: number;

	/** The verb: `.referenceImage()`. */
	readonly verb: string;

	/** What it is: `text`, or `2nd image`, counted as the prompt's `@image2` is. */
	readonly what: string;
}

/** What a message says of a place; nothing where there is none. */
export function describePlace(place: ContentPlace | undefined): string {
	return place === undefined ? '' : ` (content[${place.index}] is the ${place.what}, ${place.verb})`;
}
