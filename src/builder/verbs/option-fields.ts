import { optionFields, requestFields, type OptionFields, type VideoOptions } from '../../request/shape/shape.js';
import { notOption } from '../../rules.js';
import type { CheckedValue } from '../checks/arguments.js';

/** The payload's fields for what `.options()` was given. An unknown name stays as it is, so that `.build()` refuses it. */
export function fieldsOf(options: unknown): Readonly<Record<string, unknown>> {
	if (options === undefined) return {};
	if (typeof options !== 'object' || options === null) return { options };
	try {
		return Object.fromEntries(Object.entries(options).map(([name, value]) => [fieldOf(name), value]));
	} catch {
		return { options }; // A getter or a proxy threw: the schema says so.
	}
}

function fieldOf(name: string): string {
	if (Object.hasOwn(optionFields, name)) return optionFields[name as keyof VideoOptions];
	// By the name of a field, an option would replace what the verbs have collected.
	return Object.hasOwn(requestFields, name) ? notOption + name : name;
}

/** The options after `.options()`. What it leaves out, or may leave `undefined`, stays as it was. */
export type OptionsAfter<Options, Given> = Omit<Options, OptionFields[keyof Given & keyof OptionFields]> & {
	readonly [Name in keyof Given & keyof OptionFields as FieldAfter<Options, Given, Name>]: undefined extends Given[Name]
		? CheckedValue<Name, Exclude<Given[Name], undefined>> | ValueBefore<Options, OptionFields[Name]>
		: CheckedValue<Name, Given[Name]>;
};

/** The field that an option sets. A resolution that may be `undefined`, and isn't `any`, sets none, unless one was set before. */
export type FieldAfter<Options, Given, Name extends keyof Given & keyof OptionFields> = Name extends 'resolution'
	? 0 extends 1 & Given[Name]
		? 'resolution'
		: undefined extends Given[Name]
			? 'resolution' & keyof Options
			: 'resolution'
	: OptionFields[Name];

/** The value that a field had before. */
export type ValueBefore<Options, Field> = Field extends keyof Options ? Options[Field] : undefined;

/** Whether `.options()` may request the last frame, as {@link Parts} have it. */
export type LastFrameAfter<Given, Before> = 'returnLastFrame' extends keyof Given ? {} : Before;
