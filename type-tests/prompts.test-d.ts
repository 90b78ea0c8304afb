import { expectAssignable, expectError, expectNotAssignable, expectType } from 'tsd';
import {
	editVideo,
	extendVideo,
	media,
	prompt,
	promptTemplate,
	shot,
	shotList,
	video,
	type Duration,
	type MediaHandle,
	type Prompt,
	type Shot,
	type VideoRequest,
} from 'seedance-builder';

const hero = media.image('https://example.com/hero.jpg');
const villain = media.image('https://example.com/villain.jpg');
const tower = media.video('https://example.com/tower.mp4');
const song = media.audio('https://example.com/song.mp3');
const text: string = 'A cat';
const isIt = text.length > 3;

// The handles are a tuple, each once, in the order of the text.
const opening = prompt`In ${tower}, ${hero} wakes`;
expectType<readonly [typeof tower, typeof hero]>(opening.handles);
expectType<readonly [typeof tower, typeof hero, typeof villain]>(
	prompt`${opening}. ${[hero, villain]} meet in ${tower}`.handles,
);
expectType<readonly []>(prompt`A ${'cat'}, ${3} times`.handles);
expectType<string>(opening.text);
expectType<undefined>(opening.seconds);

// Which handles are equal, the compiler does not know of URLs that only the run time knows.
expectType<number>(prompt`${media.image(text)} ${media.image(text)}`.handles.length);
expectType<1>(prompt`${media.image(text)}`.handles.length);

// A prompt is read-only.
expectError((opening.text = 'A cat'));
expectError((opening.handles[0] = tower));
expectError(opening.parts.push('NO_SUCH_METHOD'));

// What a prompt can't hold is refused.
expectError(prompt`${undefined}`);
expectError(prompt`${true}`);
expectError(prompt`${['NO_SUCH_HANDLE']}`);
expectError(prompt('NO_SUCH_TAG'));

// A template has the names of its slots.
const dance = promptTemplate('The {hero} dances in {place}, {times} times, {hero}');
expectType<readonly ('hero' | 'place' | 'times')[]>(dance.slots);
expectType<readonly [typeof hero, typeof tower]>(dance({ times: 3, place: tower, hero }).handles);
expectError(dance({ hero, place: tower }));
expectError(dance({ hero, place: tower, times: 3, NO_SUCH_SLOT: 1 }));
expectError(dance({ hero, place: tower, times: true }));
expectError(promptTemplate('{{NO_SUCH_FORM}}'));
expectError(promptTemplate('{{ NO_SUCH_FORM }}'));
expectError(promptTemplate('{{{NO_SUCH_FORM}}}'));
expectAssignable<Prompt>(promptTemplate('{"a": 1}')({}));
expectAssignable<Prompt>(promptTemplate('{主角}在{地点}')({ 主角: hero, 地点: '巴黎' }));
expectAssignable<Prompt>(promptTemplate('{constructor}')({ constructor: hero }));

// A text that is known only as string takes any names.
const stored = promptTemplate(text);
expectType<readonly string[]>(stored.slots);
expectType<number>(stored({ hero, place: 'Paris' }).handles.length);
declare const values: { [name: string]: unknown };
expectAssignable<Prompt>(stored(values));
expectType<number>(video().text(stored({ hero })).resolution('720p').build().content.length);

// The compiler adds the seconds of shots.
const story = shotList([
	shot(4, prompt`${hero} enters ${tower}`),
	shot(5, 'it rains'),
	shot(3, prompt`close on ${hero}`),
]);
expectType<12>(story.seconds);
expectType<readonly [typeof hero, typeof tower]>(story.handles);
expectType<'Shot 1 (0-4s): A cat\nShot 2 (4-6s): it rains'>(shotList([shot(4, 'A cat'), shot(2, 'it rains')]).text);
expectType<'[00:00-00:10] A cat\n[00:10-00:12] it rains'>(
	shotList([shot(10, 'A cat'), shot(2, 'it rains')], { format: 'timeline' }).text,
);
expectError(shotList([shot(4, 'A cat')], { format: 'NO_SUCH_FORMAT' }));
expectError(shotList([]));
expectError(shotList([shot(3, 'TOO_SHORT')]));
expectError(shotList([shot(8, 'TOO_LONG'), shot(8, 'TOO_LONG')]));
expectError(shot(0, 'TOO_SHORT'));
expectError(shot(2.5, 'NOT_WHOLE'));
expectError(shot(20, 'TOO_LONG'));
expectError(shot(4, ''));
expectError(shot(4, story));
expectError(shot(4, prompt`${story}`));
expectError(shot(4, hero));
expectError(shotList(['NO_SHOT']));

