/* oxlint-disable typescript/no-unnecessary-type-parameters, typescript/no-unnecessary-type-conversion */
// A helper may be generic in what it passes on, and may ask for a verb by its signature.
import {
	createClient,
	editVideo,
	extendVideo,
	video,
	type AudioSource,
	type Buildable,
	type Duration,
	type ImageSource,
	type MediaHandle,
	type Parts,
	type Ratio,
	type Resolution,
	type TextStage,
	type UnfinishedTextStage,
	type VideoSource,
} from 'seedance-builder';
import { expectType } from './equal.js';

const client = createClient();
const image = 'https://example.com/cat.jpg';
const chain = video().text('A cat').resolution('720p');

// Options.
const resolved = <R extends Resolution>(resolution: R) => video().text('A cat').resolution(resolution).build();
const wide = <R extends Ratio>(ratio: R) => video().ratio(ratio).text('A cat').resolution('720p').build();
const lasting = <D extends Duration>(seconds: D) => chain.duration(seconds).build();
const lastingAny = <N extends number>(seconds: N) => chain.duration(seconds).build();
const switched = <B extends boolean>(on: B) => chain.generateAudio(on).watermark(on).returnLastFrame(on).build();
const searching = <B extends boolean>(on: B) => video().text('A cat').webSearch(on).resolution('720p').build();
const whole = <R extends Resolution, A extends Ratio, D extends Duration>(resolution: R, ratio: A, seconds: D) =>
	video().text('A cat').duration(seconds).ratio(ratio).resolution(resolution).firstFrame(image).build();
expectType<'1080p'>()(resolved('1080p').resolution, true);
expectType<'16:9'>()(wide('16:9').ratio, true);
expectType<5>()(lasting(5).duration, true);
expectType<true>()(switched(true).watermark, true);
expectType<8>()(whole('2k', '1:1', 8).duration, true);
export const widened = [lastingAny(Number(5)), searching(true)];

// Sources.
const framed = <S extends string>(source: S) => video().firstFrame(source).lastFrame(source).resolution('720p').build();
const framedBy = <S extends ImageSource>(source: S) => video().firstFrame(source).resolution('720p').build();
const shown = <S extends ImageSource>(source: S) => video().referenceImage(source, source).resolution('720p').build();
const shownAll = <S extends ImageSource[]>(...sources: S) => chain.referenceImage(...sources).build();
const shownList = <S extends string>(...sources: S[]) => chain.referenceImage(...sources).build();
const shownTuple = <const S extends readonly ImageSource[]>(sources: S) => chain.referenceImage(...sources).build();
const all = <I extends ImageSource, V extends VideoSource, A extends AudioSource>(image: I, clip: V, sound: A) =>
	video().referenceImage(image).referenceVideo(clip).referenceAudio(sound).resolution('720p').build();
const edited = <V extends VideoSource>(clip: V) =>
	editVideo().text('Change it').referenceImage(image).referenceVideo(clip).resolution('720p').build();
const extended = <V extends string>(clip: V) =>
	extendVideo().text('Go on').referenceVideo(clip).resolution('720p').build();
expectType<'asset://a'>()(framed('asset://a').content[0].image_url.url, true);
expectType<'asset://a'>()(framedBy('asset://a').content[0].image_url.url, true);
expectType<'asset://a'>()(shown('asset://a').content[1].image_url.url, true);
export const sourced = [
	shownAll(image),
	shownList(image),
	shownTuple([image]),
	all(image, image, image),
	edited(image),
	extended(image),
];

// Texts.
const said = <const T extends string>(text: T) => video().text(text).resolution('720p').build();
const saidOfFrame = <T extends string>(text: T) =>
	video().text(`${text} from @image1`).firstFrame(image).resolution('720p').build();
const saidOfEdit = <T extends string>(text: T) =>
	editVideo().text(text).referenceImage(image).referenceVideo(image).resolution('720p').build();
const tagged = <const S extends MediaHandle[]>(strings: TemplateStringsArray, ...spans: S) =>
	video()
		.text(strings, ...spans)
		.resolution('720p')
		.build();
expectType<'A cat'>()(said('A cat').content[0].text, true);
export const told = [saidOfFrame('A cat'), saidOfEdit('A cat'), tagged`A cat`];

// What such a helper makes can be sent.
export const generate = <R extends Ratio>(ratio: R) => client.generate(chain.ratio(ratio));
export const generatePayload = <R extends Ratio>(ratio: R) => client.generate(chain.ratio(ratio).build());
export const generateText = <T extends string>(text: T) => client.generate(video().text(text).resolution('720p'));
export const generateFrame = <S extends string>(source: S) => client.generate(chain.firstFrame(source).duration(5));
export const generateFlag = async <B extends boolean>(on: B) =>
	(await client.generate(chain.returnLastFrame(on))).videoUrl;
export const buildable = <R extends Ratio>(ratio: R): Buildable => chain.ratio(ratio);
const ofStage = <T extends string>(stage: UnfinishedTextStage<Parts<T, [], [], []>, {}>) => stage.resolution('720p');
const ofFinished = <T extends string>(stage: TextStage<Parts<T, [], [], []>, { readonly resolution: '720p' }>) =>
	stage.ratio('1:1');
export const staged = [
	ofStage(video().text('A cat')).build(),
	ofStage(video().text('A cat').ratio('1:1')).build(),
	ofFinished(video().text('A cat').resolution('720p').duration(5)).build(),
];

// A helper that asks for a verb.
function hd<R>(chain: { resolution(tier: '1080p'): R }): R {
	return chain.resolution('1080p');
}
function square<R>(chain: { ratio(ratio: '1:1'): R }): R {
	return chain.ratio('1:1');
}
function short<R>(chain: { duration(seconds: 5): R }): R {
	return chain.duration(5);
}
function loud<R>(chain: { generateAudio(on: true): R }): R {
	return chain.generateAudio(true);
}
function framedLast<R>(chain: { returnLastFrame(): R }): R {
	return chain.returnLastFrame();
}
function startedBy<R>(chain: { firstFrame(source: string): R }): R {
	return chain.firstFrame(image);
}
function picturing<R>(chain: { referenceImage(source: string): R }): R {
	return chain.referenceImage(image);
}
function titled<R>(chain: { text(text: string): R }): R {
	return chain.text('A cat');
}
expectType<Resolution>()(hd(video().text('A cat')).build().resolution, true);
export const asked = [
	hd(square(video().text('A cat'))).build(),
	hd(short(video().text('A cat'))).build(),
	hd(loud(video().text('A cat'))).build(),
	hd(framedLast(video().text('A cat'))).build(),
	hd(startedBy(video().text('A cat'))).build(),
	hd(picturing(video().text('A cat'))).build(),
	titled(video()).resolution('720p').build(),
];
