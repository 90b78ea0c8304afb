import { ratios, raisedResolution, resolutions } from '../spec.js';
import { listed, type Listed } from './values.js';

/** The sentence for a video whose size the model chooses. */
export type NoSize<Found extends 'adaptive' | 'missing'> =
	`ratio is ${Found}, and the model chooses the size: estimate with ${Listed<Without<typeof ratios, 'adaptive'>>}`;

/** The sentence for a video whose size the model chooses. */
export function noSize<Found extends 'adaptive' | 'missing'>(found: Found): NoSize<Found> {
	return `ratio is ${found}, and the model chooses the size: estimate with ${listedWithout(ratios, 'adaptive')}`;
}

/** The sentence for a video that the gateway raises. */
export type RaisedByGateway =
	`resolution ${typeof raisedResolution} is raised by the gateway from a smaller video, whose tokens are unknown: estimate with ${Listed<Without<typeof resolutions, typeof raisedResolution>>}`;

/** The sentence for a video that the gateway raises. */
export function raisedByGateway(): RaisedByGateway {
	return `resolution ${raisedResolution} is raised by the gateway from a smaller video, whose tokens are unknown: estimate with ${listedWithout(resolutions, raisedResolution)}`;
}

/** The sentence for a request with reference videos whose length is not given. */
export const videoSecondsMissing = 'videoSeconds is missing: pass the seconds of the reference videos in all';

/** The sentence for the length of reference videos in a request that has none. */
export const videoSecondsUnused = 'videoSeconds is given, and the request has no reference video: remove it';

/** A list without one of its items. */
type Without<List extends readonly string[], Item> = List extends readonly [
	infer First extends string,
	...infer Rest extends readonly string[],
]
	? First extends Item
		? Without<Rest, Item>
		: [First, ...Without<Rest, Item>]
	: [];

function listedWithout<List extends readonly string[], Item extends string>(
	list: List,
	item: Item,
): Listed<Without<List, Item>> {
	return listed(list.filter((one) => one !== item)) as Listed<Without<List, Item>>;
}
