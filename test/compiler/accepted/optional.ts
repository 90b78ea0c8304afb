import { editVideo, media, video, type FinishedChain, type VideoOptions, type VideoRequest } from 'seedance-builder';

declare const any: any;
declare const text: string | undefined;
declare const first: string | undefined;
declare const last: string | undefined;
declare const config: VideoOptions;
declare const isIt: boolean;

type Content<Request extends { content: unknown }> = Request['content']['length' & keyof Request['content']];

// What may be undefined is left out, and the payload's type says so.
const both = video().text(text).firstFrame(first).lastFrame(last).resolution('720p').build();
export const bothLength: 0 | 1 | 2 | 3 = both.content.length;
export const bothContent: Content<typeof both> = 0 as 0 | 1 | 2 | 3;
const framed = video().text('A cat').firstFrame(first).resolution('720p').build();
export const framedLength: 1 | 2 = framed.content.length;
export const framedText: 'A cat' = framed.content[0].text;
export const plain: 2 = video().text('A cat').firstFrame('asset://a').resolution('720p').build().content.length;
export const untyped: 2 = video().text('A cat').firstFrame(any).resolution('720p').build().content.length;

// Several options at once. What may be undefined stays as it was.
const set = video().text('A cat').options({ resolution: '720p', ratio: '1:1', duration: 5 }).build();
export const [resolution, ratio, duration]: ['720p', '1:1', 5] = [set.resolution, set.ratio, set.duration];
const merged = video().text('A cat').resolution('720p').duration(5).options(config).build();
export const mergedResolution: '720p' | '1080p' | '2k' = merged.resolution;
const kept = video()
	.text('A cat')
	.resolution('720p')
	.ratio('1:1')
	.options({ ratio: isIt ? '16:9' : undefined })
	.build();
export const keptRatio: '16:9' | '1:1' = kept.ratio;
export const untypedOptions = video().text('A cat').resolution('720p').options(any).build();
export const anyOptions = video().text('A cat').options(any).build();
export const anyResolution = video().text('A cat').options({ resolution: any }).build();
export const late = video().options({ resolution: '720p' }).text('A cat').options({ resolution: '2k' }).build();
export const lateResolution: '2k' = late.resolution;

// A finished chain of any mode.
let chain: FinishedChain = video().text('A cat').resolution('720p');
if (isIt) chain = chain.options({ ratio: '1:1' });
chain = editVideo().text('Change').referenceImage('asset://a').referenceVideo('asset://b').resolution('720p');
export const request: VideoRequest = chain.build();
export const shots = new Map<string, FinishedChain>([
	['cat', video().text('A cat').resolution('720p').returnLastFrame()],
	['dog', video().firstFrame('asset://dog').resolution('720p').options({ duration: 5 })],
]);
export class Board {
	chain: FinishedChain = video().text('A cat').resolution('720p');
}

// Handles in lists, and handles that are attached already.
const hero = media.image('asset://hero');
const villain = media.image('asset://villain');
declare const cast: (typeof hero | typeof villain)[];
export const listed: 4 = video().text`${[hero, villain]} run`.referenceImage('asset://crowd').resolution('720p').build()
	.content.length;
export const repeated: 3 = video().text`${hero} runs`.referenceImage(hero, villain).resolution('720p').build()
	.content.length;
export const unknownLength: number = video().text`${cast} run`.referenceImage(hero).resolution('720p').build()
	.content.length;

export const twoFrames = video().text('@image1 @image2').firstFrame(hero).lastFrame(hero).resolution('720p').build();
export const openList: number = video().text`${[hero, villain].slice()} run`
	.referenceImage(villain, hero)
	.resolution('720p')
	.build().content.length;

// A search that only the run time knows, beside a frame that may be undefined.
const searched = video().text('A cat').firstFrame(first).webSearch(any).resolution('720p').build();
export const tools: readonly [{ readonly type: 'web_search' }] | undefined = searched.tools;
