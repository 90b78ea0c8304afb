import type { ContentPlace } from '../../errors/content-place.js';
import type { ContentItem } from '../../request/types.js';

/** Names each item of a content by its verb and number. The items themselves may be megabytes of base64, and are not kept. */
export function contentPlaces(content: readonly ContentItem[]): readonly ContentPlace[] {
	const counts = new Map<string, number>();
	return content.map((item, index) => {
		const kind = item.type.replace('_url', '');
		const count = (counts.get(kind) ?? 0) + 1;
		counts.set(kind, count);
		// `reference_image` is what `.referenceImage()` writes; the API takes an image without a role for a first frame.
		const verb = item.type === 'text' ? 'text' : (item.role ?? 'first_frame').replace(/_\w/, capital);
		const what = kind === 'text' ? kind : `${count}${['st', 'nd', 'rd'][count - 1] ?? 'th'} ${kind}`;
		return { index, verb: `.${verb}()`, what };
	});
}

/** The place that a text such as `content[1].image_url is too small` names. */
export function placeIn(text: string | undefined, places: readonly ContentPlace[] = []): ContentPlace | undefined {
	const index = text?.match(/\bcontent(?:\.|\[)(\d+)/)?.[1];
	return index === undefined ? undefined : places[Number(index)];
}

function capital(part: string): string {
	return part.slice(1).toUpperCase();
}
