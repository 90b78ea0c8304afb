import { fileURLToPath } from 'node:url';
import { ConfigurationError } from '../errors/index.js';
import { createHandle, probe, type UseSource } from '../media-files/core.js';
import type {
	AudioFileOptions,
	EitherFileOptions,
	FileBytes,
	ImageFileOptions,
	MediaFacts,
	ProbeOptions,
} from '../media-files/index.js';
import { memorySource } from '../media-files/read/memory-source.js';
import type { AudioHandle, ImageHandle } from '../media/handle.js';
import { formatValue } from '../rules.js';
import { useFile } from './file-source.js';

/** A file: its path, its `file:` URL, a `Blob`, or its bytes. */
export type FileInput = string | URL | FileBytes;

/**
 * Reads an image or an audio clip, checks it, and returns its handle with a base64 source.
 *
 * Takes a path, a `file:` URL, a `Blob` or bytes. The format is found from the bytes: the ending of the name doesn't count. Images:
 * jpeg, png, webp, bmp, tiff, gif, heic and heif. Audio: wav and mp3. An mp4 or mov is measured and checked, and then refused,
 * because the API takes no base64 video.
 *
 * Needs the package `image-size` for images, and `mediabunny` for audio and video. The size is checked before the file is read.
 *
 * @throws {MediaFileError} If the file can't be read, is of another format or kind, is damaged, or breaks a limit.
 * @throws {ConfigurationError} If an argument can't be used, or a package is not installed.
 * @throws {TaskAbortedError} When `signal` aborts.
 *
 * @example
 * const hero = await mediaFromFile('character.png', { as: 'image' });
 * video().text`${hero} dances in the rain`.resolution('720p').build();
 */
export function mediaFromFile(file: FileInput, options: ImageFileOptions): Promise<ImageHandle>;
export function mediaFromFile(file: FileInput, options: AudioFileOptions): Promise<AudioHandle>;
export function mediaFromFile(file: FileInput, options?: EitherFileOptions): Promise<ImageHandle | AudioHandle>;
export function mediaFromFile(file: FileInput, options?: EitherFileOptions): Promise<ImageHandle | AudioHandle> {
	return createHandle(opened(file), options);
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
 * const facts = await probeMedia('clip.mp4');
 * if (facts.kind === 'video') console.log(facts.seconds, facts.framesPerSecond);
 */
export function probeMedia(file: FileInput, options?: ProbeOptions): Promise<MediaFacts> {
	return probe(opened(file), options);
}

/**
 * Reads a file like {@link mediaFromFile}. If the package that measures it is not installed, the file is identified by its bytes,
 * its size is checked, and `onUnmeasured` gets the error that names the package.
 */
export function readMediaFile(
	path: string | URL,
	options: ImageFileOptions | AudioFileOptions,
	onUnmeasured: (lacking: ConfigurationError) => void,
): Promise<ImageHandle | AudioHandle> {
	return createHandle(opened(path), options, onUnmeasured);
}

function opened(file: FileInput): UseSource {
	return async (use) => {
		const source = memorySource(file);
		return source === undefined ? useFile(pathOf(file), use) : use(source);
	};
}

function pathOf(file: unknown): string {
	if (file instanceof URL) return pathOfUrl(file);
	if (typeof file !== 'string') throw new ConfigurationError('file', `is ${formatValue(file)}: ${wanted}`);
	if (file === '') throw new ConfigurationError('file', `is empty: ${wanted}`);
	const [, scheme] = /^(https?|asset|data|blob|file):/i.exec(file) ?? [];
	if (scheme === undefined) return file;
	const next = scheme.toLowerCase() === 'file' ? 'pass new URL(…) of it, or its path' : passAsIs;
	throw new ConfigurationError('file', `is a URL and no path (${scheme.toLowerCase()}:): ${next}`);
}

function pathOfUrl(url: URL): string {
	// The URL isn't shown: it may have a key.
	if (url.protocol !== 'file:')
		throw new ConfigurationError('file', `is a URL of ${url.protocol} and no file: URL: ${passAsIs}`);
	try {
		return fileURLToPath(url);
	} catch {
		throw new ConfigurationError('file', `is a file: URL without a path on this machine: ${wanted}`);
	}
}

const wanted = 'pass a path, a file: URL, a Blob or bytes';
const passAsIs =
	'a source that is not on this machine needs no file; pass it to media.image(), media.video(), media.audio() or the verb as it is';
