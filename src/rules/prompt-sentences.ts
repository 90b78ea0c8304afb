import { durations } from '../spec.js';
import { longest } from './field-sentences.js';
import { formatValue } from './values.js';

/** The sentence for a value that may be missing, or that a prompt can't hold. The run time says which. */
export type PromptValueExpected<Name extends string> =
	`${Name} requires a text, a number, a handle, a list of handles or a prompt`;

/** The sentence for a value that is missing, or that a prompt can't hold. */
export function promptValueExpected(name: string, value: unknown): string {
	const expected: PromptValueExpected<string> = `${name} requires a text, a number, a handle, a list of handles or a prompt`;
	return `${expected}: ${value === undefined ? 'it has no value' : `it is ${formatValue(value)}`}`;
}

/** The sentence for `prompt` that is called with parentheses. */
export const promptTag = 'prompt is a template tag: write prompt`…` without parentheses';

/** The sentence for a placeholder that is written by hand in a prompt with handles. */
export type MixedPlaceholder<Placeholder extends string> =
	`${Placeholder} stands beside handles, whose numbers may change: use a handle for it`;

/** The sentence for a placeholder that is written by hand in a prompt with handles. */
export function mixedPlaceholder<Placeholder extends string>(placeholder: Placeholder): MixedPlaceholder<Placeholder> {
	return `${placeholder} stands beside handles, whose numbers may change: use a handle for it`;
}

/** The sentence for a slot in two pairs of braces. */
export type DoubleBraces<Name extends string> = `"{{${Name}}}" has two pairs of braces: write {${Name}}`;

/** The sentence for a slot in two pairs of braces. */
export function doubleBraces<Name extends string>(name: Name): DoubleBraces<Name> {
	return `"{{${name}}}" has two pairs of braces: write {${name}}`;
}

/** The sentence for a value that has no slot. */
export type UnknownSlot<Name extends string> = `the template has no slot {${Name}}: remove the value`;

/** The sentence for a value that has no slot. */
export function unknownSlot<Name extends string>(name: Name): UnknownSlot<Name> {
	return `the template has no slot {${name}}: remove the value`;
}

/** The sentence for a shot of no whole number of seconds, or of too many. */
export type ShotSeconds<
	Shot extends string,
	Seconds extends number,
> = `${Shot} lasts ${Seconds} s: choose a whole number of seconds from 1 to ${typeof longest}`;

/** The sentence for a shot of no whole number of seconds, or of too many. */
export function shotSeconds<Shot extends string, Seconds extends number>(
	shot: Shot,
	seconds: Seconds,
): ShotSeconds<Shot, Seconds> {
	return `${shot} lasts ${seconds} s: choose a whole number of seconds from 1 to ${longest}`;
}

/** The sentence for a shot without a description. */
export type BlankShot<Shot extends string> = `${Shot} is blank: describe it or remove it`;

/** The sentence for a shot without a description. */
export function blankShot<Shot extends string>(shot: Shot): BlankShot<Shot> {
	return `${shot} is blank: describe it or remove it`;
}

/** The sentence for a list of so many shots that each would last less than a second. */
export function tooManyShots(count: number): string {
	return `${count} shots are too many: each lasts 1 s or more, and a video has at most ${longest}`;
}

/** The sentence for shots that are too short or too long together. */
export type ShotTotal<Seconds extends number> =
	`the shots last ${Seconds} s in all: a video has ${(typeof durations)[0]} to ${typeof longest}`;

/** The sentence for shots that are too short or too long together. */
export function shotTotal<Seconds extends number>(seconds: Seconds): ShotTotal<Seconds> {
	return `the shots last ${seconds} s in all: a video has ${durations[0]} to ${longest}`;
}

/** The sentence for a duration that isn't that of the shots. */
export type ShotsDiffer<
	Duration extends number,
	Seconds extends number,
> = `duration ${Duration} differs from the ${Seconds} s of the shots: remove .duration() or change the shots`;

/** The sentence for a duration that isn't that of the shots. */
export function shotsDiffer<Duration extends number, Seconds extends number>(
	duration: Duration,
	seconds: Seconds,
): ShotsDiffer<Duration, Seconds> {
	return `duration ${duration} differs from the ${seconds} s of the shots: remove .duration() or change the shots`;
}
