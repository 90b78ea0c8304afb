import { expectAssignable, expectError, expectNotAssignable, expectType } from 'tsd';
import {
	editVideo,
	extendVideo,
	video,
	type Buildable,
	type Duration,
	type Ratio,
	type Resolution,
	type VideoRequest,
} from 'seedance-builder';

const image = 'https://example.com/cat.jpg';
const cat = video().text('A cat').resolution('720p');
declare const name: string;
declare const images: string[];
declare const isWide: boolean;
declare const frame: string | undefined;

// Any finished chain is Buildable, and no other.
expectAssignable<Buildable>(cat);
expectAssignable<Buildable>(cat.firstFrame(image));
expectAssignable<Buildable>(cat.firstFrame(image).lastFrame(image));
expectAssignable<Buildable>(cat.webSearch());
expectAssignable<Buildable>(video().referenceVideo('asset://clip').resolution('2k'));
expectAssignable<Buildable>(extendVideo().text('On').referenceVideo('asset://clip').resolution('2k'));
expectNotAssignable<Buildable>(video());
expectNotAssignable<Buildable>(video().text('A cat'));
expectNotAssignable<Buildable>(video().text('@image1').resolution('720p'));
expectNotAssignable<Buildable>(editVideo().text('A cat').resolution('720p'));
expectType<VideoRequest>((cat as Buildable).build());

// A fork leaves the chain as it was.
expectType<'21:9'>(cat.ratio('21:9').build().ratio);
expectError(cat.build().ratio);

// A helper's chain goes on where the helper stopped.
const inTheRain = (who: string) => video().text(`${who} in the rain`).resolution('1080p');
expectType<`${string} in the rain`>(inTheRain('A cat').duration(8).build().content[0].text);
expectType<2>(inTheRain('A cat').firstFrame(image).build().content.length);
expectError(inTheRain('A cat').text('A dog'));

// A generic helper keeps the chain's type.
declare function noted<Chain extends Buildable>(chain: Chain): Chain;
expectType<'A cat'>(noted(cat).ratio('1:1').build().content[0].text);
expectError(noted(video().text('A cat')));

// A helper that finishes a chain asks for the verb that it calls.
declare function inHouseStyle(chain: { resolution(tier: '1080p'): Buildable }): Buildable;
expectType<VideoRequest>(inHouseStyle(video().text('A cat')).build());
expectType<VideoRequest>(inHouseStyle(video().firstFrame(image)).build());
expectError(inHouseStyle(video()));

// A helper that starts from video().
const withText = (chain: ReturnType<typeof video>) => chain.text('A cat').resolution('720p').build();
expectType<'A cat'>(withText(video()).content[0].text);
expectError(withText(video().text('A dog')));

// A literal goes through a generic helper that returns the chain.
const said = <const Prompt extends string>(prompt: Prompt) => video().text(prompt).resolution('720p');
expectType<'A cat'>(said('A cat').build().content[0].text);
expectError(said('NO_SUCH_IMAGE @image1').build());

// In an array, in a map.
const shots = [cat, video().firstFrame(image).resolution('720p')];
expectAssignable<VideoRequest[]>(shots.map((shot) => shot.duration(5).build()));
expectAssignable<VideoRequest[]>(images.map((url) => video().referenceImage(url).resolution('720p').build()));

// In a conditional expression.
const chosen = frame === undefined ? cat : cat.firstFrame(frame);
expectAssignable<VideoRequest>(chosen.duration(5).build());
expectType<'21:9' | '9:16'>(cat.ratio(isWide ? '21:9' : '9:16').build().ratio);
expectAssignable<VideoRequest>((isWide ? cat.ratio('21:9') : cat.ratio('9:16')).firstFrame(image).build());

expectType<'A cat'>(
	(isWide ? video().ratio('21:9') : video()).text('A cat').resolution('720p').build().content[0].text,
);
expectError((isWide ? video().ratio('21:9') : video()).text('').resolution('720p').build());
expectAssignable<VideoRequest>((isWide ? cat.webSearch() : cat).duration(5).build());
const started = isWide ? editVideo().ratio('21:9') : editVideo().ratio('9:16');
expectAssignable<VideoRequest>(
	started.text('Change it').referenceImage(image).referenceVideo('asset://clip').resolution('720p').build(),
);

// In a variable that is assigned again.
let again = cat;
again = again.ratio('16:9');
expectAssignable<VideoRequest>(again.build());
let any: Buildable = cat;
any = cat.firstFrame(image);
expectType<VideoRequest>(any.build());

// A prompt from a template: what is literal in it is checked.
expectAssignable<Buildable>(video().text(`${name} from @image1`).referenceImage(image).resolution('720p'));
expectError(video().text(`${name} from @image2`).referenceImage(image).resolution('720p').build());

// Data as const keeps its literals.
const scenes = [
	{ prompt: 'The cat from @image1', images: ['asset://cat'], seconds: 5 },
	{ prompt: 'The dog from @image2', images: ['asset://cat', 'asset://dog'], seconds: 8 },
] as const;
const [first, second] = scenes;
const firstRequest = video()
	.text(first.prompt)
	.referenceImage(...first.images)
	.resolution('720p')
	.build();
expectType<'asset://cat'>(firstRequest.content[1].image_url.url);
expectError(
	video()
		.text(second.prompt)
		.referenceImage(...first.images)
		.resolution('720p')
		.build(),
);
expectAssignable<VideoRequest[]>(
	scenes.map(({ seconds }) => video().text('A cat').resolution('720p').duration(seconds).build()),
);

// Options from a configuration of unions.
declare const settings: { resolution: Resolution; ratio?: Ratio; seconds?: Duration; watermark?: boolean };
const configured = video()
	.text('A cat')
	.resolution(settings.resolution)
	.ratio(settings.ratio)
	.duration(settings.seconds)
	.watermark(settings.watermark)
	.build();
expectType<Resolution>(configured.resolution);
expectType<Ratio | undefined>(configured.ratio);
expectType<Duration | undefined>(configured.duration);
expectAssignable<VideoRequest>(configured);

// A configuration whose resolution may be missing is no finished request.
declare const unsettled: { resolution?: Resolution };
expectError(video().text('A cat').resolution(unsettled.resolution).build());
expectAssignable<VideoRequest>(
	video()
		.text('A cat')
		.resolution(unsettled.resolution ?? '720p')
		.build(),
);
