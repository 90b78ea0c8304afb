import { video } from '../builder/index.js';
import type { VideoRequest } from '../request/types.js';
import type { Ratio, Resolution } from '../spec.js';

/** What the demo shows and submits. A test holds the two together. */
export interface DemoRequest {
	/** The chain, as it would be written. */
	readonly source: string;

	/** What the chain compiles to. */
	readonly request: VideoRequest;
}

/** The multimodal request of the API page, in the resolution and ratio asked for. */
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
