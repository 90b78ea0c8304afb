import type { MediaHandle } from '../media/handle.js';
import type { NotAllowed, Sentence, TooMany } from '../rules.js';
import type { MediaKind } from '../spec.js';
import type { AudioAloneStage } from './audio-alone-stage.js';
import type { EditStage } from './edit-stage.js';
import type { ExtendStage } from './extend-stage.js';
import type { ReferenceImageStage } from './reference-image-stage.js';
import type { List, Parts } from './state.js';
import type { TextStage } from './text-stage.js';
import type { WebSearchTextStage } from './web-search-text-stage.js';

/** The stage that `video()`'s template leads to: by the handles in it, whatever their order in the prose. */
export type VideoTemplate<Text, Spans extends List, Options> = Crowded<
	Text,
	Spans,
	[Handles<Spans, 'image'>, Handles<Spans, 'video'>] extends [[], []]
		? Handles<Spans, 'audio'> extends []
			? TextStage<Parts<string, [], [], []>, Options>
			: AudioAloneStage<Parts<string, [], [], Handles<Spans, 'audio'>>, Options>
		: ReferenceImageStage<
				Parts<string, Handles<Spans, 'image'>, Handles<Spans, 'video'>, Handles<Spans, 'audio'>>,
				Options
			>
>;

/** The stage that `editVideo()`'s template leads to. */
export type EditTemplate<Text, Spans extends List, Options> = Crowded<
	Text,
	Spans,
	EditStage<Parts<string, Handles<Spans, 'image'>, Handles<Spans, 'video'>, []>, Options>
>;

/** The stage that `extendVideo()`'s template leads to. */
export type ExtendTemplate<Text, Spans extends List, Options> = Crowded<
	Text,
	Spans,
	ExtendStage<Parts<string, [], Handles<Spans, 'video'>, []>, Options>
>;

/** The stage that a template leads to where web search is on: it has no handles. */
export type WebSearchTemplate<Text, Options> = Text extends string
	? NotAllowed<Sentence<'oneText'>>
	: WebSearchTextStage<Parts<string, [], [], []>, Options>;

/** `Stage`, unless the handles of a kind are too many, or the spans are arguments beside a plain text. */
type Crowded<Text, Spans extends List, Stage> = Text extends string
	? NotAllowed<Sentence<'oneText'>>
	: '9' extends keyof Handles<Spans, 'image'>
		? NotAllowed<TooMany<'image'>>
		: '3' extends keyof Handles<Spans, 'video'>
			? NotAllowed<TooMany<'video'>>
			: '3' extends keyof Handles<Spans, 'audio'>
				? NotAllowed<TooMany<'audio'>>
				: Stage;

/** The handles of a kind, each once. Where the compiler can't tell whether two are the same, their number is unknown. */
type Handles<Spans extends List, Kind extends MediaKind> = Counted<HandlesIn<Spans, Kind>>;

type HandlesIn<Spans extends List, Kind extends MediaKind, Found extends MediaHandle[] = []> = Spans extends readonly [
	infer Head,
	...infer Rest,
]
	? Head extends MediaHandle<Kind>
		? IsLiteral<(Head | Found[number])['url']> extends true
			? Head extends Found[number]
				? HandlesIn<Rest, Kind, Found>
				: HandlesIn<Rest, Kind, [...Found, Head]>
			: HandlesIn<Rest, Kind, [...Found, Head]>
		: HandlesIn<Rest, Kind, Found>
	: Found;

type Counted<Found extends MediaHandle[]> = Found extends [] | [unknown]
	? Found
	: IsLiteral<Found[number]['url']> extends true
		? Found
		: Found[number][];

/** `false`, or `boolean`, where a part of the union is known at run time alone. */
type IsLiteral<Text> = Text extends string ? ({} extends Record<Text, 1> ? false : true) : never;
