/* oxlint-disable typescript/no-explicit-any */
// What is typed `any` is accepted, wherever it stands: `.build()` checks it.
import {
	createClient,
	editVideo,
	extendVideo,
	media,
	video,
	type Buildable,
	type VideoRequest,
} from 'seedance-builder';
import { expectType } from './equal.js';

declare const any: any;
declare const anys: any[];
declare const readonlyAnys: readonly any[];
declare const tuple: [any, string, any];
declare const record: Record<string, any>;
declare const isIt: boolean;
declare const strings: TemplateStringsArray;

const accept = (chain: Buildable): VideoRequest => chain.build();
const frame = 'https://example.com/cat.jpg';

export const prompts = [
	accept(video().text(any).resolution('720p')),
	accept(video().text(JSON.parse('"A cat"')).resolution('720p')),
	accept(
		video()
			.text(await new Response('"A cat"').json())
			.resolution('720p'),
	),
	accept(video().text(record['prompt']).resolution('720p')),
	accept(
		video()
			.text(isIt ? any : 'A cat')
			.resolution('720p'),
	),
	accept(
		video()
			.text(isIt ? any : '')
			.resolution('720p'),
	),
	accept(video().text(`${any}`).resolution('720p')),
	accept(video().text(`${any} from @image1`).firstFrame(frame).resolution('720p')),
	accept(video().webSearch().text(any).resolution('720p')),
	accept(video().text(any).firstFrame(frame).resolution('720p')),
	accept(video().text(any).referenceImage(frame).resolution('720p')),
	accept(editVideo().text(any).referenceImage(frame).referenceVideo(frame).resolution('720p')),
	accept(extendVideo().text(any).referenceVideo(frame).resolution('720p')),
];

export const templates = [
	accept(video().text`A ${any}`.resolution('720p')),
	accept(video().text`A ${any} and a ${any}`.resolution('720p')),
	accept(video().text`A ${media.image(any)} and a ${any}`.resolution('720p')),
	accept(video().text`A ${media.image(frame)} and a ${any}`.referenceImage(any).resolution('720p')),
	accept(
		video()
			.text(strings, ...anys)
			.resolution('720p'),
	),
	accept(
		video()
			.text(strings, ...any)
			.resolution('720p'),
	),
	accept(video().text(any, any).resolution('720p')),
	accept(
		video()
			.text(any, ...anys)
			.resolution('720p'),
	),
	accept(video().webSearch().text`A ${any}`.resolution('720p')),
	accept(editVideo().text`A ${any}`.referenceImage(any).referenceVideo(any).resolution('720p')),
	accept(editVideo().text(any, any).referenceImage(any).referenceVideo(any).resolution('720p')),
	accept(extendVideo().text`A ${any}`.referenceVideo(any).resolution('720p')),
];

export const sources = [
	accept(video().firstFrame(any).lastFrame(any).resolution('720p')),
	accept(
		video()
			.firstFrame(isIt ? any : './cat.jpg')
			.resolution('720p'),
	),
	accept(video().firstFrame(media.image(any)).resolution('720p')),
	accept(video().referenceImage(any).resolution('720p')),
	accept(video().referenceImage(any, frame).referenceVideo(any).referenceAudio(any, any).resolution('720p')),
	accept(
		video()
			.referenceImage(frame, ...anys)
			.referenceVideo(...anys)
			.resolution('720p'),
	),
	accept(
		video()
			.text('@image1')
			.referenceImage(...anys)
			.resolution('720p'),
	),
	accept(
		video()
			.text('A cat')
			.referenceImage(...any)
			.resolution('720p'),
	),
	accept(
		video()
			.text('A cat')
			.referenceImage(...readonlyAnys)
			.resolution('720p'),
	),
	accept(
		video()
			.referenceImage(...tuple)
			.resolution('720p'),
	),
	accept(video().referenceImage(media.image(any), media.image(any)).resolution('720p')),
];

export const options = [
	accept(
		video()
			.text('A cat')
			.resolution(any)
			.ratio(any)
			.duration(any)
			.generateAudio(any)
			.watermark(any)
			.returnLastFrame(any),
	),
	accept(
		video()
			.text('A cat')
			.resolution('720p')
			.duration(isIt ? any : 16),
	),
	accept(video().text('A cat').webSearch(any).resolution('720p')),
	accept(video().text('A cat').webSearch(any).firstFrame(frame).resolution('720p')),
	accept(video().webSearch(any).text('A cat').referenceImage(frame).resolution('720p')),
	accept(video().firstFrame(frame).webSearch(any).resolution('720p')),
	accept(video().firstFrame(frame).lastFrame(frame).webSearch(any).resolution('720p')),
	accept(video().referenceImage(frame).webSearch(any).resolution('720p')),
	accept(video().referenceVideo(frame).webSearch(any).resolution('720p')),
	accept(video().referenceVideo(frame).referenceAudio(frame).webSearch(any).resolution('720p')),
];

export const sent = [createClient().generate(any), createClient().submit(any), createClient().generateAll(anys)];

const payload = video().text(any).firstFrame(any).resolution(any).ratio(any).duration(any).watermark(any).build();
expectType<any>()(payload.content[0].text, true);
expectType<any>()(payload.content[1].image_url.url, true);
expectType<any>()(payload.resolution, true);
expectType<any>()(payload.ratio, true);
expectType<any>()(payload.duration, true);
expectType<any>()(payload.watermark, true);
expectType<2>()(payload.content.length, true);
expectType<number>()(video().text`A ${any}`.resolution('720p').build().content.length, true);
