import { expectAssignable, expectError, expectType } from 'tsd';
import { video, type AudioHandle, type ImageHandle } from 'seedance-builder';
import { mediaFromFile as handleOf, probeMedia as factsOf } from 'seedance-builder/media';
import { mediaFromFile, probeMedia, type MediaFacts } from 'seedance-builder/node';

// `as` gives the type of the handle. Without it, and where it is known only at run time, the type is a union.
declare const as: 'image' | 'audio';
const hero = await mediaFromFile('a.png', { as: 'image' });
const voice = await mediaFromFile(new URL('file:///a.wav'), { as: 'audio', upstreamLimits: false });
const either = await mediaFromFile(new Uint8Array());
expectType<ImageHandle>(hero);
expectType<AudioHandle>(voice);
expectType<ImageHandle | AudioHandle>(either);
expectType<ImageHandle | AudioHandle>(await mediaFromFile('a', { as, signal: AbortSignal.timeout(1) }));
expectType<ImageHandle>(await handleOf(new File([], 'a.png'), { as: 'image' }));
expectType<ImageHandle | AudioHandle>(await handleOf(new ArrayBuffer(1), { as: undefined }));

// A handle goes where one of `media.image()` goes.
video().text`${hero} says ${voice}`.referenceImage(hero).resolution('720p').build();
video()
	.text('A cat')
	.firstFrame(await mediaFromFile('a.png', { as: 'image' }))
	.lastFrame(hero)
	.resolution('720p')
	.build();
video().referenceImage(hero).referenceAudio(voice).resolution('720p').build();
if (either.kind === 'image') video().firstFrame(either).resolution('720p').build();
expectError(video().firstFrame(voice));
expectError(video().referenceVideo(hero));

// No video, no path in a browser, and no other option.
expectError(mediaFromFile('a.mp4', { as: 'video' }));
expectError(handleOf('a.png'));
expectError(mediaFromFile('a.png', { NO_SUCH_OPTION: true }));
expectError(mediaFromFile(7));

// The facts are told apart by their kind.
const facts = await probeMedia('a');
expectType<MediaFacts>(facts);
expectAssignable<MediaFacts>(await factsOf(new Blob()));
if (facts.kind === 'video') expectType<[number, number, number, number]>(numbers(facts));
if (facts.kind === 'audio') expectType<'wav' | 'mp3'>(facts.format);
if (facts.kind === 'image') expectError(facts.seconds);

function numbers(of: { seconds: number; width: number; height: number; framesPerSecond: number }) {
	return [of.seconds, of.width, of.height, of.framesPerSecond] as [number, number, number, number];
}
