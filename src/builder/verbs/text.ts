import type { PromptArgument } from '../../prompt/types.js';
import type { NotAllowed, Sentence } from '../../rules.js';
import type { Stages } from '../stages.js';
import type { AnyParts, Parts, stageOptions, stageParts, StageState } from '../state.js';
import type { StageAfterSpans, StageAfterText, TemplateValue, TextValue } from '../prompts/stages.js';

/** `.text()`. It leads to the stage `Next`. */
export interface TextVerb<Next extends StageAfterText> extends StageState {
	/**
	 * Sets the prompt. It refers to attached media as `@image1`, `@video1` and `@audio1`, numbered by kind from 1 in order of
	 * attachment. The API page recommends at most 500 Chinese characters or 1000 English words.
	 *
	 * It takes a prompt, too: its handles are attached, and the seconds of its shot list become the duration.
	 *
	 * As a template tag, it also takes media handles and prompts. Each handle is attached once, and its placeholder is written in its
	 * place. Handles may stand in any order: images, videos and audio are put in the API's order. More media may be attached after.
	 * A list of handles is written as prose, with "and" before the last one. A space is added between a placeholder and a letter
	 * or a digit that would change its meaning.
	 *
	 * @example
	 * video().text('@image1 plays the piano').referenceImage('https://example.com/cat.jpg');
	 * @example
	 * const hero = media.image('https://example.com/character.jpg');
	 * video().text`${hero} dances in the rain`.resolution('720p').build();
	 */
	text<
		const Text extends string | TemplateStringsArray | TextValue[Next],
		const Spans extends (string | number | TemplateValue[Next])[],
	>(
		text: Text | PromptArgument<Spans>,
		...spans: Spans
	): [Spans] extends [[]]
		? Stages<Parts<Text, [], [], [], this[typeof stageParts]['lastFrame']>, this[typeof stageOptions]>[Next]
		: StageAfterSpans<Next, Text, Spans, this[typeof stageParts]['lastFrame'], this[typeof stageOptions]>;
}

/** Refuses `.text()` after a text. */
export interface OneText {
	/** @deprecated a request has one text: put the whole prompt into a single .text() */
	readonly text: NotAllowed<Sentence<'oneText'>>;
}

/** Refuses `.text()` after media: it is too late, or the second. */
export interface TextFirst<P extends AnyParts> {
	/** @deprecated the text comes first: call .text() before frames and references */
	readonly text: [P['text']] extends [{}] ? NotAllowed<Sentence<'oneText'>> : NotAllowed<Sentence<'textFirst'>>;
}
