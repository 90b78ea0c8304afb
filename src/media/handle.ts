import type { NotAllowed, Sentence } from '../rules.js';
import { mediaKinds, type MediaKind } from '../spec.js';
import type { LiteralFault } from './source-fault.js';
import type { UrlOf } from './source.js';

/** A medium that a prompt can name and a verb can attach. {@link media} creates it. */
export interface MediaHandle<Kind extends MediaKind = MediaKind, Url extends string = string> {
	readonly kind: Kind;

	/** The URL, asset or base64 text that goes into the payload. */
	readonly url: Url;

	/** Describes the handle for logs: `media.image(https://…)`. */
	toString(): string;
}

/** A handle of an image. */
export interface ImageHandle extends MediaHandle<'image'> {}

/** A handle of a video. */
export interface VideoHandle extends MediaHandle<'video'> {}

/** A handle of an audio clip. */
export interface AudioHandle extends MediaHandle<'audio'> {}

/**
 * Creates media handles. A prompt names them in place, `` .text`${hero} dances in ${scene}` ``, so no number can be wrong.
 * A handle is also a source for the verbs of its kind. Two handles of the same kind and URL are one medium.
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

/** The functions that create handles. A source that is not a literal is checked by `.build()`. */
export interface Media {
	/** Creates a handle of an image: a URL, `asset://<id>` or `data:image/<format>;base64,<data>`. */
	image<const Given extends string | URL>(source: Fitting<Given, 'image'>): MediaHandle<'image', UrlOf<Given>>;

	/** Creates a handle of a video: a URL or `asset://<id>`. */
	video<const Given extends string | URL>(source: Fitting<Given, 'video'>): MediaHandle<'video', UrlOf<Given>>;

	/** Creates a handle of an audio clip: a URL, `asset://<id>` or `data:audio/<format>;base64,<data>`. */
	audio<const Given extends string | URL>(source: Fitting<Given, 'audio'>): MediaHandle<'audio', UrlOf<Given>>;
}

/** Tells whether a value is a handle, or a copy of one from JSON. */
export function isHandle(value: unknown): value is MediaHandle {
	return readHandle(value) !== undefined;
}

/** Reads a handle. A copy of one from JSON becomes a handle. Returns `undefined` if the value is none. */
export function readHandle(value: unknown): MediaHandle | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	if (created.has(value)) return value as MediaHandle;
	try {
		const { kind, url } = value as Partial<MediaHandle>;
		return typeof url === 'string' && isKind(kind) ? new Handle(kind, url) : undefined;
	} catch {
		return undefined; // A proxy threw: the schema says so.
	}
}

function isKind(kind: unknown): kind is MediaKind {
	return mediaKinds.includes(kind as MediaKind);
}

type Fitting<Given, Kind extends MediaKind> = Given extends string
	? [LiteralFault<Kind, Given>] extends [never]
		? Given
		: NotAllowed<Sentence<LiteralFault<Kind, Given>>>
	: Given;

/** The handles that were created here, to tell them from proxies of them, whose properties may throw. */
const created = /* @__PURE__ */ new WeakSet();

class Handle implements MediaHandle {
	readonly kind: MediaKind;
	readonly url: string;

	constructor(kind: MediaKind, url: string) {
		this.kind = kind;
		this.url = url;
		created.add(Object.freeze(this));
	}

	toString(): string {
		return `media.${this.kind}(${this.url})`;
	}

	// A plain template would put it into the prompt as text, and the medium would not be attached.
	[Symbol.toPrimitive](): never {
		throw new TypeError('a handle is no text: write .text`${handle} …`, without parentheses, so that it is attached');
	}
}

function handle(kind: MediaKind, source: string | URL): MediaHandle {
	return new Handle(kind, source instanceof URL ? source.href : source);
}
