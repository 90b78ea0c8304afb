import type { NotAllowed, Sentence } from '../rules.js';
import type { NoWebSearch } from './arguments.js';
import type { OptionVerbs, StageName, Stages } from './option-verbs.js';
import type { AnyParts } from './state.js';

/** What every stage with a frame or a reference shares: the options, no text any more, and no web search. */
export interface MediaStage<Name extends StageName, P extends AnyParts, Options> extends OptionVerbs<Name, P, Options> {
	/** @deprecated the text comes first: call .text() before frames and references */
	readonly text: [P['text']] extends [never] ? NotAllowed<Sentence<'textFirst'>> : NotAllowed<Sentence<'oneText'>>;

	/** @deprecated web search goes with text alone: leave out .webSearch(), or the images, videos and audio */
	webSearch<const Given extends [enabled?: boolean | undefined]>(
		...enabled: NoWebSearch<Given>
	): Stages<P, Options>[Name];
}
