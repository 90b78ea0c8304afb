import type { MediaKind, spec } from '../spec.js';
import type { AudioHandle, ImageHandle, MediaHandle, VideoHandle } from './handle.js';

/** A URL of a medium: `http(s)` or `asset://<id>`. */
export type RemoteSource = `${(typeof spec.schemes)[number]}${string}`;

/** A source of an image: a URL, an asset, `data:image/<format>;base64,<data>` or an image handle. */
export type ImageSource = RemoteSource | Base64<'image'> | URL | ImageHandle;

/** A source of a video: a URL, an asset or a video handle. Never base64. */
export type VideoSource = RemoteSource | URL | VideoHandle;

/** A source of an audio clip: a URL, an asset, `data:audio/<format>;base64,<data>` or an audio handle. */
export type AudioSource = RemoteSource | Base64<'audio'> | URL | AudioHandle;

/**
 * An argument of a verb that attaches a medium: text, a `URL` object or a handle of the kind. The compiler checks a literal,
 * `.build()` checks what is known only as `string`.
 */
export type Source<Kind extends MediaKind = MediaKind> = string | URL | MediaHandle<Kind>;

/** The URL that a payload has for a source: a literal stays literal, a `URL` object becomes `string`. */
export type UrlOf<Given> = Given extends string
	? Given
	: Given extends MediaHandle<MediaKind, infer Url>
		? Url
		: string;

/** The texts of sources by kind. `source-fault.ts` says what is wrong with texts that only begin like one. */
export interface SourceTexts {
	image: RemoteSource | Base64<'image'>;
	video: RemoteSource;
	audio: RemoteSource | Base64<'audio'>;
}

type Base64<Kind extends 'image' | 'audio'> = `${(typeof spec.media)[Kind]['base64']}${string};base64,${string}`;
