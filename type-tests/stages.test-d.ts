import { expectAssignable, expectError, expectType } from 'tsd';
import { video, type NotAllowed } from 'seedance-builder';

const image = 'https://example.com/cat.jpg';
const clip = 'https://example.com/cat.mp4';
const music = 'https://example.com/cat.mp3';

// A refused verb is a sentence at the stage, not a function.
expectAssignable<NotAllowed<string>>(video().lastFrame);
expectAssignable<NotAllowed<string>>(video().build);
expectType<NotAllowed<'images come before videos: call .referenceImage() before .referenceVideo()'>>(
	video().referenceVideo(clip).referenceImage,
);
expectError(video().lastFrame(image));
expectError(video().referenceAudio(music));
expectError(video().text('A cat').text('A dog'));
expectError(video().text('A cat').webSearch().referenceImage(image));
expectError(video().firstFrame(image).referenceImage(image));
expectError(video().firstFrame(image).lastFrame(image).lastFrame(image));
expectError(video().referenceImage(image).firstFrame(image));
expectError(video().referenceVideo(clip).referenceAudio(music).referenceVideo(clip));
expectError(video().text('A cat').build());

// A literal is checked where it is written.
expectError(video().text('A cat').resolution('NO_SUCH_RESOLUTION'));
expectError(video().text('A cat').ratio('NO_SUCH_RATIO'));
expectError(video().text('A cat').duration(3));
expectError(video().firstFrame('NO_SUCH_SCHEME://cat.jpg'));
expectError(video().referenceVideo(clip, 'data:video/mp4;base64,AAAA'));
expectError(video().referenceImage(image, image, image, image, image, image, image, image, image, image));
expectError(video().firstFrame(image).webSearch().resolution('720p'));
expectError(video().firstFrame(7));
expectError(video().noSuchVerb());

// Options stand at every stage, and keep it.
declare const options: { ratio?: '1:1' | '16:9'; seconds?: number; audio?: boolean };
const configured = video()
	.ratio(options.ratio)
	.text('A cat')
	.duration(options.seconds)
	.referenceImage(image)
	.generateAudio(options.audio)
	.referenceVideo(clip)
	.resolution('720p')
	.referenceAudio(music)
	.watermark(undefined)
	.returnLastFrame();
expectType<'1:1' | '16:9' | undefined>(configured.build().ratio);
