import type { BlankText, DoubtfulBlank } from '../prompt/blank.js';
import type { Count, DanglingPlaceholders, DoubtfulPlaceholders } from '../prompt/placeholders.js';
import type { AudioItem, ImageItem, TextItem, VideoItem } from '../request/types.js';
import type { NotAllowed, Sentence } from '../rules.js';
import type { Resolution } from '../spec.js';
import type { StageName } from './stage-verbs.js';
import type { AnyParts, List } from './state.js';

/** `Verb` once the request is complete; before, the sentence that names what is missing first. */
export type Finished<Name extends StageName, P extends AnyParts, Options, Verb> = Name extends keyof Unfinished<P>
	? Refused<Unfinished<P>[Name], Resolved<P, Options, Verb>>
	: Resolved<P, Options, Verb>;

type Refused<Problem extends string, Verb> = [Problem] extends [never] ? Verb : NotAllowed<Problem>;

/** What is missing at the stages that may lack something beside the options; `never` where nothing is. */
interface Unfinished<P extends AnyParts> {
	start: Sentence<'nothingToMake'>;
	webSearch: Sentence<'nothingToMake'>;
	audioAlone: Sentence<'audioAlone'>;
	editStart: Sentence<'editText'>;
	edit: EditProblem<P>;
	editVideo: EditProblem<P>;
	extendStart: Sentence<'extendText'>;
	extend: P['videos'] extends readonly [] ? Sentence<'extendVideo'> : never;
}

type EditProblem<P extends AnyParts> = P['images'] extends readonly []
	? Sentence<'editImage'>
	: P['videos'] extends readonly []
		? Sentence<'editVideo'>
		: never;

// A text with an `@` in it isn't blank, so that either question is asked alone.
type Resolved<P extends AnyParts, Options, Verb> = Options extends { readonly resolution: Resolution }
	? P['text'] extends `${string}@${string}`
		? { text: P['text'] } extends Doubtful<P>
			? Refused<DanglingPlaceholders<P['text'], P['images'], P['videos'], P['audio']>, Verb>
			: Verb
		: P['text'] extends DoubtfulBlank
			? Refused<BlankText<P['text']>, Verb>
			: Verb
	: NotAllowed<Sentence<'resolutionMissing'>>;

/** A text in which a placeholder may be dangling, beside these items. */
type Doubtful<P extends AnyParts> =
	| DoubtfulPlaceholders['image'][P['images']['length'] & Count]
	| DoubtfulPlaceholders['video'][P['videos']['length'] & Count]
	| DoubtfulPlaceholders['audio'][P['audio']['length'] & Count];

/** The payload: what `JSON.stringify` makes of it is the request's body. */
export type Payload<Name extends StageName, P extends AnyParts, Options> = undefined extends Options[keyof Options]
	? Simplify<{ readonly model: 'seedance-2.0-ultra'; readonly content: Contents<P>[Name] } & Settled<Options>>
	: Simplify<{ readonly model: 'seedance-2.0-ultra'; readonly content: Contents<P>[Name] } & Options>;

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

/** The options where one may be undefined: what may be unset is optional, what is unset is absent. */
type Settled<Options> = {
	readonly [Key in keyof Options as undefined extends Options[Key] ? never : Key]: Options[Key];
} & {
	readonly [
		Key in keyof Options as undefined extends Options[Key] ? ([Options[Key]] extends [undefined] ? never : Key) : never
	]?: Exclude<Options[Key], undefined>;
};
