import { base64 } from '../../media/base64.js';
import { canParseUrl } from '../../media/can-parse-url.js';
import { files, mediaKinds, type MediaKind } from '../../spec.js';
import type { VideoFile } from './call-options.js';

/**
 * Returns the kind of a reference: by its media type, or else by the ending of its URL. What shows neither is an image, as it is to
 * other providers of the AI SDK.
 */
export function kindOf(file: VideoFile): MediaKind {
	const typed = file.mediaType?.toLowerCase().split('/')[0];
	const path = file.type === 'url' && canParseUrl(file.url) ? new URL(file.url).pathname : '';
	const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase();
	const isOfKind = (kind: MediaKind): boolean =>
		(files[kind].formats as readonly unknown[] | undefined)?.includes(ending) ?? false;
	return mediaKinds.find((kind) => kind === typed) ?? mediaKinds.find(isOfKind) ?? 'image';
}

/** Returns the source that a payload has for a file: its URL, or its bytes as a `data:` URI with its media type. */
export function sourceOf(file: VideoFile, kind: MediaKind): string {
	if (file.type === 'url') return file.url;
	// A video can't be sent as base64: the rule of sources says so, and needs no bytes for it.
	const data = kind === 'video' ? '' : asBase64(file.data);
	const [mediaType = ''] = file.mediaType.toLowerCase().split(';');
	return `data:${mediaType.trim()};base64,${data}`;
}

function asBase64(data: string | Uint8Array): string {
	return typeof data === 'string' ? data : base64(data);
}
