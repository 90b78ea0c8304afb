import type { AudioFormat, ImageFormat, VideoFormat } from './formats.js';

/** What is measured of a file. `kind` tells the facts apart. */
export type MediaFacts = ImageFacts | VideoFacts | AudioFacts;

/** What is measured of every file. */
export interface FileFacts {
	/** The size of the file, in bytes. */
	readonly bytes: number;

	/** The media type of the format, such as `image/png`. */
	readonly mediaType: string;
}

/** What is measured of an image. */
export interface ImageFacts extends FileFacts {
	readonly kind: 'image';
	readonly format: ImageFormat;

	/** In pixels, after the rotation that the file asks for. */
	readonly width: number;

	/** In pixels, after the rotation that the file asks for. */
	readonly height: number;
}

/** What is measured of a video. */
export interface VideoFacts extends FileFacts {
	readonly kind: 'video';
	readonly format: VideoFormat;

	/** The duration of the pictures, in seconds. Sound may last longer. */
	readonly seconds: number;

	/** In pixels, after the rotation that the file asks for. */
	readonly width: number;

	/** In pixels, after the rotation that the file asks for. */
	readonly height: number;

	/** The average over the first 10,000 frames, to three decimals. */
	readonly framesPerSecond: number;
}

/** What is measured of an audio clip. */
export interface AudioFacts extends FileFacts {
	readonly kind: 'audio';
	readonly format: AudioFormat;

	/** The duration, in seconds. */
	readonly seconds: number;
}
