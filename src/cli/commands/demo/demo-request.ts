import { video } from '../../../builder/index.js';
import type { VideoRequest } from '../../../request/types.js';
import type { Ratio, Resolution } from '../../../spec.js';

/** The demo's request, as source text and as payload. A test checks that they match. */
export interface DemoRequest {
	/** The chain as source text. */
	readonly source: string;

	/** The payload of the chain. */
	readonly request: VideoRequest;
}

/** Returns the multimodal request of the API page with the given resolution and ratio. */
export function demoRequest(resolution: Resolution, ratio: Ratio): DemoRequest {
	const source = `video()
	.text('The character from @image1 dances in the scene from @video1, with @audio1 as background music, festive New Year atmosphere')
	.referenceImage('https://example.com/character.jpg')
	.referenceVideo('https://example.com/clip.mp4')
	.referenceAudio('https://example.com/bgm.mp3')
	.generateAudio(true)
	.resolution('${resolution}')
	.ratio('${ratio}')
	.duration(11)
	.build()`;
	const request = video()
		.text(
			'The character from @image1 dances in the scene from @video1, with @audio1 as background music, festive New Year atmosphere',
		)
		.referenceImage('https://example.com/character.jpg')
		.referenceVideo('https://example.com/clip.mp4')
		.referenceAudio('https://example.com/bgm.mp3')
		.generateAudio(true)
		.resolution(resolution)
		.ratio(ratio)
		.duration(11)
		.build();
	return { source, request };
}
