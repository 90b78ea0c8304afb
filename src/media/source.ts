import { spec, type MediaKind } from '../spec.js';
import type { AudioHandle, ImageHandle, MediaHandle, VideoHandle } from './handle.js';

/** Where a medium lives: an `http(s)` URL or `asset://<id>`. */
export type RemoteSource = `${(typeof spec.schemes)[number]}${string}`;

/** What may stand in an image slot: a URL, an asset, `data:image/<format>;base64,<data>` or an image's handle. */
export type ImageSource = RemoteSource | Base64<'image'> | URL | ImageHandle;

/** What may stand in a video slot: a URL, an asset or a video's handle. Never base64. */
export type VideoSource = RemoteSource | URL | VideoHandle;

/** What may stand in an audio slot: a URL, an asset, `data:audio/<format>;base64,<data>` or an audio clip's handle. */
export type AudioSource = RemoteSource | Base64<'audio'> | URL | AudioHandle;

/**
 * What a slot's verb takes: text that names a source, a `URL` object or a handle of the slot's kind. A literal is checked
 * by the compiler, a value known only as `string` by `.build()`.
 */
export type Source<Kind extends MediaKind = MediaKind> = string | URL | MediaHandle<Kind>;

/** The URL that a source stands for in the payload: a literal stays literal, a `URL` object becomes `string`. */
export type UrlOf<Given> = Given extends string
	? Given
	: Given extends MediaHandle<MediaKind, infer Url>
		? Url
		: string;

/** Tells whether `source` may stand in a slot of this kind. */
export function isSource(source: string, kind: MediaKind): boolean {
	if (spec.schemes.some((scheme) => source.startsWith(scheme))) return true;
	const { base64 } = spec.media[kind];
	return base64 !== undefined && source.startsWith(base64) && source.includes(';base64,', base64.length);
}

type Base64<Kind extends 'image' | 'audio'> = `${(typeof spec.media)[Kind]['base64']}${string};base64,${string}`;
