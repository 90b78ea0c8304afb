import type { MediaFacts } from '../facts.js';
import { formats, type AudioFormat, type ImageFormat, type MediaFormat, type VideoFormat } from '../formats.js';
import type { ByteSource } from '../read/byte-source.js';
import { measureAudio } from './audio.js';
import { measureImage } from './image.js';
import { measureVideo } from './video.js';

/**
 * Measures a file whose format is known.
 *
 * @throws {MediaFileError} If its bytes can't be measured.
 * @throws {ConfigurationError} If the package that measures them is not installed.
 */
export async function measure(source: ByteSource, format: MediaFormat): Promise<MediaFacts> {
	const { kind, mediaType } = formats[format];
	const file = { bytes: source.size, mediaType };
	if (kind === 'image') {
		return { kind, format: format as ImageFormat, ...file, ...(await measureImage(source, format as ImageFormat)) };
	}
	if (kind === 'video')
		return { kind, format: format as VideoFormat, ...file, ...(await measureVideo(source, format)) };
	return { kind, format: format as AudioFormat, ...file, ...(await measureAudio(source, format)) };
}
