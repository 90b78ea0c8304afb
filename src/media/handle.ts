import type { NotAllowed, Sentence } from '../rules.js';
import { mediaKinds, type MediaKind } from '../spec.js';
import type { AudioSource, ImageSource, UrlOf, VideoSource } from './source.js';

/** A medium that a prompt can name and a verb can attach. Made by {@link media}. */
export interface MediaHandle<Kind extends MediaKind = MediaKind, Url extends string = string> {
	readonly kind: Kind;

	/** The URL, asset or base64 text that goes into the payload. */
	readonly url: Url;

	/** What the handle is, for people to read: `media.image(https://…)`. */
	toString(): string;
}

/** A handle of an image. */
export interface ImageHandle extends MediaHandle<'image'> {}

/** A handle of a video. */
export interface VideoHandle extends MediaHandle<'video'> {}

/** A handle of an audio clip. */
export interface AudioHandle extends MediaHandle<'audio'> {}

/**
 * Makes handles: media that a prompt names in place, `` .text`${hero} dances in ${scene}` ``, so that no number can be
 * wrong. A handle is also a source, wherever a medium of its kind may stand. Two handles of the same kind and URL are one
 * medium.
 *
 * @example
 * const hero = media.image('https://example.com/character.jpg');
 * const scene = media.video('https://example.com/clip.mp4');
 * video().text`${hero} dances in ${scene}`.resolution('1080p').build();
 */
export const media: Media = Object.freeze({
	image: (source: string | URL) => handle('image', source),
	video: (source: string | URL) => handle('video', source),
	audio: (source: string | URL) => handle('audio', source),
}) as Media;

/** The makers of handles. A source that is no literal is judged when the chain is built. */
export interface Media {
	/** A handle of an image: a URL, `asset://<id>` or `data:image/<format>;base64,<data>`. */
	image<const Given extends string | URL>(
		source: Fitting<Given, ImageSource, 'image'>,
	): MediaHandle<'image', UrlOf<Given>>;

	/** A handle of a video: a URL or `asset://<id>`. */
	video<const Given extends string | URL>(
		source: Fitting<Given, VideoSource, 'video'>,
	): MediaHandle<'video', UrlOf<Given>>;

	/** A handle of an audio clip: a URL, `asset://<id>` or `data:audio/<format>;base64,<data>`. */
	audio<const Given extends string | URL>(
		source: Fitting<Given, AudioSource, 'audio'>,
	): MediaHandle<'audio', UrlOf<Given>>;
}

/** Tells whether a value is a handle, or a copy of one, such as JSON makes. */
export function isHandle(value: unknown): value is MediaHandle {
	if (typeof value !== 'object' || value === null) return false;
	const { kind, url } = value as Partial<MediaHandle>;
	return typeof url === 'string' && mediaKinds.includes(kind as MediaKind);
}

type Fitting<Given, Fit, Kind extends MediaKind> = Given extends Fit
	? Given
	: {} extends { [Text in Given & string]: 1 }
		? Given
		: NotAllowed<Sentence<`${Kind}Source`>>;

class Handle implements MediaHandle {
	readonly kind: MediaKind;
	readonly url: string;

	constructor(kind: MediaKind, url: string) {
		this.kind = kind;
		this.url = url;
		Object.freeze(this);
	}

	toString(): string {
		return `media.${this.kind}(${this.url})`;
	}

	// In a plain template, it would become part of the prompt's text, and the medium would be missing.
	[Symbol.toPrimitive](): never {
		throw new TypeError('a handle is no text: write .text`${handle} …`, without parentheses, so that it is attached');
	}
}

function handle(kind: MediaKind, source: string | URL): MediaHandle {
	return new Handle(kind, source instanceof URL ? source.href : source);
}
