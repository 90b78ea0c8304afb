import type { ImageHandle, MediaHandle, VideoHandle } from '../../media/handle.js';
import type { HandlesOfValue, KindOf, LengthOf } from '../../prompt/compose/handles.js';
import type { FewHandles } from '../../prompt/placeholders.js';
import type { PromptOf } from '../../prompt/compose/prompt-of.js';
import type { AnyPrompt, Prompt } from '../../prompt/types.js';
import type { NotAllowed, Sentence, TooMany } from '../../rules.js';
import type { MediaKind } from '../../spec.js';
import type { FirstExcessIndex } from '../checks/arguments.js';
import type { AllowedUnless } from '../checks/refusal.js';
import type { AudioAloneStage, Stages } from '../stages.js';
import type { PromptParts, TemplateParts } from './parts.js';
import type { AnyList, AnyParts, Parts, shotSeconds } from '../state.js';

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
export type StageAfterSpans<Next extends StageAfterText, Text, Spans extends AnyList, LastFrame, Options> = [
	Text,
] extends [AnyPrompt]
	? 0 extends 1 & Text
		? StageAfterTemplate<Next, Spans, LastFrame, Options>
		: StageAfterPrompt<Next, Text, LastFrame, Options>
	:
			| (Text extends string | AnyPrompt ? never : StageAfterTemplate<Next, Spans, LastFrame, Options>)
			| (Text extends TemplateStringsArray
					? never
					: [Spans] extends [AnyPrompt[]]
						? StageAfterPrompt<Next, Text | Spans[number], LastFrame, Options>
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
	readonly [media: PropertyKey]: AllowedUnless<
		[`${Spans['length'] & number}`, Spans[number]] extends [FewHandles, string | number | MediaHandle]
			? never
			: number extends Spans['length']
				? never
				: TooMany<KindInExcess<TemplateParts<Spans, LastFrame>>>,
		TextStages<string, KindOf<Spans[number]>, TemplateParts<Spans, LastFrame>, Options>[Next]
	>;
})[keyof HasPrompt<Spans[number]>];

/** Whether a span is a prompt; `never` if it is none. */
export type HasPrompt<Span> = Span extends Prompt<AnyList, number | undefined> ? { readonly prompts: true } : never;

/** The stage after a template with prompts, which is a prompt itself, or its refusal. */
export type StageAfterPrompts<Next extends StageAfterText, Composed, LastFrame, Options> = Composed extends AnyPrompt
	? StageAfterPrompt<Next, Composed, LastFrame, Options>
	: Composed;

/** The stage after a prompt, or after a text that may be one. */
export type StageAfterPrompt<Next extends StageAfterText, Text, LastFrame, Options> = [Text] extends [
	Prompt<infer Handles, infer Seconds, infer Written>,
]
	? StageAfterHandles<Next, Written, Handles, LastFrame, WithShots<Options, Seconds>>
	: StageAfterHandles<Next, TextOfPrompt<Text>, HandlesOfValue<Text>, LastFrame, WithShots<Options, LengthOf<Text>>>;

/** The stage after a text with the handles of a prompt. */
export type StageAfterHandles<
	Next extends StageAfterText,
	Text,
	Handles extends AnyList,
	LastFrame,
	Options,
> = `${Handles['length']}` extends FewHandles
	? KindOf<Handles[number]> & WrongKind[Next]['kind'] extends never
		? TextStages<Text, KindOf<Handles[number]>, PromptParts<Text, Handles, LastFrame>, Options>[Next]
		: NotAllowed<Sentence<WrongKind[Next]['sentence']>>
	: AllowedUnless<
			WrongHandles<Next, Handles> | TooMany<KindInExcess<PromptParts<Text, Handles, LastFrame>>>,
			TextStages<Text, KindOf<Handles[number]>, PromptParts<Text, Handles, LastFrame>, Options>[Next]
		>;

/** The text of a prompt, or a text as it is. */
export type TextOfPrompt<Text> = Text extends Prompt<AnyList, number | undefined, infer Written> ? Written : Text;

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

/** The stage after a text with media of these kinds, by the stage after a plain text. */
export interface TextStages<Text, Kinds, P extends AnyParts, Options> {
	text: StageByKinds<Text, Kinds, P, Options>;
	webSearchText: Stages<Parts<Text, [], [], [], P['lastFrame']>, Options>['webSearchText'];
	edit: Stages<P, Options>['edit'];
	extend: Stages<P, Options>['extend'];
}

/** The stage of `video()` after a text with media. It depends on their kinds, in whatever order they stand. */
export type StageByKinds<Text, Kinds, P extends AnyParts, Options> = ({
	readonly none: Stages<Parts<Text, [], [], [], P['lastFrame']>, Options>['text'];
	readonly audio: AudioAloneStage<P, Options>;
} & {
	readonly [visual: PropertyKey]: Stages<P, Options>['referenceImage'];
})[keyof NoVisualKinds<Kinds>];

/** Whether a text has audio alone, or no media; `never` if it has an image or a video. */
export type NoVisualKinds<Kinds> = [Kinds] extends [never]
	? { readonly none: true }
	: [Kinds] extends ['audio']
		? { readonly audio: true }
		: never;

/** The kinds of which a text has too many. */
export type KindInExcess<P extends AnyParts> =
	| (FirstExcessIndex['image'] extends keyof P['images'] ? 'image' : never)
	| (FirstExcessIndex['video'] extends keyof P['videos'] ? 'video' : never)
	| (FirstExcessIndex['audio'] extends keyof P['audio'] ? 'audio' : never);
