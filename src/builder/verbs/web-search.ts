import type { WebSearchTool } from '../../request/types.js';
import type { NotAllowed, Sentence } from '../../rules.js';
import type { EnabledArgument } from '../checks/arguments.js';
import type { AllowedUnless } from '../checks/refusal.js';
import type { StageName, Stages } from '../stages.js';
import type { stageName, stageOptions, stageParts, StageState } from '../state.js';

/** `.webSearch()`. It leads to the stage `On`, and `.webSearch(false)` to the stage `Off`. */
export interface WebSearchVerb<On extends StageName, Off extends StageName> extends StageState {
	/** Sets whether the model may search the web. Only for text-to-video. */
	webSearch<const Given extends [enabled?: boolean | undefined]>(
		...enabled: EnabledArgument<Given>
	): IsSearching<Given> extends true
		? Stages<
				this[typeof stageParts],
				Omit<this[typeof stageOptions], 'tools'> & { readonly tools: readonly [WebSearchTool] }
			>[On]
		: Stages<this[typeof stageParts], WithPossibleSearch<this[typeof stageOptions], Given>>[Off];
}

/** The options after a call that may switch the search on. */
export type WithPossibleSearch<Options, Given extends unknown[]> = Omit<Options, 'tools'> & {
	readonly tools: true extends Given[0] ? readonly [WebSearchTool] | undefined : undefined;
};

/** Whether the arguments switch the search on for certain. One of type `any`, or one that may be missing, doesn't. */
export type IsSearching<Given extends unknown[]> = Given extends [] | [true]
	? unknown extends Given[0]
		? false
		: true
	: false;

/** Refuses web search beside media. Whether frames that may be `undefined` are there, only the run time knows. */
export interface NoWebSearch extends StageState {
	/** @deprecated web search works with text only: remove .webSearch(), or the images, videos and audio */
	webSearch<const Given extends [enabled?: boolean | undefined]>(
		...enabled: EnabledArgument<Given>
	): AllowedUnless<
		IsSearching<Given> extends true ? Sentence<'searchTextOnly'> : never,
		Stages<this[typeof stageParts], WithPossibleSearch<this[typeof stageOptions], Given>>[this[typeof stageName]]
	>;
}

/** Refuses media beside web search. */
export interface NoMedia {
	/** @deprecated web search works with text only: remove .webSearch(), or the images, videos and audio */
	readonly firstFrame: NotAllowed<Sentence<'searchTextOnly'>>;

	/** @deprecated web search works with text only: remove .webSearch(), or the images, videos and audio */
	readonly lastFrame: NotAllowed<Sentence<'searchTextOnly'>>;

	/** @deprecated web search works with text only: remove .webSearch(), or the images, videos and audio */
	readonly referenceImage: NotAllowed<Sentence<'searchTextOnly'>>;

	/** @deprecated web search works with text only: remove .webSearch(), or the images, videos and audio */
	readonly referenceVideo: NotAllowed<Sentence<'searchTextOnly'>>;

	/** @deprecated web search works with text only: remove .webSearch(), or the images, videos and audio */
	readonly referenceAudio: NotAllowed<Sentence<'searchTextOnly'>>;
}
