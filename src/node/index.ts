export { mediaFromFile, probeMedia } from './media-file.js';
export { saveVideo } from './save-video.js';

export type { SaveProgress } from '../client/download/receive.js';
export type { SaveOptions } from './save-video.js';
export type {
	AudioFacts,
	AudioFileOptions,
	AudioFormat,
	EitherFileOptions,
	FileBytes,
	FileFacts,
	ImageFacts,
	ImageFileOptions,
	ImageFormat,
	MediaFacts,
	MediaFileOptions,
	MediaFormat,
	ProbeOptions,
	VideoFacts,
	VideoFormat,
} from '../media-files/index.js';
export type { FileInput } from './media-file.js';
