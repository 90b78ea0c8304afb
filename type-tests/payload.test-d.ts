import { expectAssignable, expectError, expectNotAssignable, expectType } from 'tsd';
import { video, type ContentPlace, type VideoRequest } from 'seedance-builder';

const payload = video()
	.text('The cat from @image1 in @video1')
	.referenceImage('https://example.com/cat.jpg')
	.referenceVideo('https://example.com/room.mp4')
	.resolution('1080p')
	.duration(11)
	.build();

// The payload's type is the literal JSON.
expectType<'seedance-2.0-ultra'>(payload.model);
expectType<3>(payload.content.length);
expectType<'The cat from @image1 in @video1'>(payload.content[0].text);
expectType<'https://example.com/cat.jpg'>(payload.content[1].image_url.url);
expectType<'reference_image'>(payload.content[1].role);
expectType<'https://example.com/room.mp4'>(payload.content[2].video_url.url);
expectType<'1080p'>(payload.resolution);
expectType<11>(payload.duration);

// It is read-only, all the way down.
expectError((payload.resolution = '1080p'));
expectError((payload.content[1].image_url.url = 'https://example.com/cat.jpg'));
expectError(payload.content.push(payload.content[0]));

// Options that were not set are absent.
expectError(payload.ratio);

// It is a request.
expectAssignable<VideoRequest>(payload);

// The last call counts.
expectType<'2k'>(video().text('A cat').resolution('720p').resolution('2k').build().resolution);

// An undefined option is absent, one that may be undefined is optional.
declare const ratio: '16:9' | undefined;
const maybe = video().text('A cat').resolution('720p').duration(undefined).ratio(ratio).build();
expectError(maybe.duration);
expectType<'16:9' | undefined>(maybe.ratio);
expectAssignable<VideoRequest>(maybe);

// Values known at run time alone widen, and never say more than is known.
declare const prompt: string;
declare const seconds: number;
declare const images: string[];
declare const flag: boolean;
const dynamic = video()
	.text(prompt)
	.referenceImage(...images, new URL('https://example.com/cat.jpg'))
	.resolution('720p')
	.duration(seconds)
	.watermark(flag)
	.build();
expectType<string>(dynamic.content[0].text);
expectType<number>(dynamic.content.length);
expectType<4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15>(dynamic.duration);
expectType<boolean>(dynamic.watermark);
expectAssignable<VideoRequest>(dynamic);

// Of a union, every member is checked.
declare const prompts: 'A cat' | 'A dog' | 'The cat from @image1';
expectError(video().text(prompts).resolution('720p').build());
expectAssignable<VideoRequest>(video().text(prompts).referenceImage('asset://cat').resolution('720p').build());
declare const blankOr: '' | 'A cat';
expectError(video().text(blankOr).resolution('720p').build());
declare const lengths: 5 | 8;
declare const tooLong: 5 | 16;
expectType<5 | 8>(video().text('A cat').resolution('720p').duration(lengths).build().duration);
expectError(video().text('NO_SUCH_DURATION').resolution('720p').duration(tooLong).build());

// Web search is there where it was asked for, and optional where only the run time knows.
expectType<'web_search'>(video().text('A cat').webSearch().resolution('720p').build().tools[0].type);
expectError(video().text('A cat').webSearch().webSearch(false).resolution('720p').build().tools);
expectType<readonly [{ readonly type: 'web_search' }] | undefined>(
	video().text('A cat').webSearch(flag).resolution('720p').build().tools,
);
declare const search: true | undefined;
expectType<readonly [{ readonly type: 'web_search' }] | undefined>(
	video().text('A cat').webSearch(search).resolution('720p').build().tools,
);

// So is a last frame.
declare const lastFrame: boolean | undefined;
expectType<true>(video().text('A cat').resolution('720p').returnLastFrame().build().return_last_frame);
expectType<boolean | undefined>(
	video().text('A cat').resolution('720p').returnLastFrame(lastFrame).build().return_last_frame,
);

// .safeBuild() tells which it is by `success`.
const result = video().text('A cat').resolution('720p').safeBuild();
if (result.success) expectType<'A cat'>(result.data.content[0].text);
else expectType<'InvalidRequestError'>(result.error.name);

// A request is checked where it is written as JSON, too.
expectNotAssignable<VideoRequest>({ model: 'seedance-2.0-ultra', content: [] });
expectNotAssignable<VideoRequest>({ model: 'seedance-2.0-ultra', content: [], resolution: 'NO_SUCH_RESOLUTION' });

// A failure has the payload that was judged, and issues with their place.
if (!result.success) {
	expectType<unknown>(result.payload);
	expectType<ContentPlace | undefined>(result.error.issues[0]?.place);
}
