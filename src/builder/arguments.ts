import type { SlotSource, Source } from '../media/source.js';
import type { BadDuration, NotAllowed, Sentence, TooMany } from '../rules.js';
import type { Duration, MediaKind, spec } from '../spec.js';
import type { List } from './state.js';

// Each type below answers with what was `Given` where all is well, and is then the type of a verb's parameter. A list is
// asked about as a whole, never source by source, and no sentence quotes a source: both keep the compiler's work small.

/** The argument of a frame verb. */
export type FrameArgument<Given extends Source> = Given extends SlotSource<'image'> | URL
	? Given
	: {} extends Record<Given & string, 1>
		? Given // not a literal: `${base}/cat.jpg` is judged at run time
		: NotAllowed<Sentence<'imageSource'>>;

/** The arguments of a reference verb, after the references of the kind that are there `Before`. */
export type ReferenceArguments<
	Kind extends MediaKind,
	Given extends Source[],
	Before extends List,
> = Given[number] extends SlotSource<Kind> | URL
	? Past<Kind> extends keyof [...Before, ...Given]
		? NotAllowed<TooMany<Kind>>[]
		: Given
	: {} extends Record<Exclude<Given[number], SlotSource<Kind> | URL>, 1>
		? Given // not literals
		: (SlotSource<Kind> | URL | NotAllowed<Sentence<`${Kind}Source`>>)[];

/** The argument of `.duration()`. */
export type DurationArgument<Given extends number | undefined> = Given extends Duration | undefined
	? Given
	: number extends Given
		? Given
		: NotAllowed<BadDuration<Given & number>>;

/** The argument of `.webSearch()` where there is more than text: it can only be switched off, or left to the run time. */
export type NoWebSearch<Given extends [enabled?: boolean | undefined]> = Given extends [] | [true]
	? Given & NotAllowed<Sentence<'searchTextOnly'>>
	: Given;

/** The index of the first reference that is one too many. */
type Past<Kind extends MediaKind> = `${(typeof spec.media)[Kind]['most']}`;
