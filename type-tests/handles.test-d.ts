import { expectAssignable, expectError, expectType } from 'tsd';
import {
	editVideo,
	extendVideo,
	media,
	video,
	type AudioHandle,
	type ImageHandle,
	type MediaHandle,
	type VideoRequest,
} from 'seedance-builder';

const hero = media.image('https://example.com/hero.jpg');
const scene = media.video('https://example.com/scene.mp4');
const song = media.audio('https://example.com/song.mp3');

// A handle keeps its literal URL.
expectType<'https://example.com/hero.jpg'>(hero.url);
expectType<string>(media.image(new URL('https://example.com')).url);

// A literal is checked where it is written.
expectError(media.image('NO_SUCH_SCHEME://hero.jpg'));
expectError(media.video('data:video/mp4;base64,AAAA'));
expectError(media.audio('data:image/png;base64,AAAA'));

// The payload's tuple holds, in the API's order.
const payload = video().text`To ${song}, ${hero} dances in ${scene}: ${hero}!`.resolution('720p').build();
expectType<4>(payload.content.length);
expectType<'https://example.com/hero.jpg'>(payload.content[1].image_url.url);
expectType<'https://example.com/scene.mp4'>(payload.content[2].video_url.url);
expectType<'https://example.com/song.mp3'>(payload.content[3].audio_url.url);
expectAssignable<VideoRequest>(payload);

// Where two handles may be the same, their number is unknown.
declare const first: string;
declare const second: string;
const one = video().text`${media.image(first)}`.resolution('720p').build();
expectType<2>(one.content.length);
const two = video().text`${media.image(first)} ${media.image(second)}`.resolution('720p').build();
expectType<number>(two.content.length);
const mixed = video().text`${media.image(first)} ${hero}`.resolution('720p').build();
expectType<number>(mixed.content.length);
declare const someUrl: 'asset://a' | 'asset://b';
const duel = video().text`${media.image(someUrl)} ${media.image(someUrl)}`.resolution('720p').build();
expectType<number>(duel.content.length);
expectType<2>(video().text`${media.image(someUrl)}`.resolution('720p').build().content.length);
declare const anyHandle: MediaHandle;
expectType<number>(video().text`${anyHandle}`.resolution('720p').build().content.length);
declare const cast: ImageHandle[];
const tagged = (strings: TemplateStringsArray) =>
	video()
		.text(strings, ...cast)
		.resolution('720p');
expectType<number>(tagged`x`.build().content.length);
declare const either: ImageHandle | AudioHandle;
expectType<number>(video().text`${either}`.resolution('720p').build().content.length);
declare const heroOrName: ImageHandle | 'Ada';
expectType<number>(video().text`${heroOrName}`.resolution('720p').build().content.length);

// Too many of a kind are refused.
expectError(
	video()
		.text`${media.video('https://a')}${media.video('https://b')}${media.video('https://c')}${media.video('https://d')}`
		.resolution('720p')
		.build(),
);

// A handle fits the slots of its kind alone.
expectError(video().referenceImage(scene));
expectError(video().referenceVideo(hero));
expectError(video().firstFrame(song));
expectAssignable<VideoRequest>(video().firstFrame(hero).lastFrame(hero).resolution('720p').build());

// Handles are references: no frame and no web search beside them; audio needs something to see.
expectError(video().text`${hero}`.firstFrame(hero));
expectError(video().webSearch().text`${hero}`);
expectError(video().webSearch().text`${[hero]}`);
expectError(video().text`${song}`.resolution('720p').build());
expectAssignable<VideoRequest>(video().text`${song}`.referenceVideo(scene).resolution('720p').build());

// The pinned modes ask for what they need, and take nothing else.
expectError(editVideo().text('Change it').referenceImage(hero).resolution('720p').build());
expectError(editVideo().text('Change it').referenceVideo(scene).referenceImage(hero));
expectError(editVideo().text('Change it').firstFrame(hero));
expectError(editVideo().text`${hero} ${song}`);
expectError(editVideo().webSearch());
expectAssignable<VideoRequest>(editVideo().text`${scene} ${hero}`.resolution('720p').build());
expectError(extendVideo().text('Go on').resolution('720p').build());
expectError(extendVideo().text('Go on').referenceImage(hero));
expectError(extendVideo().referenceVideo(scene));
expectAssignable<VideoRequest>(extendVideo().text('Go on').referenceVideo(scene).resolution('720p').build());
