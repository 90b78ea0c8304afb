import type { MediaHandle } from '../media/handle.js';
import type { NotAllowed, Sentence, TooMany } from '../rules.js';
import type { MediaKind } from '../spec.js';
import type { FirstExcessIndex } from './arguments.js';
import type { AllowedUnless } from './refusal.js';
import type {
	AudioAloneStage,
	EditStage,
	ExtendStage,
	ReferenceImageStage,
	Stages,
	TextStage,
	WebSearchTextStage,
} from './stages.js';
import type { AnyList, Parts } from './state.js';

/**
 * The stage after `.text()` with arguments behind the text: the spans of a template, or, of a plain text, what has to be an
 * empty list.
 */
export type StageAfterSpans<
	Next extends keyof TemplateStages<[], unknown, unknown>,
	Text,
	Spans extends AnyList,
	LastFrame,
	Options,
> =
	| (Text extends string ? never : TemplateStages<Spans, LastFrame, Options>[Next])
	| (0 extends 1 & Text ? never : PlainTextStage<Next, Extract<Text, string>, Spans, LastFrame, Options>);

/** The stage after a plain text, which takes no other arguments. */
export type PlainTextStage<
	Next extends keyof TemplateStages<[], unknown, unknown>,
	Text extends string,
	Spans extends AnyList,
	LastFrame,
	Options,
> = [Text] extends [never]
	? never
	: 0 extends Spans['length']
		? Stages<Parts<Text, [], [], [], LastFrame>, Options>[Next]
		: NotAllowed<Sentence<'oneText'>>;

/** The stage that a template leads to, by the stage that a plain text leads to. */
export interface TemplateStages<Spans extends AnyList, LastFrame, Options> {
	text: WithinLimits<Spans, StageByHandles<Spans, LastFrame, Options>>;
	webSearchText: WebSearchTextStage<Parts<string, [], [], [], LastFrame>, Options>;
	edit: WithinLimits<
		Spans,
		EditStage<Parts<string, HandlesOf<'image', Spans>, HandlesOf<'video', Spans>, [], LastFrame>, Options>
	>;
	extend: WithinLimits<Spans, ExtendStage<Parts<string, [], HandlesOf<'video', Spans>, [], LastFrame>, Options>>;
}

/** The stage that the template of `video()` leads to: by the handles in it, whatever their order in the prose. */
export type StageByHandles<Spans extends AnyList, LastFrame, Options> = ({
	readonly none: TextStage<Parts<string, [], [], [], LastFrame>, Options>;
	readonly audio: AudioAloneStage<Parts<string, [], [], HandlesOf<'audio', Spans>, LastFrame>, Options>;
} & {
	readonly [visual: PropertyKey]: ReferenceImageStage<
		Parts<string, HandlesOf<'image', Spans>, HandlesOf<'video', Spans>, HandlesOf<'audio', Spans>, LastFrame>,
		Options
	>;
})[keyof NoVisualHandles<Spans>];

/** What handles there are, where none is of an image or a video; `never` where one is. Read as {@link AllowedUnless} says. */
export type NoVisualHandles<Spans extends AnyList> = [HandlesOf<'image', Spans>, HandlesOf<'video', Spans>] extends [
	[],
	[],
]
	? HandlesOf<'audio', Spans> extends []
		? { readonly none: true }
		: { readonly audio: true }
	: never;

/** `Stage`, unless the handles of a kind are too many. */
export type WithinLimits<Spans extends AnyList, Stage> = AllowedUnless<TooMany<KindInExcess<Spans>>, Stage>;

/** The kinds of which the handles are too many. */
export type KindInExcess<Spans extends AnyList> = {
	[Kind in MediaKind]: FirstExcessIndex[Kind] extends keyof HandlesOf<Kind, Spans> ? Kind : never;
}[MediaKind];

/**
 * The handles of a kind, each once. Where the compiler can't tell how many there are, or whether two are the same, their
 * number is unknown. Spans of several possible lengths count as a list of unknown length.
 */
export type HandlesOf<
	Kind extends MediaKind,
	Spans extends AnyList,
	Found extends MediaHandle[] = [],
	AllDiffer extends boolean = true,
> = [Spans] extends [readonly [infer Head, ...infer Rest]]
	? [Head] extends [MediaHandle<Kind>]
		? unknown extends Head
			? MediaHandle<Kind>[]
			: [IsOneLiteral<Head['url']>, AllDiffer] extends [true, true]
				? Head extends Found[number]
					? HandlesOf<Kind, Rest, Found>
					: HandlesOf<Kind, Rest, [...Found, Head]>
				: HandlesOf<Kind, Rest, [...Found, Head], false>
		: [PossibleHandle<Kind, Head>] extends [never]
			? HandlesOf<Kind, Rest, Found, AllDiffer>
			: MediaHandle<Kind>[]
	: [PossibleHandle<Kind, Spans[number]>] extends [never]
		? CountIfKnown<Found, AllDiffer>
		: MediaHandle<Kind>[];

/** The handles that were found: a tuple, or a list of unknown length where two of them may be the same. */
export type CountIfKnown<Found extends MediaHandle[], AllDiffer> = AllDiffer extends true
	? Found
	: Found extends [unknown]
		? Found
		: Found[number][];

/** What of a span may be a handle of this kind. */
export type PossibleHandle<Kind extends MediaKind, Span> = Span extends MediaHandle
	? Kind extends Span['kind']
		? Span
		: never
	: never;

/** Whether a text is one literal, and not one of several or known at run time alone. */
export type IsOneLiteral<Text, All = Text> = Text extends string
	? {} extends { [Literal in Text]: 1 }
		? false
		: [All] extends [Text]
			? true
			: false
	: never;
