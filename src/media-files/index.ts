import { ConfigurationError } from '../errors/configuration-error.js';
import type { AudioHandle, ImageHandle } from '../media/handle.js';
import { formatValue } from '../rules.js';
import { createHandle, probe, type UseSource } from './core.js';
import type { MediaFacts } from './facts.js';
import type { AudioFileOptions, EitherFileOptions, ImageFileOptions, ProbeOptions } from './options.js';
import { memorySource, type FileBytes } from './read/memory-source.js';

export type { AudioFacts, FileFacts, ImageFacts, MediaFacts, VideoFacts } from './facts.js';
export type { AudioFormat, ImageFormat, MediaFormat, VideoFormat } from './formats.js';
export type {
	AudioFileOptions,
	EitherFileOptions,
	ImageFileOptions,
	MediaFileOptions,
	ProbeOptions,
} from './options.js';
export type { FileBytes } from './read/memory-source.js';

/**
 * Reads an image or an audio clip, checks it, and returns its handle with a base64 source.
 *
 * Takes a browser's `File`, another `Blob`, or bytes. The format is found from the bytes: the name and the type of a `File` don't
 * count. Images: jpeg, png, webp, bmp, tiff, gif, heic and heif. Audio: wav and mp3. An mp4 or mov is measured and checked,
 * and then refused, because the API takes no base64 video.
 *
 * Needs the package `image-size` for images, and `mediabunny` for audio and video.
 *
 * @throws {MediaFileError} If the file can't be read, is of another format or kind, is damaged, or breaks a limit.
 * @throws {ConfigurationError} If an argument can't be used, or a package is not installed.
 * @throws {TaskAbortedError} When `signal` aborts.
 *
 * @example
 * const hero = await mediaFromFile(new Blob([bytes]), { as: 'image' });
 * video().text`${hero} dances in the rain`.resolution('720p').build();
 */
export function mediaFromFile(file: FileBytes, options: ImageFileOptions): Promise<ImageHandle>;
export function mediaFromFile(file: FileBytes, options: AudioFileOptions): Promise<AudioHandle>;
export function mediaFromFile(file: FileBytes, options?: EitherFileOptions): Promise<ImageHandle | AudioHandle>;
export function mediaFromFile(file: FileBytes, options?: EitherFileOptions): Promise<ImageHandle | AudioHandle> {
	return createHandle(inMemory(file), options);
}

/**
 * Measures an image, a video or an audio clip. No limit is checked.
 *
 * Takes what {@link mediaFromFile} takes, and mp4 and mov. Only the bytes that are needed are read.
 *
 * @throws {MediaFileError} If the file can't be read, is of another format, or is damaged.
 * @throws {ConfigurationError} If an argument can't be used, or a package is not installed.
 * @throws {TaskAbortedError} When `signal` aborts.
 *
 * @example
 * const facts = await probeMedia(new Blob([bytes]));
 * if (facts.kind === 'video') console.log(facts.seconds, facts.framesPerSecond);
 */
export function probeMedia(file: FileBytes, options?: ProbeOptions): Promise<MediaFacts> {
	return probe(inMemory(file), options);
}

function inMemory(file: FileBytes): UseSource {
	return async (use) => {
		const source = memorySource(file);
		if (source !== undefined) return use(source);
		throw new ConfigurationError('file', `is ${formatValue(file)}: pass a File, another Blob, or bytes`);
	};
}
