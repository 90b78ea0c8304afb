import type { AudioSource, ImageSource, Source, VideoSource } from '../media/source.js';
import type { WebSearchTool } from '../request/types.js';
import type { BadDuration, NotAllowed, Sentence, TooMany } from '../rules.js';
import type { Duration } from '../spec.js';
import type { List } from './state.js';

// Each type below answers with what was `Given` where all is well, and is then the type of a verb's parameter. A list is
// asked about as a whole, never source by source, no sentence quotes a source, and the three kinds of references are written
// out, because a type parameter for the kind would double their price: all of it keeps the compiler's work small.

/** The argument of a frame verb. */
export type FrameArgument<Given extends Source<'image'>> = Given extends ImageSource
	? Given
	: {} extends { [Text in Given & string]: 1 }
		? Given // not a literal: `${base}/cat.jpg` is judged at run time
		: NotAllowed<Sentence<'imageSource'>>;

/** The arguments of `.referenceImage()`, after the images that are there `Before`. */
export type ImageArguments<Given extends Source<'image'>[], Before extends List> = Given[number] extends ImageSource
	? '9' extends keyof [...Before, ...Given]
		? NonEmpty<NotAllowed<TooMany<'image'>>>
		: Given
	: {} extends { [Text in Exclude<Given[number], ImageSource>]: 1 }
		? Given // not literals
		: NonEmpty<ImageSource | NotAllowed<Sentence<'imageSource'>>>;

/** The arguments of `.referenceVideo()`, after the videos that are there `Before`. */
export type VideoArguments<Given extends Source<'video'>[], Before extends List> = Given[number] extends VideoSource
	? '3' extends keyof [...Before, ...Given]
		? NonEmpty<NotAllowed<TooMany<'video'>>>
		: Given
	: {} extends { [Text in Exclude<Given[number], VideoSource>]: 1 }
		? Given // not literals
		: NonEmpty<VideoSource | NotAllowed<Sentence<'videoSource'>>>;

/** The arguments of `.referenceAudio()`, after the clips that are there `Before`. */
export type AudioArguments<Given extends Source<'audio'>[], Before extends List> = Given[number] extends AudioSource
	? '3' extends keyof [...Before, ...Given]
		? NonEmpty<NotAllowed<TooMany<'audio'>>>
		: Given
	: {} extends { [Text in Exclude<Given[number], AudioSource>]: 1 }
		? Given // not literals
		: NonEmpty<AudioSource | NotAllowed<Sentence<'audioSource'>>>;

// A tuple with a rest, where an array would do: the compiler compares two tuples without a look at an array's methods.
type NonEmpty<Item> = [Item, ...Item[]];

/** What the argument of `.duration()` must be beside itself: anything, or the sentence that refuses it. */
export type DurationArgument<Given extends number | undefined> = Given extends Duration | undefined
	? unknown
	: number extends Given
		? unknown
		: NotAllowed<BadDuration<Given & number>>;

/** The `tools` that `.webSearch()` leaves where it isn't switched on for certain. */
export type MaybeWebSearch<Value> = true extends Value ? readonly [WebSearchTool] | undefined : undefined;

/** What `.text()` is where it may no longer be called. */
export type TextTaken<Text> = Text extends undefined
	? NotAllowed<Sentence<'textFirst'>>
	: NotAllowed<Sentence<'oneText'>>;
