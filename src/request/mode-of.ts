import type { Mode } from '../spec.js';
import type { VideoRequest } from './types.js';

/**
 * Returns the mode of a request. Editing and extension are `multimodal-reference`: their payloads do not differ from it.
 *
 * @example
 * modeOf(video().text('A cat').firstFrame('https://example.com/cat.jpg').resolution('720p').build()); // 'first-frame'
 * @see The API page, "Input Modes".
 */
export function modeOf(request: VideoRequest): Mode {
	const roles = request.content.flatMap((item) => (item.type === 'text' ? [] : [item.role ?? 'first_frame']));
	if (roles.length === 0) return 'text-to-video';
	if (roles.includes('last_frame')) return 'first-and-last-frame';
	return roles.includes('first_frame') ? 'first-frame' : 'multimodal-reference';
}
