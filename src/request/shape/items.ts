import * as z from 'zod/mini';
import type { UrlOf } from '../../media/source.js';
import { spec } from '../../spec.js';
import { described, oneOf, optional, type Part, type ValuesOf } from './parts.js';

const { image, video, audio } = spec.media;

const text: Part<string> = described({ expected: 'a string' }, z.string());
const source: Part<{ readonly url: string }> = described(
	{ expected: 'an object with url' },
	z.strictObject({ url: text }),
);

const textFields = { type: oneOf(['text']), text };
const imageFields = { type: oneOf([image.type]), image_url: source };
const videoFields = { type: oneOf([video.type]), video_url: source, role: oneOf(video.roles, { rule: 'role' }) };
const audioFields = { type: oneOf([audio.type]), audio_url: source, role: oneOf(audio.roles, { rule: 'role' }) };

/** The prompt. At most one, and the first item of the content. */
export interface TextItem<Text = string> extends ValuesOf<typeof textFields> {
	readonly text: Text extends string ? Text : string;
}

/** An image with its role. */
export interface ImageItem<Source = string, Role = ImageRole> extends ValuesOf<typeof imageFields> {
	readonly image_url: { readonly url: UrlOf<Source> };
	readonly role: Role;
}

/** The role of an image: a frame of the video, or a reference. */
export type ImageRole = (typeof image.roles)[number];

/** An image without a role, which the API takes as a first frame. The chain always writes the role. */
export interface PlainImageItem extends ValuesOf<typeof imageFields> {
	readonly role?: undefined;
}

/** A reference video. */
export interface VideoItem<Source = string> extends ValuesOf<typeof videoFields> {
	readonly video_url: { readonly url: UrlOf<Source> };
}

/** A reference audio clip. */
export interface AudioItem<Source = string> extends ValuesOf<typeof audioFields> {
	readonly audio_url: { readonly url: UrlOf<Source> };
}

/** An item of a request's content. */
export type ContentItem = TextItem | ImageItem | PlainImageItem | VideoItem | AudioItem;

/** An item of a request's content. */
export const contentItem: Part<ContentItem> = described(
	{ name: 'item', expected: 'an object with type, and what belongs to the type' },
	z.discriminatedUnion('type', [
		z.strictObject(textFields),
		z.strictObject({ ...imageFields, role: optional(oneOf(image.roles, { rule: 'role' })) }),
		z.strictObject(videoFields),
		z.strictObject(audioFields),
	]),
);
