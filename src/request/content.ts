import { mediaKinds, spec, type MediaKind } from '../spec.js';

/** A text item as it was found. */
interface FoundText {
	readonly index: number;
	readonly text: unknown;
}

/** A media item as it was found. */
export interface FoundMedium {
	readonly index: number;
	readonly kind: MediaKind;
	readonly url: unknown;
	readonly role: unknown;
}

/** A request's content, sorted for the rules. Items that are neither a text nor a medium are left to the shape. */
export interface FoundContent {
	readonly texts: readonly FoundText[];
	readonly media: readonly FoundMedium[];
	readonly isEmpty: boolean;
	readonly searchesWeb: boolean;
}

/** Reads the content of any JSON value, whatever its shape; `undefined` where there is none. */
export function readContent(request: unknown): FoundContent | undefined {
	const { content, tools } = asRecord(request);
	if (!Array.isArray(content)) return undefined;

	const texts: FoundText[] = [];
	const media: FoundMedium[] = [];
	content.forEach((entry: unknown, index) => {
		const item = asRecord(entry);
		if (item['type'] === 'text') texts.push({ index, text: item['text'] });
		const kind = kinds.get(item['type']);
		if (kind === undefined) return;
		const { url } = asRecord(item[spec.media[kind].type]);
		media.push({ index, kind, url, role: item['role'] });
	});
	return { texts, media, isEmpty: content.length === 0, searchesWeb: Array.isArray(tools) && tools.length > 0 };
}

const kinds: ReadonlyMap<unknown, MediaKind> = new Map(mediaKinds.map((kind) => [spec.media[kind].type, kind]));

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
