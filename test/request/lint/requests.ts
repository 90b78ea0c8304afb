import type { Advice, AdviceId, LintOptions, VideoRequest } from '../../../src/index.js';
import { lintRequest } from '../../../src/index.js';

/** Options of a request, beside those that every one here has. */
type Fields = Partial<Omit<VideoRequest, 'content'>>;

/** The number of references of each kind. */
interface References {
	readonly images?: number;
	readonly videos?: number;
	readonly audio?: number;
}

/** A request with a prompt and references, which have the URLs `https://example.com/image1` and so on. */
export function requestOf(
	text: string | undefined,
	{ images = 0, videos = 0, audio = 0 }: References = {},
	fields: Fields = {},
): VideoRequest {
	return {
		model: 'seedance-2.0-ultra',
		content: [
			...(text === undefined ? [] : [{ type: 'text' as const, text }]),
			...listOf(images, (index) => imageOf(`https://example.com/image${index}`)),
			...listOf(videos, (index) => ({
				type: 'video_url' as const,
				video_url: { url: `https://example.com/video${index}` },
				role: 'reference_video' as const,
			})),
			...listOf(audio, (index) => ({
				type: 'audio_url' as const,
				audio_url: { url: `https://example.com/audio${index}` },
				role: 'reference_audio' as const,
			})),
		],
		resolution: '720p',
		...fields,
	};
}

/** A request with a first frame, and a last frame if there is one. */
export function framesOf(first: string, last?: string, fields: Fields = {}): VideoRequest {
	const content = [
		imageOf(first, 'first_frame' as const),
		...(last === undefined ? [] : [imageOf(last, 'last_frame' as const)]),
	];
	return { model: 'seedance-2.0-ultra', content, resolution: '720p', ...fields };
}

/** A reference image, or a frame. */
function imageOf<Role extends 'first_frame' | 'last_frame' | 'reference_image' = 'reference_image'>(
	url: string,
	role = 'reference_image' as Role,
) {
	return { type: 'image_url' as const, image_url: { url }, role };
}

/** The advice of one rule for a request. */
export function adviceOf(rule: AdviceId, request: VideoRequest, options?: LintOptions): readonly Advice[] {
	return lintRequest(request, options).filter((advice) => advice.rule === rule);
}

/** The messages of the advice of one rule for a request. */
export function messagesOf(rule: AdviceId, request: VideoRequest, options?: LintOptions): readonly string[] {
	return adviceOf(rule, request, options).map(({ message }) => message);
}

/** The prompt of a request. */
export function promptOf(request: VideoRequest | undefined): string | undefined {
	const [item] = request?.content ?? [];
	return item?.type === 'text' ? item.text : undefined;
}

function listOf<Item>(count: number, make: (index: number) => Item): Item[] {
	return Array.from({ length: count }, (_, index) => make(index + 1));
}
