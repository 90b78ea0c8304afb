import { ConfigurationError } from '../../errors/configuration-error.js';
import { readOptions } from '../../errors/read-options.js';
import { formatValue, listed, shotTotal, type MixedPlaceholder, type NotAllowed, type ShotTotal } from '../../rules.js';
import { durations, type Duration } from '../../spec.js';
import { createPrompt } from '../compose/create-prompt.js';
import type { HandlesOfValue, WithHandles } from '../compose/handles.js';
import { compose } from '../compose/parts.js';
import type { PlaceholdersIn } from '../placeholders.js';
import type { Prompt } from '../types.js';
import { shotFormats, type ShotFormat, type ShotLabel } from './formats.js';
import type { Lengths } from './lengths.js';
import { readShots } from './read-shots.js';
import type { Shot } from './shot.js';

/** The options of {@link shotList}. */
export interface ShotListOptions {
	/**
	 * How the shots are written: `shots` writes `Shot 1 (0-4s): …`, `timeline` writes `[00:00-00:04] …`.
	 *
	 * @default 'shots'
	 */
	readonly format?: ShotFormat | undefined;
}

/**
 * Creates a prompt from shots, one a line. Each line has the seconds at which its shot begins and ends. `.text()` sets the duration
 * to the sum of the lengths. A prompt holds one shot list at most.
 *
 * The compiler adds the seconds of a list that it knows. Those of any other list are added when the program runs.
 *
 * @throws {InvalidRequestError} If the shots do not last 4 to 15 s in all, if a shot does not last whole seconds, 1 or more, if
 * one is blank or has a shot list of its own, or if `@image1` stands beside handles. The path of an issue names its shot.
 * @throws {ConfigurationError} If `format` is unknown.
 *
 * @example
 * const hero = media.image('https://example.com/hero.jpg');
 * const story = shotList([
 * 	shot(4, prompt`${hero} enters the tower`),
 * 	shot(5, 'the storm breaks, slow push in'),
 * 	shot(3, prompt`close on ${hero}`),
 * ]);
 * video().text(story).resolution('1080p').build().duration; // 12
 */
export function shotList<const Shots extends readonly Shot[], const Options extends ShotListOptions = {}>(
	shots: Shots & ShotsArgument<Shots>[keyof WrongShots<Shots, Added<Shots>>],
	options?: Options,
): ShotListOf<Shots, FormatOf<Options>> {
	const { format = 'shots' } = readOptions('options', options as ShotListOptions | undefined, ({ format }) => ({
		format,
	}));
	if (!Object.hasOwn(shotFormats, format)) {
		throw new ConfigurationError('format', `is ${formatValue(format)}: choose ${listed(Object.keys(shotFormats))}`);
	}
	const label = shotFormats[format];
	const { shots: found, issues } = readShots(shots);
	const seconds = found.reduce((sum, shot) => sum + shot.seconds, 0);
	// A sum of wrong numbers says nothing more.
	if (issues.length === 0 && !isDuration(seconds)) {
		issues.push({ rule: 'shots', path: [], message: shotTotal(seconds) });
	}
	let start = 0;
	const labels = found.map(({ seconds }, index) => {
		const before = `${index === 0 ? '' : '\n'}${label(index + 1, start, start + seconds)}`;
		start += seconds;
		return before;
	});
	const { parts } = compose(
		labels,
		found.map(({ content }) => content),
	);
	return createPrompt({ parts, shots: [seconds] }, issues) as ShotListOf<Shots, FormatOf<Options>>;
}

function isDuration(seconds: number): seconds is Duration {
	return (durations as readonly number[]).includes(seconds);
}

/** The format that the options choose. */
export type FormatOf<Options extends ShotListOptions> = 'format' extends keyof Options
	? Exclude<Options['format'], undefined> | (undefined extends Options['format'] ? 'shots' : never)
	: 'shots';

/** The prompt of a list of shots: its handles, its length, and its text if it has no handles. */
export type ShotListOf<Shots extends readonly Shot[], Format extends ShotFormat> = number extends Shots['length']
	? Prompt<HandlesOfValue<Shots[number]['content']>[number][], Duration>
	: Added<Shots>['handles'] extends readonly []
		? Prompt<[], Added<Shots>['seconds'], Written<Shots, Format>>
		: Added<Shots>;

/** Adds shots one by one: their handles and their seconds. The length of `Elapsed` counts. */
export type Added<
	Shots extends readonly unknown[],
	Handles extends readonly unknown[] = [],
	Elapsed extends 0[] = [],
> = Shots extends readonly [infer First extends Shot, ...infer Rest]
	? First['content'] extends string
		? Added<Rest, Handles, Longer<Elapsed, First['seconds']>>
		: First['content'] extends Prompt<infer Given>
			? Added<
					Rest,
					Handles extends readonly [] ? Given : WithHandles<Handles, Given>,
					Longer<Elapsed, First['seconds']>
				>
			: Added<Rest, WithHandles<Handles, HandlesOfValue<First['content']>>, Longer<Elapsed, First['seconds']>>
	: Prompt<Handles, KnownLength<Elapsed['length']>>;

/** A length that the compiler knows; any duration, if only the run time adds the seconds. */
export type KnownLength<Seconds extends number> = number extends Seconds ? Duration : Seconds;

/** The text of shots without handles. The lengths of `Elapsed` and `Number` count. */
export type Written<
	Shots extends readonly unknown[],
	Format extends ShotFormat,
	Text extends string = '',
	Elapsed extends 0[] = [],
	Number extends 0[] = [0],
> = Shots extends readonly [Shot<infer Seconds, infer Content>, ...infer Rest]
	? Written<
			Rest,
			Format,
			`${Text}${Text extends '' ? '' : '\n'}${ShotLabel<Format, Number['length'], Elapsed['length'], Longer<Elapsed, Seconds>['length']>}${TextOf<Content>}`,
			Longer<Elapsed, Seconds>,
			[...Number, 0]
		>
	: Text;

/** The elapsed seconds after a shot. */
export type Longer<Elapsed extends 0[], Seconds extends number> = Seconds extends keyof Lengths
	? [...Elapsed, ...Lengths[Seconds]]
	: 0[];

/** The text of a shot. */
export type TextOf<Content> = Content extends string
	? Content
	: Content extends Prompt<readonly unknown[], number | undefined, infer Text>
		? Text
		: string;

/** The type that a list of shots must have, by {@link WrongShots}. */
export interface ShotsArgument<Shots extends readonly Shot[]> {
	readonly total: NotAllowed<ShotTotal<Exclude<Added<Shots>['seconds'], Duration>>>;
	readonly mixed: NotAllowed<MixedPlaceholder<PlaceholdersIn<Shots[number]['content']>>>;
	readonly [accepted: PropertyKey]: unknown;
}

/** The check of a list of shots: `never` for a right one, and for a list of unknown length. */
export type WrongShots<
	Shots extends readonly Shot[],
	List extends Prompt<readonly unknown[], number | undefined>,
> = number extends Shots['length']
	? never
	: List['seconds'] extends Duration
		? List['handles'] extends readonly []
			? never
			: [Extract<Shots[number]['content'], `${string}@${string}`>] extends [never]
				? never
				: [PlaceholdersIn<Extract<Shots[number]['content'], `${string}@${string}`>>] extends [never]
					? never
					: { readonly mixed: true }
		: number extends List['seconds']
			? never
			: { readonly total: true };
