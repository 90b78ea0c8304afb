import type { AudioHandle, ImageHandle, MediaHandle, VideoHandle } from '../media/handle.js';
import type { HandlesOf, HandlesOfValue, KindOf, LengthOf, PossibleHandle } from '../prompt/compose/handles.js';
import type { PromptOf } from '../prompt/compose/prompt-of.js';
import type { AnyPrompt } from '../prompt/types.js';
import type { NotAllowed, Sentence, TooMany } from '../rules.js';
import type { MediaKind } from '../spec.js';
import type { FirstExcessIndex } from './checks/arguments.js';
import type { AllowedUnless } from './checks/refusal.js';
import type { EditStage, ExtendStage } from './pinned-stages.js';
import type { AudioAloneStage, ReferenceImageStage, Stages, TextStage, WebSearchTextStage } from './stages.js';
import type { AnyList, Parts, shotSeconds } from './state.js';

/** What a template takes beside texts and numbers, by the stage after the text. A prompt is checked by its handles. */
export interface TemplateValue {
	text: MediaHandle | readonly MediaHandle[] | AnyPrompt;
	webSearchText: AnyPrompt | NotAllowed<Sentence<'searchTextOnly'>>;
	edit:
		| ImageHandle
		| VideoHandle
		| readonly (ImageHandle | VideoHandle)[]
		| AnyPrompt
		| NotAllowed<Sentence<'editOthers'>>;
	extend: VideoHandle | readonly VideoHandle[] | AnyPrompt | NotAllowed<Sentence<'extendOthers'>>;
}

/**
 * What a text may be beside a string, by the stage after it: a prompt, or `undefined`, which leaves it out. An edit, an extension
 * and a web search require a text.
 */
export interface TextValue {
	text: AnyPrompt | undefined;
	webSearchText: AnyPrompt;
	edit: AnyPrompt;
	extend: AnyPrompt;
}

/**
 * The stage after a template, a prompt, or a plain text with arguments behind it. `Next` is the stage after a plain text. The
 * spans of a prompt are inferred from it, as a list of prompts.
 */
export type StageAfterSpans<Next extends StageAfterText, Text, Spans extends AnyList, LastFrame, Options> =
	| (Text extends string | AnyPrompt ? never : StageAfterTemplate<Next, Spans, LastFrame, Options>)
	| (0 extends 1 & Text
			? never
			: Text extends TemplateStringsArray
				? never
				: [Spans] extends [AnyPrompt[]]
					? StageAfterPrompt<Next, Exclude<Text, TemplateStringsArray> | Spans[number], LastFrame, Options>
					: PlainTextStage<Next, Extract<Text, string>, Spans, LastFrame, Options>);

/** The name of a stage that follows a text. */
export type StageAfterText = keyof TextValue;

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

/** The stage after a template. */
export type StageAfterTemplate<Next extends StageAfterText, Spans extends AnyList, LastFrame, Options> = ({
	readonly prompts: StageAfterPrompts<Next, PromptOf<Spans>, LastFrame, Options>;
} & {
	readonly [media: PropertyKey]: StageAfterMedia<Next, string, SpanMedia<Spans>, LastFrame, Options>;
})[keyof HasPrompt<Spans[number]>];

/** Whether a span is a prompt; `never` if it is none. */
export type HasPrompt<Span> = Span extends AnyPrompt ? { readonly prompts: true } : never;

/** The stage after a template with prompts, which is a prompt itself, or its refusal. */
export type StageAfterPrompts<Next extends StageAfterText, Composed, LastFrame, Options> = Composed extends AnyPrompt
	? StageAfterPrompt<Next, Composed, LastFrame, Options>
	: Composed;

/** The stage after a prompt, or after a text that may be one. */
export type StageAfterPrompt<Next extends StageAfterText, Text, LastFrame, Options> = [Text] extends [AnyPrompt]
	? StageAfterHandles<Next, Text['text'], Text['handles'], LastFrame, WithShots<Options, Text['seconds']>>
	: StageAfterHandles<Next, TextOfPrompt<Text>, HandlesOfValue<Text>, LastFrame, WithShots<Options, LengthOf<Text>>>;

/** The stage after a text with the handles of a prompt. */
export type StageAfterHandles<
	Next extends StageAfterText,
	Text,
	Handles extends AnyList,
	LastFrame,
	Options,
> = AllowedUnless<WrongHandles<Next, Handles>, StageAfterMedia<Next, Text, PromptMedia<Handles>, LastFrame, Options>>;

/** The text of a prompt, or a text as it is. */
export type TextOfPrompt<Text> = Text extends AnyPrompt ? Text['text'] : Text;

/** The options after a text with a shot list. */
export type WithShots<Options, Seconds> = [Seconds] extends [undefined] ? Options : Options & ShotOptions<Seconds>;

