// Every verb may be called on one of several chains, and on a chain with more than the library gave it.
import { media, video, type Buildable, type VideoRequest } from 'seedance-builder';

declare const isIt: boolean;
declare const name: string;
const image = 'https://example.com/cat.jpg';
const start = isIt ? video().ratio('16:9') : video().ratio('1:1');

export const requests: readonly VideoRequest[] = [
	start.text('A cat').resolution('720p').build(),
	start.text`A ${name}`.resolution('720p').build(),
	start.text`A ${media.image(image)}`.resolution('720p').build(),
	start.text('A cat').firstFrame(image).lastFrame(image).duration(5).resolution('720p').build(),
	start.text('A cat').referenceImage(image, image).referenceVideo(image).resolution('720p').build(),
	start.referenceVideo(image).referenceAudio(image).generateAudio(true).resolution('720p').build(),
	start.text('A cat').webSearch(isIt).resolution('720p').build(),
	start.webSearch().text('A cat').watermark(false).resolution('720p').build(),
	start.firstFrame(image).webSearch(isIt).resolution('720p').build(),
	start.text('A cat').returnLastFrame(isIt).resolution('720p').build(),
	start.text('A cat').returnLastFrame().resolution('720p').build(),
	(isIt ? video().text('A cat') : video().text('A dog').webSearch()).resolution('720p').build(),
	(isIt ? video().text('A cat') : video().text('A dog').resolution('2k')).resolution('720p').build(),
	(isIt ? video().text('A cat') : video().text('A dog').resolution('2k')).firstFrame(image).resolution('720p').build(),
	(isIt ? video() : video().resolution('2k')).text('A cat').resolution('720p').build(),
];

const chain = video().text('A cat').resolution('720p');
const named = Object.assign(chain, { id: 'cat' as const, toString: () => 'A cat' });
declare const andBuildable: typeof chain & Buildable;
declare const andMore: typeof chain & { build(): VideoRequest; toJSON(): VideoRequest; text: string };
declare const unfinished: ReturnType<typeof video>;
const noted = Object.assign(unfinished.text('A cat'), { build: () => 'built', note: 'draft' });
declare const framed: ReturnType<typeof video>;
const titled = Object.assign(framed.firstFrame(image), { text: 'A title', build: () => 'built' });
export const more = [
	named.build().content[0].text,
	named.duration(5).build().duration,
	andBuildable.build(),
	andBuildable.firstFrame(image).build(),
	andMore.build(),
	andMore.ratio('1:1').build().ratio,
	titled.resolution('720p').build(),
	noted.resolution('720p').build(),
];
