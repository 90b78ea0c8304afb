import type { Clock } from '../../src/client/clock.js';

/** A clock whose pauses take no time, and are kept. `chance` is what its dice show. */
export function fakeClock(chance = 0): { clock: Clock; pauses: number[] } {
	const pauses: number[] = [];
	let now = 0;
	const clock: Clock = {
		now: () => now,
		random: () => chance,
		async sleep(milliseconds, signal) {
			signal?.throwIfAborted();
			pauses.push(milliseconds);
			now += milliseconds;
		},
	};
	return { clock, pauses };
}
