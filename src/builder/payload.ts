import type { BlankText, DoubtfulBlank } from '../prompt/blank.js';
import type { Count, DanglingPlaceholders, DoubtfulPlaceholders } from '../prompt/placeholders.js';
import type { ParseResult } from '../request/parse.js';
import type { AudioItem, ImageItem, TextItem, VideoItem } from '../request/types.js';
import type { NotAllowed, refusals, Sentence } from '../rules.js';
import type { Resolution } from '../spec.js';
import type { StageName } from './stage-verbs.js';
import type { AnyParts, List } from './state.js';

/**
 * `Verb` once the request is complete. Before, a {@link NotAllowed} that names what is missing, the most basic first, and
 * one that names what is wrong with the text. What is plainly complete is told at a glance: that is what a compiler mostly
 * sees.
 */
export type Finished<Name extends StageName, P extends AnyParts, Options, Verb> = Name extends keyof Missing<P>
	? Unless<Saying<Listed<Missing<P>[Name], MissingResolution<Options>>> & TextProblem<P>, Verb>
	: Options extends HasResolution
		? P['text'] & (`${string}@${string}` | DoubtfulBlank) extends never
			? Verb
			: Unless<TextProblem<P>, Verb>
		: NotAllowed<Sentence<'resolutionMissing'>> & TextProblem<P>;

interface HasResolution {
	readonly resolution: Resolution;
}

type Unless<Problem, Verb> = unknown extends Problem ? Verb : Problem;

/** `unknown` where nothing is wrong. */
type TextProblem<P extends AnyParts> = Saying<WrongText<P, P['text']>>;

/** What is wrong with a text, or with any of a union. One with an `@` in it isn't blank, so that either question is asked alone. */
type WrongText<P extends AnyParts, Text> = Text extends `${string}@${string}`
	? { text: Text } extends DoubtfulText<P>
		? DanglingPlaceholders<Text, P['images'], P['videos'], P['audio']>
		: never
	: Text extends DoubtfulBlank
		? BlankText<Text>
		: never;

type Saying<Problem extends string> = [Problem] extends [''] ? unknown : NotAllowed<Problem>;

/** What is missing at the stages that may lack something beside the options; empty where nothing is. */
interface Missing<P extends AnyParts> {
	start: Sentence<'nothingToMake'>;
	webSearch: Sentence<'nothingToMake'>;
	audioAlone: Sentence<'audioAlone'>;
	editStart: Sentence<'editText'>;
	edit: Listed<IfEmpty<P['images'], 'editImage'>, IfEmpty<P['videos'], 'editVideo'>>;
	editVideo: IfEmpty<P['images'], 'editImage'>;
	extendStart: Sentence<'extendText'>;
	extend: IfEmpty<P['videos'], 'extendVideo'>;
}

type MissingResolution<Options> = Options extends HasResolution ? '' : Sentence<'resolutionMissing'>;

type IfEmpty<Sources extends List, Name extends keyof typeof refusals> = Sources extends readonly []
	? Sentence<Name>
	: '';

// One text: of several types in an error, the compiler leaves out those that come after its 160th character.
type Listed<First extends string, Second extends string> = First extends ''
	? Second
	: Second extends ''
		? First
		: `${First}; ${Second}`;

/** A text in which a placeholder may be dangling, beside these items. */
type DoubtfulText<P extends AnyParts> =
	| DoubtfulPlaceholders['image'][P['images']['length'] & Count]
	| DoubtfulPlaceholders['video'][P['videos']['length'] & Count]
	| DoubtfulPlaceholders['audio'][P['audio']['length'] & Count];

/**
 * The verb that gives the payload. An interface that declares how it varies, so that a comparison of two chains, as in an
 * array or a condition, need not compare the payloads that each may come to: that took the compiler a second.
 */
export interface Build<Name extends StageName, P extends AnyParts, out Options> {
	(): Payload<Name, P, Options>;
}

/** {@link Build}'s twin, which returns the issues instead of throwing them. */
export interface SafeBuild<Name extends StageName, P extends AnyParts, out Options> {
	(): ParseResult<Payload<Name, P, Options>>;
}

/** The payload: what `JSON.stringify` makes of it is the request's body. */
type Payload<Name extends StageName, P extends AnyParts, Options> = Simplify<
	{ readonly model: 'seedance-2.0-ultra'; readonly content: Contents<P>[Name] } & Options
>;

/** The content of a payload by the stage that it ends at, in the API's order. */
interface Contents<P extends AnyParts> {
	start: never;
	text: readonly [TextItem<P['text']>];
	webSearch: never;
	webSearchText: readonly [TextItem<P['text']>];
	firstFrame: readonly [...Texts<P['text']>, ImageItem<P['images'][0], 'first_frame'>];
	firstAndLastFrame: readonly [
		...Texts<P['text']>,
		ImageItem<P['images'][0], 'first_frame'>,
		ImageItem<P['images'][1], 'last_frame'>,
	];
	referenceImage: References<P>;
	referenceVideo: References<P>;
	referenceAudio: References<P>;
	audioAlone: never;
	editStart: never;
	edit: References<P>;
	editVideo: References<P>;
	extendStart: never;
	extend: References<P>;
}

type References<P extends AnyParts> = readonly [
	...Texts<P['text']>,
	...Images<P['images']>,
	...Videos<P['videos']>,
	...Audio<P['audio']>,
];

type Images<Sources extends List> = { [Index in keyof Sources]: ImageItem<Sources[Index], 'reference_image'> };
type Videos<Sources extends List> = { [Index in keyof Sources]: VideoItem<Sources[Index]> };
type Audio<Sources extends List> = { [Index in keyof Sources]: AudioItem<Sources[Index]> };

type Texts<Text> = Text extends undefined ? [] : [TextItem<Text>];

type Simplify<Type> = { readonly [Key in keyof Type]: Type[Key] } & {};
