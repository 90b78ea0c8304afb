import type { MediaHandle } from '../media/handle.js';
import type { Duration } from '../spec.js';

/**
 * A prompt as a value: text with handles in their places. `prompt`, `promptTemplate` and `shotList` create it, and `.text()` takes
 * it. It is frozen plain data: two prompts compare by what they hold, and a copy from JSON is a prompt too.
 */
export interface Prompt<
	out Handles extends readonly unknown[] = readonly MediaHandle[],
	out Seconds extends number | undefined = Duration | undefined,
	out Text extends string = string,
> extends AnyPrompt {
	/** The text with its handles as placeholders: `@image1`, numbered by kind from 1. */
	readonly text: Text;

	/** The handles, each once, in the order of the text. */
	readonly handles: readonly [...Handles];

	/** The length of its shot list in whole seconds; `undefined` if it has none. */
	readonly seconds: Seconds;

	/** Texts, and handles in their places. */
	readonly parts: readonly PromptPart[];

	/** What `.text()` infers from a prompt. It exists for the compiler alone. */
	readonly [asSpans]: Prompt<Handles, Seconds, Text>[];

	/** Returns the text of a prompt without handles. With handles it throws a `TypeError`, because they would be lost. */
	toString(): string;
}

/** Any prompt. It has one property, because each that the compiler compares is instantiated for every prompt. */
export interface AnyPrompt {
	readonly [asSpans]: unknown;
}

/** A prompt, as a verb's parameter: the list of the prompts it may be is inferred from it. */
export interface PromptArgument<out Prompts> {
	readonly [asSpans]: Prompts;
}

/** The key of what `.text()` infers from a prompt. */
export declare const asSpans: unique symbol;

/** A part of a prompt: text, or a handle in its place. No text is empty, and no two texts are side by side. */
export type PromptPart = string | MediaHandle;

/** What a prompt can hold: text, a number, a handle, a list of handles, or another prompt. */
export type PromptValue = string | number | MediaHandle | readonly MediaHandle[] | AnyPrompt;
