import type { UrlOf } from '../media/source.js';
import type { Duration, MediaKind, Ratio, Resolution, spec } from '../spec.js';

/** What an item of content is for. */
export type Role = (typeof spec.media)[MediaKind]['roles'][number];

/** What an image is for: a frame of the video, or a reference. */
export type ImageRole = (typeof spec.media.image.roles)[number];

/** The prompt. At most one, and the first item of the content. */
export interface TextItem<Text = string> {
	readonly type: 'text';
	readonly text: Text extends TemplateStringsArray ? string : Text;
}

/** An image with its role. */
export interface ImageItem<Source = string, Role = ImageRole> {
	readonly type: 'image_url';
	readonly image_url: { readonly url: UrlOf<Source> };
	readonly role: Role;
}

/** An image without a role, which the API takes for a first frame. The chain always writes the role. */
export interface PlainImageItem {
	readonly type: 'image_url';
	readonly image_url: { readonly url: string };
	readonly role?: undefined;
}

/** A reference video. */
export interface VideoItem<Source = string> {
	readonly type: 'video_url';
	readonly video_url: { readonly url: UrlOf<Source> };
	readonly role: 'reference_video';
}

/** A reference audio clip. */
export interface AudioItem<Source = string> {
	readonly type: 'audio_url';
	readonly audio_url: { readonly url: UrlOf<Source> };
	readonly role: 'reference_audio';
}

/** An item of a request's content. */
export type ContentItem = TextItem | ImageItem | PlainImageItem | VideoItem | AudioItem;

/** The one tool the API page knows. */
export interface WebSearchTool {
	readonly type: 'web_search';
}

/**
 * The body of `POST /v1/video/generations`, exactly as it is sent.
 *
 * @see The API page, "Request Parameters".
 */
export interface VideoRequest {
	readonly model: typeof spec.model;

	/** Text, then images, then videos, then audio. */
	readonly content: readonly ContentItem[];

	/** The output tier. */
	readonly resolution: Resolution;

	/** @default "adaptive" */
	readonly ratio?: Ratio;

	/** Whole seconds, 4 to 15. @default 5 */
	readonly duration?: Duration;

	/** Whether voice, effects and music are generated with the video. @default true */
	readonly generate_audio?: boolean;

	/** @default false */
	readonly watermark?: boolean;

	/** Web search, for text-to-video only. */
	readonly tools?: readonly [WebSearchTool];

	/** Upstream's name for a capability that the API page lists without a parameter. Undocumented here. */
	readonly return_last_frame?: boolean;
}

/** A finished chain, or anything else that builds a request. */
export interface Buildable<Request extends VideoRequest = VideoRequest> {
	build(): Request;
}
