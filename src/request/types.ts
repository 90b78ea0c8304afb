import type { MediaKind, spec } from '../spec.js';
import type { ValueOf, ValuesOf } from './shape/parts.js';
import type { requestFields } from './shape/shape.js';

export type {
	AudioItem,
	ContentItem,
	ImageItem,
	ImageRole,
	PlainImageItem,
	TextItem,
	VideoItem,
} from './shape/items.js';
export type { OptionFields, VideoOptions, WebSearchTool } from './shape/shape.js';

/** The role of an item of content. */
export type Role = (typeof spec.media)[MediaKind]['roles'][number];

/**
 * The body of `POST /v1/video/generations`, exactly as it is sent.
 *
 * @see The API page, "Request Parameters".
 */
export interface VideoRequest extends ValuesOf<RequiredFields>, Partial<ValuesOf<OptionalFields>> {}

/** A finished chain, or anything else that builds a request. */
export interface Buildable<Request extends VideoRequest = VideoRequest> {
	build(): Request;
}

type RequestFields = typeof requestFields;
type RequiredFields = Omit<RequestFields, keyof OptionalFields>;
type OptionalFields = Pick<
	RequestFields,
	{ [Name in keyof RequestFields]: undefined extends ValueOf<RequestFields[Name]> ? Name : never }[keyof RequestFields]
>;
