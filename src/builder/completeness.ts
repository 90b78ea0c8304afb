import type { BlankText, DoubtfulBlank } from '../prompt/blank.js';
import type { Count, DanglingPlaceholders, DoubtfulPlaceholders } from '../prompt/placeholders.js';
import type { NotAllowed, refusals, Sentence } from '../rules.js';
import type { AllowedUnless } from './refusal.js';
import type { StageName } from './stages.js';
import type { AnyParts, AnyList } from './state.js';

/**
 * `Verb` once the request is complete. Before, a {@link NotAllowed} that names what is missing, the most basic first, and
 * one that names what is wrong with the text. A complete request takes the shortest way through: it is what a compiler
 * mostly sees.
 */
export type WhenComplete<Name extends StageName, P extends AnyParts, Options, Verb> = Name extends keyof MissingParts<P>
	? Joined<MissingParts<P>[Name], MissingResolution<Options>> extends infer Message extends string
		? Message extends ''
			? WhenTextFits<P, Verb>
			: NotAllowed<Message> & WhenTextFits<P, unknown>
		: never
	: 'resolution' extends keyof Options
		? P['text'] & SuspectText extends never
			? Verb
			: WhenTextFits<P, Verb>
		: NotAllowed<Sentence<'resolutionMissing'>> & WhenTextFits<P, unknown>;

/** The sentence for what is missing, and for the resolution if that is missing too. */
export type WithMissingResolution<Name extends keyof typeof refusals, Options> = Joined<
	Sentence<Name>,
	MissingResolution<Options>
>;

/** `Verb`, unless something is wrong with the text. One whose type is `any` would match every pattern: `.build()` judges it. */
export type WhenTextFits<P extends AnyParts, Verb> = 0 extends 1 & P['text']
	? Verb
	: AllowedUnless<WrongText<P, P['text']>, Verb>;

/** A text that may be wrong. All others are right. */
export type SuspectText = `${string}@${string}` | DoubtfulBlank;

/** What is wrong with a text, or with any of a union. One with an `@` isn't blank, so that each is asked one question alone. */
export type WrongText<P extends AnyParts, Text> = Text extends `${string}@${string}`
	? { text: Text } extends DoubtfulText<P>
		? DanglingPlaceholders<Text, P['images'], P['videos'], P['audio']>
		: never
	: Text extends DoubtfulBlank
		? BlankText<Text>
		: never;

/** A text in which a placeholder may be dangling, beside these items. */
export type DoubtfulText<P extends AnyParts> =
	| DoubtfulPlaceholders['image'][P['images']['length'] & Count]
	| DoubtfulPlaceholders['video'][P['videos']['length'] & Count]
	| DoubtfulPlaceholders['audio'][P['audio']['length'] & Count];

/** What is missing beside the options, at the stages that may lack something; empty where nothing is. */
export interface MissingParts<P extends AnyParts> {
	audioAlone: Sentence<'audioAlone'>;
	edit: Joined<IfEmpty<P['images'], 'editImage'>, IfEmpty<P['videos'], 'editVideo'>>;
	editVideo: IfEmpty<P['images'], 'editImage'>;
	extend: IfEmpty<P['videos'], 'extendVideo'>;
}

/** The sentence for a missing resolution; empty if there is one. */
export type MissingResolution<Options> = 'resolution' extends keyof Options ? '' : Sentence<'resolutionMissing'>;

/** The sentence `Name` if the list is empty; otherwise an empty text. */
export type IfEmpty<Sources extends AnyList, Name extends keyof typeof refusals> = Sources extends readonly []
	? Sentence<Name>
	: '';

/** Two sentences as one text: of several types in an error, the compiler may leave out all but the first. */
export type Joined<First extends string, Second extends string> = First extends ''
	? Second
	: Second extends ''
		? First
		: `${First}; ${Second}`;
