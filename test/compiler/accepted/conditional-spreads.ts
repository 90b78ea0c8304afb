// Sources and handles that are there on a condition. The compiler knows how many there may be, and not how many there are.
import { editVideo, media, video, type VideoRequest } from 'seedance-builder';

declare const isIt: boolean;
declare const strings: TemplateStringsArray;
const some = isIt ? (['https://example.com/a.jpg'] as const) : ([] as const);
const clip = isIt ? (['https://example.com/a.mp4'] as const) : ([] as const);
const hero = isIt ? ([media.image('asset://hero')] as const) : ([] as const);
const scene = isIt ? ([media.video('asset://scene')] as const) : ([] as const);

export const requests: readonly VideoRequest[] = [
	video()
		.text('A cat')
		.referenceImage(...some, ...some, ...some, ...some, ...some, ...some, ...some, ...some, ...some)
		.referenceVideo(...clip, ...clip, ...clip)
		.referenceAudio('https://example.com/a.mp3')
		.resolution('720p')
		.build(),
	video()
		.text('@image1 and @image9')
		.referenceImage(...some)
		.referenceImage(...some, ...some, ...some, ...some)
		.referenceImage(...some, ...some, ...some, ...some)
		.resolution('720p')
		.build(),
	video()
		.text(strings, ...hero, ...hero, ...hero, ...hero, ...hero, ...hero, ...hero, ...hero)
		.resolution('720p')
		.build(),
	video()
		.text(strings, ...hero, ...hero, ...hero, ...hero, ...scene, ...scene, ...scene)
		.referenceImage('https://example.com/a.jpg')
		.resolution('720p')
		.build(),
	editVideo()
		.text(strings, ...hero, ...hero, ...hero, ...hero, ...scene, ...scene)
		.referenceImage('https://example.com/a.jpg')
		.referenceVideo('https://example.com/a.mp4')
		.resolution('720p')
		.build(),
];
