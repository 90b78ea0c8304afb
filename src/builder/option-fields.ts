import type { VideoRequest } from '../request/types.js';
import type { NotAllowed, UnknownField } from '../rules.js';
import type { Duration, Ratio, Resolution } from '../spec.js';
import type { DurationArgument, WrongDuration } from './checks/arguments.js';

/** Several options at once, by the names of their verbs: what `.options()` takes. */
export interface VideoOptions {
	/** The output tier, as `.resolution()` takes it. */
	readonly resolution?: Resolution | undefined;

	/** The aspect ratio, as `.ratio()` takes it. */
	readonly ratio?: Ratio | undefined;

	/** Whole seconds, as `.duration()` takes them. */
	readonly duration?: Duration | (number & {}) | undefined;

	/** Whether sound is generated, as `.generateAudio()` takes it. */
	readonly generateAudio?: boolean | undefined;

	/** Whether the video has a watermark, as `.watermark()` takes it. */
	readonly watermark?: boolean | undefined;

	/** Whether the last frame is returned, as `.returnLastFrame()` takes it. */
	readonly returnLastFrame?: boolean | undefined;
}

/** The payload's field of each option. An interface, because a mapped type would cost more instantiations in every chain. */
export interface OptionFields extends Readonly<Record<keyof VideoOptions, keyof VideoRequest>> {
	readonly resolution: 'resolution';
	readonly ratio: 'ratio';
	readonly duration: 'duration';
	readonly generateAudio: 'generate_audio';
	readonly watermark: 'watermark';
	readonly returnLastFrame: 'return_last_frame';
}

const optionFields: OptionFields = {
	resolution: 'resolution',
	ratio: 'ratio',
	duration: 'duration',
	generateAudio: 'generate_audio',
	watermark: 'watermark',
	returnLastFrame: 'return_last_frame',
};

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
	// These two would replace what the verbs have collected.
	return name === 'model' || name === 'content' ? `options.${name}` : name;
}

/** The type that the argument of `.options()` must have: no other names than those of {@link VideoOptions}, and a duration that fits. */
export type OptionsArgument<Given> = {
	readonly [Name in keyof Given]: Name extends keyof VideoOptions
		? Name extends 'duration'
			? DurationArgument<Given[Name]>[keyof WrongDuration<Given[Name]>]
			: unknown
		: NotAllowed<UnknownField<Name & string>>;
};

/** The options after `.options()`. What it leaves out, or may leave `undefined`, stays as it was. */
export type OptionsAfter<Options, Given> = Omit<Options, OptionFields[keyof Given & keyof OptionFields]> & {
	readonly [Name in keyof Given & keyof OptionFields as FieldAfter<Options, Given, Name>]: undefined extends Given[Name]
		? CheckedValue<Name, Exclude<Given[Name], undefined>> | ValueBefore<Options, OptionFields[Name]>
		: CheckedValue<Name, Given[Name]>;
};

/** The field that an option sets. A resolution that may be `undefined` sets none, unless one was set before. */
export type FieldAfter<Options, Given, Name extends keyof Given & keyof OptionFields> = Name extends 'resolution'
	? undefined extends Given[Name]
		? 'resolution' & keyof Options
		: 'resolution'
	: OptionFields[Name];

/** The value that a field had before. */
export type ValueBefore<Options, Field> = Field extends keyof Options ? Options[Field] : undefined;

/** A value that the run time accepts: of all numbers, a duration. */
export type CheckedValue<Name, Value> = Name extends 'duration' ? Value & Duration : Value;

/** Whether `.options()` may request the last frame, as {@link Parts} have it. */
export type LastFrameAfter<Given, Before> = 'returnLastFrame' extends keyof Given ? {} : Before;