// Of lists, shots and lengths that the compiler does not know, it knows that they last as long as a video.
declare const shots: Shot[];
declare const seconds: number;
expectType<Duration>(shotList(shots).seconds);
expectType<Duration>(shotList([shot(4, 'A cat'), ...shots]).seconds);
expectType<Duration>(shotList([shot(seconds, 'A cat')]).seconds);
expectType<4 | 5>(shotList([isIt ? shot(4, 'A cat') : shot(5, 'A dog')]).seconds);
expectType<number>(video().text(shotList(shots)).resolution('720p').build().content.length);

// A prompt has the length of the list in it, and one list at most.
expectType<12>(prompt`Noir. ${prompt`${story}`}`.seconds);
expectType<12>(promptTemplate('Noir. {story}')({ story }).seconds);
expectNotAssignable<Prompt>(prompt`${story} ${story}`);

// The payload has the duration, and an item for each handle.
const payload = video().text(story).resolution('1080p').build();
expectType<12>(payload.duration);
expectType<3>(payload.content.length);
expectType<'https://example.com/hero.jpg'>(payload.content[1].image_url.url);
expectType<'https://example.com/tower.mp4'>(payload.content[2].video_url.url);
expectAssignable<VideoRequest>(payload);
expectType<12>(video().text`Noir. ${story}`.resolution('1080p').build().duration);
expectType<12>(video().text(story).resolution('1080p').duration(12).build().duration);
expectType<12>(video().duration(12).text(story).resolution('1080p').build().duration);
expectType<12>(video().text(story).resolution('1080p').duration(undefined).build().duration);
expectError(video().text(story).resolution('1080p').duration(5).build());
expectError(video().duration(5).text(story).resolution('1080p').build());
expectError(video().text(story).options({ resolution: '1080p', duration: 5 }).build());
expectType<'A cat'>(video().text('A cat').resolution('720p').build().content[0].text);
expectError(video().text(opening).resolution('720p').build().duration);

// Its handles go with what the request takes.
expectError(
	video()
		.text(prompt`${hero}`)
		.firstFrame(hero),
);
expectError(
	video()
		.text(prompt`${hero}`)
		.webSearch()
		.resolution('720p'),
);
expectError(
	video()
		.webSearch()
		.text(prompt`${hero}`)
		.resolution('720p'),
);
expectError(
	video()
		.text(prompt`${song}`)
		.resolution('720p')
		.build(),
);
expectError(
	editVideo()
		.text(prompt`${song}`)
		.resolution('720p'),
);
expectError(
	editVideo()
		.text(prompt`${hero}`)
		.resolution('720p')
		.build(),
);
expectError(
	extendVideo()
		.text(prompt`${hero}`)
		.resolution('720p'),
);
expectError(video().text(opening, 'SECOND_TEXT').resolution('720p'));
expectAssignable<VideoRequest>(
	video()
		.text(prompt`A ${'cat'}`)
		.firstFrame(hero)
		.resolution('720p')
		.build(),
);
expectAssignable<VideoRequest>(
	video()
		.webSearch()
		.text(prompt`A ${'cat'}`)
		.resolution('720p')
		.build(),
);
expectAssignable<VideoRequest>(editVideo().text(opening).resolution('720p').build());
expectAssignable<VideoRequest>(
	extendVideo()
		.text(prompt`${tower}`)
		.resolution('720p')
		.build(),
);
expectType<4>(video().text(opening).referenceImage(villain).resolution('720p').build().content.length);

