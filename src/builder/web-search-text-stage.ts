import type { WebSearchTool } from '../request/types.js';
import type { NotAllowed, Sentence } from '../rules.js';
import type { MaybeWebSearch } from './arguments.js';
import type { StageVerbs } from './stage-verbs.js';
import type { AnyParts } from './state.js';
import type { TextStage } from './text-stage.js';

/** A text that the model illustrates with what it finds on the web: text-to-video, and nothing else. */
export interface WebSearchTextStage<P extends AnyParts, Options> extends StageVerbs<'webSearchText', P, Options> {
	/** @deprecated a request has one text: put the whole prompt into a single .text() */
	readonly text: NotAllowed<Sentence<'oneText'>>;

	/** @deprecated web search goes with text alone: leave out .webSearch(), or the images, videos and audio */
	readonly firstFrame: NotAllowed<Sentence<'searchTextOnly'>>;

	/** @deprecated web search goes with text alone: leave out .webSearch(), or the images, videos and audio */
	readonly lastFrame: NotAllowed<Sentence<'searchTextOnly'>>;

	/** @deprecated web search goes with text alone: leave out .webSearch(), or the images, videos and audio */
	readonly referenceImage: NotAllowed<Sentence<'searchTextOnly'>>;

	/** @deprecated web search goes with text alone: leave out .webSearch(), or the images, videos and audio */
	readonly referenceVideo: NotAllowed<Sentence<'searchTextOnly'>>;

	/** @deprecated web search goes with text alone: leave out .webSearch(), or the images, videos and audio */
	readonly referenceAudio: NotAllowed<Sentence<'searchTextOnly'>>;

	/** Sets whether the model may look things up on the web. For text alone. */
	webSearch<const Given extends [enabled?: boolean | undefined] = []>(
		...enabled: Given
	): [Given] extends [[] | [true]]
		? WebSearchTextStage<P, Omit<Options, 'tools'> & { readonly tools: readonly [WebSearchTool] }>
		: TextStage<P, Omit<Options, 'tools'> & MaybeWebSearch<Given[0]>>;
}
