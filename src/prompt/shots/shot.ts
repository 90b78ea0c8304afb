import type { BlankShot, NotAllowed, Sentence, ShotSeconds } from '../../rules.js';
import type { BlankText, DoubtfulBlank } from '../blank.js';
import type { AnyPrompt, Prompt } from '../types.js';
import type { Lengths } from './lengths.js';

/** A shot of a video: how long it lasts, and what it shows. {@link shot} creates it. */
export interface Shot<out Seconds extends number = number, out Content extends string | AnyPrompt = string | Prompt> {
	/** Whole seconds, 1 or more. */
	readonly seconds: Seconds;

	/** What the shot shows: a text or a prompt. */
	readonly content: Content;
}

/**
 * Creates a shot of a video. {@link shotList} checks what only the run time knows.
 *
 * @param seconds Whole seconds, 1 or more. The shots of a list last 4 to 15 in all.
 * @param content A text or a prompt that is not blank and has no shot list.
 *
 * @example
 * const hero = media.image('https://example.com/hero.jpg');
 * shot(4, prompt`${hero} enters the tower`);
 */
export function shot<const Seconds extends number, const Content extends string | AnyPrompt>(
	seconds: Seconds & SecondsArgument<Seconds>[keyof WrongSeconds<Seconds>],
	content: Content & ShotArgument[keyof WrongShot<Content>],
): Shot<Seconds, Content> {
	return Object.freeze({ seconds, content });
}

/** The type that the seconds of a shot must have, by {@link WrongSeconds}. */
export interface SecondsArgument<Seconds extends number> {
	readonly refused: NotAllowed<ShotSeconds<'a shot', Exclude<Seconds, keyof Lengths>>>;
	readonly [accepted: PropertyKey]: unknown;
}

/** The check of a shot's seconds: `never` for a right number, and for one that is no literal. */
export type WrongSeconds<Seconds extends number> = Seconds extends keyof Lengths
	? never
	: {} extends { [Text in `${Seconds}`]: 1 }
		? never
		: { readonly refused: true };

/** The type that the content of a shot must have, by {@link WrongShot}. */
export interface ShotArgument {
	readonly blank: NotAllowed<BlankShot<'a shot'>>;
	readonly list: NotAllowed<Sentence<'oneShotList'>>;
	readonly [accepted: PropertyKey]: unknown;
}

/** The check of a shot's content: `never` for a right one. */
export type WrongShot<Content> = Content extends DoubtfulBlank
	? BlankText<Content> extends never
		? never
		: { readonly blank: true }
	: Content extends Prompt<readonly unknown[], number>
		? { readonly list: true }
		: never;
