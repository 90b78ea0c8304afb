import type { ImageHandle, MediaHandle, VideoHandle } from '../../media/handle.js';
import type { NotAllowed, Sentence, TooMany } from '../../rules.js';
import type { MediaKind } from '../../spec.js';
import type { FirstExcessIndex } from '../checks/arguments.js';
import type { AllowedUnless } from '../checks/refusal.js';
import type { AudioAloneStage, Stages } from '../stages.js';
import type { AnyList, Parts } from '../state.js';

/** The handles and lists of handles that a template takes, by the stage after the text. */
export interface TemplateHandles {
	text: MediaHandle | readonly MediaHandle[];
	webSearchText: NotAllowed<Sentence<'searchTextOnly'>>;
	edit: ImageHandle | VideoHandle | readonly (ImageHandle | VideoHandle)[] | NotAllowed<Sentence<'editOthers'>>;
	extend: VideoHandle | readonly VideoHandle[] | NotAllowed<Sentence<'extendOthers'>>;
}

/** What leaves the text out, by the stage after the text: an edit, an extension and a web search require one. */
export interface OptionalText {
	text: undefined;
	webSearchText: never;
	edit: never;
	extend: never;
}

/** The stage after a template, or after a plain text with arguments behind it. `Next` is the stage after a plain text. */
export type StageAfterSpans<Next extends StageAfterText, Text, Spans extends AnyList, LastFrame, Options> =
	| (Text extends string ? never : TemplateStages<Spans, LastFrame, Options>[Next])
	| (0 extends 1 & Text ? never : PlainTextStage<Next, Extract<Text, string>, Spans, LastFrame, Options>);

/** The name of a stage that follows a text. */
export type StageAfterText = keyof TemplateStages<[], unknown, unknown>;

/** The stage after a plain text. A second text is refused: a list that may be empty isn't known to have one. */
export type PlainTextStage<
	Next extends StageAfterText,
	Text extends string,
	Spans extends AnyList,
	LastFrame,
	Options,
> = [Text] extends [never]
	? never
	: 0 extends Spans['length']
		? Stages<Parts<Text, [], [], [], LastFrame>, Options>[Next]
		: NotAllowed<Sentence<'oneText'>>;

/** The stage after a template, by the stage after a plain text. */
export interface TemplateStages<Spans extends AnyList, LastFrame, Options> {
	text: WithinLimits<Spans, StageByHandles<Spans, LastFrame, Options>>;
	webSearchText: Stages<Parts<string, [], [], [], LastFrame>, Options>['webSearchText'];
	edit: WithinLimits<
		Spans,
		Stages<Parts<string, HandlesOf<'image', Spans>, HandlesOf<'video', Spans>, [], LastFrame>, Options>['edit']
	>;
	extend: WithinLimits<Spans, Stages<Parts<string, [], HandlesOf<'video', Spans>, [], LastFrame>, Options>['extend']>;
}

/** The stage after a template of `video()`. It depends on the handles, in whatever order they stand. */
export type StageByHandles<Spans extends AnyList, LastFrame, Options> = ({
	readonly none: Stages<Parts<string, [], [], [], LastFrame>, Options>['text'];
	readonly audio: AudioAloneStage<Parts<string, [], [], HandlesOf<'audio', Spans>, LastFrame>, Options>;
} & {
	readonly [visual: PropertyKey]: Stages<
		Parts<string, HandlesOf<'image', Spans>, HandlesOf<'video', Spans>, HandlesOf<'audio', Spans>, LastFrame>,
		Options
	>['referenceImage'];
})[keyof NoVisualHandles<Spans>];

/** Whether a template has handles of audio alone, or none; `never` if it has one of an image or a video. */
export type NoVisualHandles<Spans extends AnyList> = [HandlesOf<'image', Spans>, HandlesOf<'video', Spans>] extends [
	[],
	[],
]
	? HandlesOf<'audio', Spans> extends []
		? { readonly none: true }
		: { readonly audio: true }
	: never;

/** `Stage`, or a {@link NotAllowed} if a template has too many handles of a kind. */
export type WithinLimits<Spans extends AnyList, Stage> = AllowedUnless<TooMany<KindInExcess<Spans>>, Stage>;

/** The kinds of which a template has too many handles. */
export type KindInExcess<Spans extends AnyList> = {
	[Kind in MediaKind]: FirstExcessIndex[Kind] extends keyof HandlesOf<Kind, Spans> ? Kind : never;
}[MediaKind];

/**
 * The handles of a kind in a template, each once. The result is a list of unknown length if the compiler doesn't know how many
 * there are, or whether two are the same. Spans that may have several lengths are read as a list of unknown length.
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
			: [Head] extends [readonly [...infer Listed]]
				? number extends Listed['length']
					? MediaHandle<Kind>[]
					: HandlesOf<Kind, [...Listed, ...Rest], Found, AllDiffer>
				: MediaHandle<Kind>[]
	: [PossibleHandle<Kind, Spans[number]>] extends [never]
		? CountIfKnown<Found, AllDiffer>
		: MediaHandle<Kind>[];

/** The handles that were found: a tuple, or a list of unknown length if two of them may be the same. */
export type CountIfKnown<Found extends MediaHandle[], AllDiffer> = AllDiffer extends true
	? Found
	: Found extends [unknown]
		? Found
		: Found[number][];

/** The members of a span's type, or of a list that it may be, that may be a handle of this kind. */
export type PossibleHandle<Kind extends MediaKind, Span> = Span extends MediaHandle
	? Kind extends Span['kind']
		? Span
		: never
	: Span extends readonly (infer Listed)[]
		? PossibleHandle<Kind, Listed>
		: never;

/** Whether a text is one literal: not one of several, and not text that only the run time knows. */
export type IsOneLiteral<Text, All = Text> = Text extends string
	? {} extends { [Literal in Text]: 1 }
		? false
		: [All] extends [Text]
			? true
			: false
	: never;
