import type { AudioSource, ImageSource, Source, VideoSource } from '../media/source.js';
import type { WebSearchTool } from '../request/types.js';
import type { BadDuration, NotAllowed, Sentence, TooMany } from '../rules.js';
import type { Duration } from '../spec.js';
import type { List } from './state.js';

// The compiler's work is kept small here: a list is asked about as a whole, never source by source, no sentence quotes a
// source, and the three kinds of references are written out, because a type parameter for the kind would double their price.

/** What the argument of a frame verb must be: anything, or the sentence that refuses it. */
export type FrameArgument<Given> = [Given] extends [ImageSource | OpenText<Given>]
	? unknown
	: NotAllowed<Sentence<'imageSource'>>;

/** The arguments of `.referenceImage()`, after the images that are there `Before`. */
export type ImageArguments<Given extends Source[], Before extends List> = '9' extends keyof [...Before, ...Given]
	? [NotAllowed<TooMany<'image'>>, ...unknown[]]
	: Given[number] extends ImageSource
		? Given
		: (ImageSource | OpenText<Given[number]> | NotAllowed<Sentence<'imageSource'>>)[];

/** The arguments of `.referenceVideo()`, after the videos that are there `Before`. */
export type VideoArguments<Given extends Source[], Before extends List> = '3' extends keyof [...Before, ...Given]
	? [NotAllowed<TooMany<'video'>>, ...unknown[]]
	: Given[number] extends VideoSource
		? Given
		: (VideoSource | OpenText<Given[number]> | NotAllowed<Sentence<'videoSource'>>)[];

/** The arguments of `.referenceAudio()`, after the clips that are there `Before`. */
export type AudioArguments<Given extends Source[], Before extends List> = '3' extends keyof [...Before, ...Given]
	? [NotAllowed<TooMany<'audio'>>, ...unknown[]]
	: Given[number] extends AudioSource
		? Given
		: (AudioSource | OpenText<Given[number]> | NotAllowed<Sentence<'audioSource'>>)[];

/** What of `Given` is text and no literal, `string` or `${string}/cat.jpg`: the run time judges it. */
type OpenText<Given> = Given extends string ? ({} extends { [Text in Given]: 1 } ? Given : never) : never;

/** What the argument of `.duration()` must be beside itself: itself, or the sentence that refuses it. */
export type DurationArgument<Given extends number | undefined> = Given extends Duration | undefined
	? Given
	: number extends Given
		? Given
		: NotAllowed<BadDuration<Given & number>>;

/** An option that is unset, or may be: absent or optional in the payload. */
export type Unset<Key extends string, Value> = [Value] extends [undefined]
	? {}
	: { readonly [Option in Key]?: Exclude<Value, undefined> };

/** The `tools` that `.webSearch()` leaves where it isn't switched on for certain. */
export type MaybeWebSearch<Value> = true extends Value ? { readonly tools?: readonly [WebSearchTool] } : {};

/** What `.text()` is where it may no longer be called. */
export type TextTaken<Text> = Text extends undefined
	? NotAllowed<Sentence<'textFirst'>>
	: NotAllowed<Sentence<'oneText'>>;
