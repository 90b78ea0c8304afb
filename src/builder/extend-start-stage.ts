import type { VideoHandle } from '../media/handle.js';
import type { NotAllowed, Sentence } from '../rules.js';
import type { ExtendStage } from './extend-stage.js';
import type { Finished } from './payload.js';
import type { StageVerbs } from './stage-verbs.js';
import type { AnyParts, Parts } from './state.js';
import type { ExtendTemplate } from './template.js';

/** A chain that extends videos, before its text. */
export interface ExtendStartStage<P extends AnyParts, Options> extends StageVerbs<'extendStart', P, Options> {
	/**
	 * Sets what follows. `@video1` names the video that is attached first. As a template's tag it takes handles: each is
	 * attached once, and its placeholder is written in its place.
	 *
	 * @example
	 * extendVideo().text('@video1, and the camera rises above the roofs');
	 */
	text<
		const Text extends string | TemplateStringsArray,
		const Spans extends (string | number | VideoHandle | NotAllowed<Sentence<'extendOthers'>>)[] = [],
	>(
		text: Text,
		...spans: Spans
	): Spans extends [] ? ExtendStage<Parts<Text, [], [], []>, Options> : ExtendTemplate<Text, Spans, Options>;

	/** @deprecated the text comes first: call .text() before frames and references */
	readonly referenceVideo: NotAllowed<Sentence<'textFirst'>>;

	/** @deprecated extension needs a text: call .text() and say what follows */
	readonly build: Finished<'extendStart', P, Options, never>;

	/** @deprecated extension needs a text: call .text() and say what follows */
	readonly safeBuild: Finished<'extendStart', P, Options, never>;

	/** @deprecated extension needs a text: call .text() and say what follows */
	readonly toJSON: Finished<'extendStart', P, Options, never>;
}
