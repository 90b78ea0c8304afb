import type { DigitCharacter } from 'type-fest';

/** How a shot list is written: `shots` writes `Shot 1 (0-4s): …`, `timeline` writes `[00:00-00:04] …`. */
export type ShotFormat = keyof typeof shotFormats;

/** What stands before a shot, by format. */
export const shotFormats = {
	shots: (number: number, start: number, end: number) => `Shot ${number} (${start}-${end}s): `,
	timeline: (_: number, start: number, end: number) => `[${clock(start)}-${clock(end)}] `,
} as const;

/** The type of what stands before a shot. */
export type ShotLabel<
	Format extends ShotFormat,
	Number extends number,
	Start extends number,
	End extends number,
> = Format extends 'shots' ? `Shot ${Number} (${Start}-${End}s): ` : `[${Clock<`${Start}`>}-${Clock<`${End}`>}] `;

/** Patterns of the texts of shot lists. */
export type ShotListText = `Shot 1 (0-${string}` | `[00:00-${string}`;

/** Seconds as minutes and seconds. No video is longer than a minute. */
type Clock<Seconds extends string> = Seconds extends DigitCharacter ? `00:0${Seconds}` : `00:${Seconds}`;

function clock(seconds: number): string {
	return `00:${String(seconds).padStart(2, '0')}`;
}
