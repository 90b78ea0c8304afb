import type { files, MediaKind, upstreamFiles } from '../spec.js';

/** The format of an image that upstream takes. */
export type ImageFormat = (typeof upstreamFiles)['image']['formats'][number];

/** The format of a video that the API page names. */
export type VideoFormat = (typeof files)['video']['formats'][number];

/** The format of an audio clip that the API page names. */
export type AudioFormat = (typeof files)['audio']['formats'][number];

/** The format of a file that the API takes. */
export type MediaFormat = ImageFormat | VideoFormat | AudioFormat;

/** The kind of each format, and its registered media type. */
export const formats = {
	jpeg: { kind: 'image', mediaType: 'image/jpeg' },
	png: { kind: 'image', mediaType: 'image/png' },
	webp: { kind: 'image', mediaType: 'image/webp' },
	bmp: { kind: 'image', mediaType: 'image/bmp' },
	tiff: { kind: 'image', mediaType: 'image/tiff' },
	gif: { kind: 'image', mediaType: 'image/gif' },
	heic: { kind: 'image', mediaType: 'image/heic' },
	heif: { kind: 'image', mediaType: 'image/heif' },
	mp4: { kind: 'video', mediaType: 'video/mp4' },
	mov: { kind: 'video', mediaType: 'video/quicktime' },
	wav: { kind: 'audio', mediaType: 'audio/wav' },
	mp3: { kind: 'audio', mediaType: 'audio/mpeg' },
} as const satisfies Record<MediaFormat, { readonly kind: MediaKind; readonly mediaType: string }>;
