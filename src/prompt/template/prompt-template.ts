import { InvalidRequestError, type RequestIssue } from '../../errors/invalid-request-error.js';
import type { MediaHandle } from '../../media/handle.js';
import {
	doubleBraces,
	refusals,
	truncate,
	unknownSlot,
	type DoubleBraces,
	type MixedPlaceholder,
	type NotAllowed,
	type PromptValueExpected,
	type UnknownSlot,
} from '../../rules.js';
import { checkText } from '../check-text.js';
import { createPrompt, valueIssue } from '../compose/create-prompt.js';
import { compose } from '../compose/parts.js';
import type { PlaceholdersIn } from '../placeholders.js';
import type { PromptOf } from '../compose/prompt-of.js';
import type { AnyPrompt, Prompt, PromptValue } from '../types.js';
import { doubledSlot, splitAtSlots, type DoubledSlot, type SlotNames } from './slots.js';

/** A text with named slots. Called with a value for each slot, it returns a {@link Prompt}. */
export interface PromptTemplate<Text extends string = string> {
	/**
	 * Fills the slots and returns the prompt.
	 *
	 * @throws {InvalidRequestError} If a slot has no value, a value has no slot, a prompt can't hold a value, `@image1` stands beside
	 * handles, or there are two shot lists. The path of an issue is the name of its slot.
	 */
	<const Values extends object>(values: Values & SlotsArgument<Text, Values>): FilledTemplate<Text, Values>;

	/** The names of the slots, each once, in the order of the text. */
	readonly slots: readonly SlotNames<Text>[number][];
}

/**
 * Creates a template from a text with named slots, such as one from a content management system, a config file or a translator.
 * A slot is a name in braces: `{hero}`. A name has ASCII letters, digits, `_`, `$` and characters outside ASCII, and does not begin
 * with a digit. Any other brace is text. A slot takes a text, a number, a handle, a list of handles, a prompt or a shot list. What
 * is filled in is not searched for slots.
 *
 * The compiler checks the names of a literal text. A text that is known only as `string` takes any names, and is checked when
 * it is filled.
 *
 * @throws {InvalidRequestError} If the text has a slot in two pairs of braces, as `{{hero}}`, or is not a string.
 *
 * @example
 * const hero = media.image('https://example.com/hero.jpg');
 * const dance = promptTemplate('The {hero} dances {times} times');
 * video().text(dance({ hero, times: 3 })).resolution('720p').build();
 */
export function promptTemplate<const Text extends string>(
	text: Text & TemplateArgument<Text>[keyof DoublyBraced<Text>],
): PromptTemplate<Text> {
	checkText(text);
	const doubled = doubledSlot(text);
	if (doubled !== undefined) {
		throw new InvalidRequestError([{ rule: 'slot', path: [], message: doubleBraces(truncate(doubled, 99)) }], 'prompt');
	}
	const { texts, names } = splitAtSlots(text);
	const slots = Object.freeze([...new Set(names)]);
	const fill = (given: object): AnyPrompt => {
		const { values, issues } = readValues(given, slots);
		const composition = compose(
			texts,
			names.map((name) => values.get(name)),
		);
		const invalid = new Set(composition.invalid.map((index) => names[index]!));
		const all = [...Array.from(invalid, (slot) => slotIssue(slot, values.get(slot))), ...issues];
		return createPrompt(composition, all.slice(0, mostIssues));
	};
	return Object.freeze(Object.assign(fill, { slots })) as PromptTemplate<Text>;
}

/** The type that the argument of {@link promptTemplate} must have. */
export interface TemplateArgument<Text extends string> {
	readonly refused: NotAllowed<DoubleBraces<DoubledSlot<Text>>>;
	readonly [accepted: PropertyKey]: unknown;
}

/** The check of a template's text: `never` for a right one. */
export type DoublyBraced<Text extends string> = DoubledSlot<Text> extends never ? never : { readonly refused: true };

/** The type that the values of a template must have: one for each slot, and no others. Any, if only the run time knows the slots. */
export type SlotsArgument<Text extends string, Values> = string extends SlotNames<Text>[number]
	? unknown
	: {
			readonly [Slot in SlotNames<Text>[number]]: SlotArgument<Slot, Values>;
		} & { readonly [Name in Exclude<keyof Values & string, SlotNames<Text>[number]>]: NotAllowed<UnknownSlot<Name>> };

/** The type that the value of a slot must have. */
export type SlotArgument<Slot extends string, Values> = Slot extends keyof Values
	? [Values[Slot]] extends [PromptValue]
		? unknown
		: NotAllowed<PromptValueExpected<`the slot {${Slot}}`>>
	: NotAllowed<PromptValueExpected<`the slot {${Slot}}`>>;

/** The prompt of a template with these values. */
export type FilledTemplate<Text extends string, Values> = 0 extends 1 & Values
	? Prompt
	: string extends SlotNames<Text>[number]
		? FilledAtRunTime<Values[keyof Values]>
		: Mixed<Text, PromptOf<ValuesInOrder<SlotNames<Text>, Values>>>;

/** The prompt of a template whose slots only the run time knows, with these values. */
export type FilledAtRunTime<Value> = 0 extends 1 & Value
	? Prompt
	: [Value] extends [never]
		? Prompt
		: [Value] extends [PromptValue]
			? PromptOf<Value[]>
			: Prompt;

/** The values of slots, in the order of the text. */
export type ValuesInOrder<Names extends readonly string[], Values> = {
	[Index in keyof Names]: Names[Index] extends keyof Values ? Values[Names[Index]] : never;
};

/** The prompt, or the refusal of a placeholder that the text has beside its handles. */
export type Mixed<Text, Filled> = Filled extends { readonly handles: readonly [MediaHandle, ...MediaHandle[]] }
	? Text extends `${string}@${string}`
		? [PlaceholdersIn<Text>] extends [never]
			? Filled
			: NotAllowed<MixedPlaceholder<PlaceholdersIn<Text>>>
		: Filled
	: Filled;

/** Reads the values of slots, and finds those that have no slot. */
function readValues(
	given: unknown,
	slots: readonly string[],
): { readonly values: ReadonlyMap<string, unknown>; readonly issues: readonly RequestIssue[] } {
	try {
		const values = new Map(Object.entries(given ?? {}));
		const unknown = [...values.keys()].filter((name) => !slots.includes(name));
		return {
			values,
			issues: unknown.map((name) => ({ rule: 'slot', path: [name], message: unknownSlot(truncate(name, 99)) })),
		};
	} catch {
		// A getter or a proxy threw. What it threw may hold anything: it is dropped.
		throw new InvalidRequestError([{ ...refusals.unreadable, path: [] }], 'prompt');
	}
}

function slotIssue(slot: string, value: unknown): RequestIssue {
	const issue = valueIssue(`the slot {${truncate(slot, 99)}}`, [slot], value);
	return value === undefined ? { ...issue, rule: 'slot' } : issue;
}

// Longer lists do not help.
const mostIssues = 100;
