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

/**
 * The handles of a kind, each once. Where the compiler can't tell how many there are, or whether two are the same, their number is
 * unknown.
 */
type Handles<
	Spans extends List,
	Kind extends MediaKind,
	Found extends MediaHandle[] = [],
	IsKnown extends boolean = true,
> = Spans extends readonly [infer Head, ...infer Rest]
	? [Head] extends [MediaHandle<Kind>]
		? [IsLiteral<Head['url']>, IsKnown] extends [true, true]
			? Head extends Found[number]
				? Handles<Rest, Kind, Found>
				: Handles<Rest, Kind, [...Found, Head]>
			: Handles<Rest, Kind, [...Found, Head], false>
		: [MayBe<Kind, Head>] extends [never]
			? Handles<Rest, Kind, Found, IsKnown>
			: MediaHandle<Kind>[]
	: [MayBe<Kind, Spans[number]>] extends [never]
		? Counted<Found, IsKnown>
		: MediaHandle<Kind>[];

type Counted<Found extends MediaHandle[], IsKnown> = IsKnown extends true
	? Found
	: Found extends [unknown]
		? Found
		: Found[number][];

/** What of a span may be a handle of this kind. */
type MayBe<Kind extends MediaKind, Span> = Span extends MediaHandle
	? Kind extends Span['kind']
		? Span
		: never
	: never;

/** Whether the compiler knows the text, and not only that it is one of several. */
type IsLiteral<Text, All = Text> = Text extends string
	? {} extends Record<Text, 1>
		? false
		: [All] extends [Text]
			? true
			: false
	: never;