// One of several prompts, or a text, or nothing.
const plain = prompt`A ${'cat'}`;
const either = isIt ? opening : plain;
const other = video().text(either).resolution('720p').build();
expectAssignable<VideoRequest>(other);
expectNotAssignable<{ content: { length: 1 } }>(other);
expectNotAssignable<{ content: { length: 3 } }>(other);
const promptOrText = video()
	.text(isIt ? opening : 'A cat')
	.resolution('720p')
	.build();
expectAssignable<VideoRequest>(promptOrText);
expectNotAssignable<{ content: { length: 1 } }>(promptOrText);
const maybeShots = video()
	.text(isIt ? story : 'A cat')
	.resolution('720p')
	.build();
expectType<12 | undefined>(maybeShots.duration);
const maybe: Prompt | undefined = isIt ? opening : undefined;
expectAssignable<VideoRequest>(video().text(maybe).referenceImage(hero).resolution('720p').build());
expectError(editVideo().text(isIt ? opening : undefined));

// A prompt of which only the type is known goes into every mode.
declare const wide: Prompt;
expectAssignable<Prompt>(opening);
expectAssignable<Prompt>(story);
expectAssignable<Prompt>(plain);
expectAssignable<VideoRequest>(video().text(wide).resolution('720p').build());
expectAssignable<VideoRequest>(video().text`Noir. ${wide}`.resolution('720p').build());
expectAssignable<VideoRequest>(video().webSearch().text(wide).resolution('720p').build());
expectAssignable<VideoRequest>(video().text(wide).referenceImage(hero).resolution('720p').build());
expectAssignable<VideoRequest>(editVideo().text(wide).resolution('720p').build());
expectAssignable<VideoRequest>(extendVideo().text(wide).resolution('720p').build());
expectType<Duration | undefined>(video().text(wide).resolution('720p').build().duration);
expectAssignable<VideoRequest>(video().text(wide).duration(5).resolution('720p').build());
expectAssignable<Prompt>(prompt`${wide} ${wide}`);
expectAssignable<Prompt>(shotList([shot(4, wide)]));
expectType<number>(prompt`${wide} ${hero}`.handles.length);

// A function may take prompts of some handles.
const twice = <const Handles extends readonly MediaHandle[]>(given: Prompt<Handles>): Handles['length'] =>
	given.handles.length;
expectType<2>(twice(opening));
const wakes = (who: MediaHandle<'image'>): Prompt => prompt`${who} wakes`;
expectAssignable<VideoRequest>(video().text(wakes(hero)).resolution('720p').build());
// oxlint-disable-next-line typescript/no-explicit-any -- the type that is tested
declare const anything: any;
expectAssignable<VideoRequest>(video().text(anything).resolution('720p').build());
expectAssignable<Prompt>(prompt`${anything}`);

// The handles of a list count, beside a shot list too.
const four = [
	media.audio('asset://a'),
	media.audio('asset://b'),
	media.audio('asset://c'),
	media.audio('asset://d'),
] as const;
expectError(video().text`${hero} to ${four}`.resolution('720p').build());
const pair = [hero, media.image('asset://pair')] as const;
const rain = shotList([shot(4, 'it rains')]);
expectType<4>(
	video()
		.text(prompt`${pair}: ${rain}`)
		.resolution('720p')
		.build().duration,
);
expectError(
	video()
		.text(prompt`${pair}: ${rain}`)
		.duration(6)
		.resolution('720p')
		.build(),
);
expectError(video().text`${rain} ${pair}`.duration(6).resolution('720p').build());
expectError(video().text(prompt`${pair} ${rain} ${rain}`));

// A prompt may be annotated by its handles.
const annotated: Prompt<[typeof hero]> = prompt`${hero} waits`;
expectAssignable<Prompt>(annotated);
expectType<readonly [typeof hero]>(annotated.handles);
const textAlone: Prompt<[]> = prompt`it rains`;
expectType<readonly []>(textAlone.handles);

// A control character is in no name, as at run time.
expectType<readonly never[]>(promptTemplate('{a\x01b}').slots);
