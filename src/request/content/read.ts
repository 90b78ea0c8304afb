import { mediaKinds, spec, type MediaKind } from '../../spec.js';

/** A text item of any JSON. */
interface FoundText {
	readonly index: number;
	readonly text: unknown;
}

/** A media item of any JSON. */
export interface FoundMedium {
	readonly index: number;
	readonly kind: MediaKind;
	readonly url: unknown;
	readonly role: unknown;

	/** Whether its role is that of a reference of its kind. */
	readonly isReference: boolean;
}

/** The content of a request, grouped for the rules. It lacks items that are neither a text nor a medium. */
export interface FoundContent {
	readonly texts: readonly FoundText[];
	readonly media: readonly FoundMedium[];
	readonly isEmpty: boolean;

	/** All fields of the request, of any JSON. */
	readonly fields: Readonly<Record<string, unknown>>;
}

/** Reads the content of any JSON value; `undefined` if it has none. */
export function readContent(request: unknown): FoundContent | undefined {
	const fields = asRecord(request);
	const { content } = fields;
	if (!Array.isArray(content)) return undefined;

	const texts: FoundText[] = [];
	const media: FoundMedium[] = [];
	content.forEach((entry: unknown, index) => {
		const item = asRecord(entry);
		if (item['type'] === 'text') texts.push({ index, text: item['text'] });
		const kind = mediumKind(item['type']);
		if (kind === undefined) return;
		const { url } = asRecord(item[spec.media[kind].type]);
		const role = item['role'];
		media.push({ index, kind, url, role, isReference: role === `reference_${kind}` });
	});
	return { texts, media, isEmpty: content.length === 0, fields };
}

/** The kind of medium that an item of this type holds; `undefined` if it holds none. */
export function mediumKind(type: unknown): MediaKind | undefined {
	return mediaKinds.find((kind) => spec.media[kind].type === type);
}

/** A value as an object; an empty one if it is none. */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
