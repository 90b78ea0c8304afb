import type { ImageHandle, VideoHandle } from '../media/handle.js';
import type { NotAllowed, Sentence } from '../rules.js';
import type { EditStage } from './edit-stage.js';
import type { Finished } from './payload.js';
import type { StageVerbs } from './stage-verbs.js';
import type { AnyParts, Parts } from './state.js';
import type { EditTemplate } from './template.js';

/** A chain that edits a video, before its text. */
export interface EditStartStage<P extends AnyParts, Options> extends StageVerbs<'editStart', P, Options> {
	/**
	 * Sets what is to change. `@image1` and `@video1` name the media that are attached. As a template's tag it takes
	 * handles: each is attached once, and its placeholder is written in its place.
	 *
	 * @example
	 * editVideo().text('Replace the water in @video1 with the perfume from @image1');
	 */
	text<
		const Text extends string | TemplateStringsArray,
		const Spans extends (string | number | ImageHandle | VideoHandle | NotAllowed<Sentence<'editOthers'>>)[] = [],
	>(
		text: Text,
		...spans: Spans
	): Spans extends [] ? EditStage<Parts<Text, [], [], []>, Options> : EditTemplate<Text, Spans, Options>;

	/** @deprecated the text comes first: call .text() before frames and references */
	readonly referenceImage: NotAllowed<Sentence<'textFirst'>>;

	/** @deprecated the text comes first: call .text() before frames and references */
	readonly referenceVideo: NotAllowed<Sentence<'textFirst'>>;

	/** @deprecated editing needs a text: call .text() and say what changes */
	readonly build: Finished<'editStart', P, Options, never>;

	/** @deprecated editing needs a text: call .text() and say what changes */
	readonly safeBuild: Finished<'editStart', P, Options, never>;

	/** @deprecated editing needs a text: call .text() and say what changes */
	readonly toJSON: Finished<'editStart', P, Options, never>;
}
