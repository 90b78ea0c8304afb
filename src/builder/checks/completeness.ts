import type { BlankText, DoubtfulBlank } from '../../prompt/blank.js';
import type { DoubtfulDialect, NearPlaceholders } from '../../prompt/dialects.js';
import type { DoubtfulText } from '../../prompt/doubtful-text.js';
import type { DanglingPlaceholders } from '../../prompt/placeholders.js';
import type { ShotListText } from '../../prompt/shots/formats.js';
import type { refusals, Sentence, ShotsDiffer } from '../../rules.js';
import type { Distinct } from './distinct.js';
import type { AllowedUnless } from './refusal.js';
import type { StageName } from '../stages.js';
import type { AnyParts, AnyList, shotSeconds } from '../state.js';

/** The sentence for what is missing, and the one for the resolution if that is missing as well. */
export type WithMissingResolution<Name extends keyof typeof refusals, Options> = Joined<
	Sentence<Name>,
	MissingResolution<Options>
>;

/**
 * `Verb`, or else a {@link NotAllowed} that says what is wrong with the text, or with the duration beside the text's shot list. Most
 * texts need no scan.
 */
export type WhenTextFits<Name extends StageName, P extends AnyParts, Options, Verb> = P['text'] &
	SuspectText extends never
	? Verb
	: typeof shotSeconds extends keyof Options
		? WhenSuspectTextFits<Name, P, AllowedUnless<WrongDurationOfShots<Options>, Verb>>
		: WhenSuspectTextFits<Name, P, Verb>;

/** The same for a text that may be wrong. A text of type `any` would match every pattern: `.build()` checks it. */
export type WhenSuspectTextFits<Name extends StageName, P extends AnyParts, Verb> = 0 extends 1 & P['text']
	? Verb
	: AllowedUnless<WrongText<Name, P, P['text']>, Verb>;

/** A text that may be wrong or missing, or may be a shot list. Only such a text is scanned. */
export type SuspectText = `${string}@${string}` | DoubtfulBlank | ShotListText | undefined;

/** The sentence for a duration that isn't the length of the shots. */
export type WrongDurationOfShots<Options> = Options extends {
	readonly [shotSeconds]?: readonly [infer Seconds extends number];
	readonly duration: infer Given;
}
	? Different<Given, Seconds>
	: never;

/** The sentence for a duration, if it is known to differ from the length of the shots. */
export type Different<Given, Seconds extends number> = Given extends number
	? number extends Given | Seconds
		? never
		: Given extends Seconds
			? never
			: ShotsDiffer<Given, Seconds>
	: never;

/** The sentences for what is wrong with a text. A text with an `@` isn't blank, so that each text is checked for one of both. */
export type WrongText<Name extends StageName, P extends AnyParts, Text> = Text extends `${string}@${string}`
	? { text: Text } extends DoubtfulText<P>
		? { text: Text } extends DoubtfulDialect
			? DanglingAmong<Name, P, Text> | NearPlaceholders<Text>
			: DanglingAmong<Name, P, Text>
		: P['images'][number] | P['videos'][number] | P['audio'][number] extends string | URL
			? never
			: DanglingAmong<Name, P, Text>
	: Text extends DoubtfulBlank
		? BlankText<Text>
		: [Text, Name] extends [undefined, 'text' | 'webSearchText']
			? Sentence<'textMayBeMissing'>
			: never;

/**
 * The sentences for the placeholders that have no item. A handle that is given twice is one reference, but it may be both the
 * first and the last frame.
 */
export type DanglingAmong<Name extends StageName, P extends AnyParts, Text> =
	| P['images'][number]
	| P['videos'][number]
	| P['audio'][number] extends string | URL
	? DanglingPlaceholders<Text, P['images'], P['videos'], P['audio']>
	: Name extends 'firstAndLastFrame'
		? DanglingPlaceholders<Text, P['images'], [], []>
		: DanglingPlaceholders<Text, Distinct<P['images']>, Distinct<P['videos']>, Distinct<P['audio']>>;

/** The sentences for missing parts, at the stages that may lack one; empty if none is missing. */
export interface MissingParts<P extends AnyParts> {
	edit: Joined<IfEmpty<P['images'], 'editImage'>, IfEmpty<P['videos'], 'editVideo'>>;
	editVideo: IfEmpty<P['images'], 'editImage'>;
	extend: IfEmpty<P['videos'], 'extendVideo'>;
}

/** The sentence for a missing resolution, or an empty text. */
export type MissingResolution<Options> = 'resolution' extends keyof Options ? '' : Sentence<'resolutionMissing'>;

/** The sentence, if the list is empty for certain. */
export type IfEmpty<Sources extends AnyList, Name extends keyof typeof refusals> = [Sources] extends [readonly []]
	? Sentence<Name>
	: '';

/** Two sentences as one text. Of several types in an error, the compiler leaves out those after its 160th character. */
export type Joined<First extends string, Second extends string> = First extends ''
	? Second
	: Second extends ''
		? First
		: `${First}; ${Second}`;
