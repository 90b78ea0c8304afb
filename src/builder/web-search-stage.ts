import type { WebSearchTool } from '../request/types.js';
import type { NotAllowed, Sentence } from '../rules.js';
import type { MaybeWebSearch } from './arguments.js';
import type { Finished } from './payload.js';
import type { StageVerbs } from './stage-verbs.js';
import type { StartStage } from './start-stage.js';
import type { AnyParts, Parts } from './state.js';
import type { WebSearchTemplate } from './template.js';
import type { WebSearchTextStage } from './web-search-text-stage.js';

/** A chain that searches the web and has no text yet. */
export interface WebSearchStage<P extends AnyParts, Options> extends StageVerbs<'webSearch', P, Options> {
	/**
	 * Sets the prompt. The API page recommends at most 500 Chinese characters or 1000 English words. No media go with a web
	 * search, so that neither placeholders nor handles have a place in it.
	 *
	 * @example
	 * video().webSearch().text('The weather of today in Shanghai, as a forecast with a presenter');
	 */
	text<
		const Text extends string | TemplateStringsArray,
		const Spans extends (string | number | NotAllowed<Sentence<'searchTextOnly'>>)[] = [],
	>(
		text: Text,
		...spans: Spans
	): Spans extends [] ? WebSearchTextStage<Parts<Text, [], [], []>, Options> : WebSearchTemplate<Text, Options>;

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
		? WebSearchStage<P, Omit<Options, 'tools'> & { readonly tools: readonly [WebSearchTool] }>
		: StartStage<P, Omit<Options, 'tools'> & MaybeWebSearch<Given[0]>>;

	/** @deprecated there is nothing to make yet: call .text(), .firstFrame() or a reference verb */
	readonly build: Finished<'webSearch', P, Options, never>;

	/** @deprecated there is nothing to make yet: call .text(), .firstFrame() or a reference verb */
	readonly safeBuild: Finished<'webSearch', P, Options, never>;

	/** @deprecated there is nothing to make yet: call .text(), .firstFrame() or a reference verb */
	readonly toJSON: Finished<'webSearch', P, Options, never>;
}