/** The length of the shot list in a chain's text. Optional, so that a payload with it is one with an option that may be unset. */
export interface ShotOptions<Seconds> {
	readonly [shotSeconds]?: readonly [Seconds];
}

/** The sentence for handles that a prompt must not have here. A list of unknown length may have none: the run time checks it. */
export type WrongHandles<Next extends StageAfterText, Handles extends AnyList> = number extends Handles['length']
	? never
	: KindOf<Handles[number]> & WrongKind[Next]['kind'] extends never
		? never
		: Sentence<WrongKind[Next]['sentence']>;

/** The kinds of handles that a prompt must not have, by the stage after the text. */
export interface WrongKind {
	text: { kind: never; sentence: never };
	webSearchText: { kind: MediaKind; sentence: 'searchTextOnly' };
	edit: { kind: 'audio'; sentence: 'editOthers' };
	extend: { kind: 'image' | 'audio'; sentence: 'extendOthers' };
}

/** The media that a text attaches: its handles by kind, each once. */
export interface TextMedia {
	images: AnyList;
	videos: AnyList;
	audio: AnyList;
}

/** The media of a template. */
export interface SpanMedia<Spans extends AnyList> {
	images: HandlesOf<'image', Spans>;
	videos: HandlesOf<'video', Spans>;
	audio: HandlesOf<'audio', Spans>;
}

/** The media of a prompt, whose handles are each there once. Where only the run time knows them, a list has an unknown length. */
export type PromptMedia<
	Handles extends AnyList,
	Images extends AnyList = [],
	Videos extends AnyList = [],
	Audio extends AnyList = [],
> = [Handles] extends [readonly [infer Head, ...infer Rest]]
	? Head extends ImageHandle
		? PromptMedia<Rest, [...Images, Head], Videos, Audio>
		: Head extends VideoHandle
			? PromptMedia<Rest, Images, [...Videos, Head], Audio>
			: Head extends AudioHandle
				? PromptMedia<Rest, Images, Videos, [...Audio, Head]>
				: PromptMedia<Head[], Images, Videos, Audio>
	: Handles extends readonly []
		? { images: Images; videos: Videos; audio: Audio }
		: {
				images: WithPossible<'image', Images, Handles[number]>;
				videos: WithPossible<'video', Videos, Handles[number]>;
				audio: WithPossible<'audio', Audio, Handles[number]>;
			};

/** A list, and those of unknown number that may be of a kind. */
export type WithPossible<Kind extends MediaKind, List extends AnyList, Handle> = [
	PossibleHandle<Kind, Handle>,
] extends [never]
	? List
	: [...List, ...MediaHandle<Kind>[]];

/** The stage after a text with these media; a {@link NotAllowed} if a kind has too many. */
export type StageAfterMedia<
	Next extends StageAfterText,
	Text,
	Media extends TextMedia,
	LastFrame,
	Options,
> = AllowedUnless<TooMany<KindInExcess<Media>>, TextStages<Text, Media, LastFrame, Options>[Next]>;

/** The stage after a text with media, by the stage after a plain text. */
export interface TextStages<Text, Media extends TextMedia, LastFrame, Options> {
	text: StageByMedia<Text, Media, LastFrame, Options>;
	webSearchText: WebSearchTextStage<Parts<Text, [], [], [], LastFrame>, Options>;
	edit: EditStage<Parts<Text, Media['images'], Media['videos'], [], LastFrame>, Options>;
	extend: ExtendStage<Parts<Text, [], Media['videos'], [], LastFrame>, Options>;
}

/** The stage of `video()` after a text with media. It depends on their kinds, in whatever order they stand. */
export type StageByMedia<Text, Media extends TextMedia, LastFrame, Options> = ({
	readonly none: TextStage<Parts<Text, [], [], [], LastFrame>, Options>;
	readonly audio: AudioAloneStage<Parts<Text, [], [], Media['audio'], LastFrame>, Options>;
} & {
	readonly [visual: PropertyKey]: ReferenceImageStage<
		Parts<Text, Media['images'], Media['videos'], Media['audio'], LastFrame>,
		Options
	>;
})[keyof NoVisualMedia<Media>];

/** Whether a text has audio alone, or no media; `never` if it has an image or a video. */
export type NoVisualMedia<Media extends TextMedia> = [Media['images'], Media['videos']] extends [[], []]
	? Media['audio'] extends []
		? { readonly none: true }
		: { readonly audio: true }
	: never;

/** The kinds of which a text has too many. */
export type KindInExcess<Media extends TextMedia> =
	| (FirstExcessIndex['image'] extends keyof Media['images'] ? 'image' : never)
	| (FirstExcessIndex['video'] extends keyof Media['videos'] ? 'video' : never)
	| (FirstExcessIndex['audio'] extends keyof Media['audio'] ? 'audio' : never);
