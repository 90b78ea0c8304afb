import { mediaKinds, spec, type MediaKind, type Mode } from '../../spec.js';
import type { Role } from '../types.js';
import { contentDescriptions, roleDescriptions, sourceDescription, textDescription } from './descriptions.js';
import type { JsonSchema, RequestJsonSchema } from './json-schema.js';
import { sourcePattern } from './source-pattern.js';

/** The schema of an item of each type, by the type: `image_url`. */
export type ItemSchemas = Readonly<Record<string, JsonSchema>>;

/** Returns the schemas of the items in the schema of a request. */
export function itemsOf({ properties }: RequestJsonSchema): ItemSchemas {
	const { items } = properties['content'] ?? {};
	const found = (typeof items === 'object' && items.oneOf) || [];
	return Object.fromEntries(found.map((item) => [item.properties?.['type']?.const ?? '', item]));
}

/** Returns the schema of the content of a mode. */
export function contentOf(mode: Mode, items: ItemSchemas): JsonSchema {
	const text = textItem(items, mode);
	const media = (kind: MediaKind, role: Role, isRequired = true): JsonSchema =>
		mediaItem(items, kind, role, isRequired);
	const first = media('image', 'first_frame', mode === 'first-and-last-frame');
	const contents: Readonly<Record<Mode, () => JsonSchema>> = {
		'text-to-video': () => ({ items: text, minItems: 1, maxItems: 1 }),
		'first-frame': () => frames(text, [first]),
		'first-and-last-frame': () => frames(text, [first, media('image', 'last_frame')]),
		'multimodal-reference': () =>
			references(text, {
				image: media('image', 'reference_image'),
				video: media('video', 'reference_video'),
				audio: media('audio', 'reference_audio'),
			}),
	};
	return { type: 'array', description: contentDescriptions()[mode], ...contents[mode]() };
}

/** A text at most, and these frames. `items` says nothing more than the lists, but models' tools and OpenAPI linters require it. */
function frames(text: JsonSchema, frames: JsonSchema[]): JsonSchema {
	return { items: { oneOf: [text, ...frames] }, anyOf: [list(frames), list([text, ...frames])] };
}

/** Exactly these items. */
function list(items: JsonSchema[]): JsonSchema {
	return { prefixItems: items, items: false, minItems: items.length, maxItems: items.length };
}

/** A text at most, first, and references, of which one is an image or a video. */
function references(text: JsonSchema, media: Readonly<Record<MediaKind, JsonSchema>>): JsonSchema {
	const { image, video, audio } = media;
	const most = mediaKinds.reduce((sum, kind) => sum + spec.media[kind].most, 1);
	return {
		prefixItems: [{ oneOf: [text, image, video] }],
		items: { oneOf: [image, video, audio] },
		minItems: 1,
		maxItems: most,
		anyOf: [{ contains: ofKind('image') }, { contains: ofKind('video') }],
		allOf: mediaKinds.map((kind) => ({
			contains: ofKind(kind),
			minContains: 0,
			maxContains: spec.media[kind].most,
		})),
	};
}

function ofKind(kind: MediaKind): JsonSchema {
	return { type: 'object', properties: { type: { const: spec.media[kind].type } }, required: ['type'] };
}

function textItem(items: ItemSchemas, mode: Mode): JsonSchema {
	// No white space alone.
	const text: JsonSchema = { type: 'string', pattern: String.raw`\S`, description: textDescription(mode) };
	const item = items['text'];
	return { ...item, properties: { ...item?.properties, text } };
}

function mediaItem(items: ItemSchemas, kind: MediaKind, role: Role, isRequired: boolean): JsonSchema {
	const { type } = spec.media[kind];
	const item = items[type];
	const source = item?.properties?.[type];
	const url: JsonSchema = { type: 'string', pattern: sourcePattern(kind), description: sourceDescription(kind) };
	return {
		...item,
		properties: {
			...item?.properties,
			[type]: { ...source, properties: { url } },
			role: { type: 'string', const: role, description: roleDescriptions()[role] },
		},
		required: isRequired ? ['type', type, 'role'] : ['type', type],
	};
}
