import type { ContentPlace } from '../../errors/content-place.js';
import type { ContentPlaces } from '../../request/content/places.js';

/** The place that a text such as `content[1].image_url is too small` names. */
export function placeIn(text: string | undefined, places: ContentPlaces = []): ContentPlace | undefined {
	const index = text?.match(/\bcontent(?:\.|\[)(\d+)/)?.[1];
	return index === undefined ? undefined : places[Number(index)];
}
