import type { Duration } from '../../spec.js';

/** The check of a duration: `never` for a right one. A number that isn't a literal, branded or not, is left to the run time. */
export type WrongDuration<Seconds> = Seconds extends Duration | undefined
	? never
	: {} extends { [Text in `${Seconds & number}`]: 1 }
		? never
		: { readonly refused: Seconds };
