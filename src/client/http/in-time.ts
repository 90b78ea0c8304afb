import { raceAbort } from './abort.js';

/** What {@link inTime} throws where time ran out. */
export class OutOfTime extends Error {}

/**
 * Runs `work` until it settles, `timeout` milliseconds have passed or `signal` aborts, whichever comes first. An abort rejects
 * with the signal's reason. `work` is told of both through its own signal.
 *
 * @throws {OutOfTime} Where time ran out.
 */
export async function inTime<T>(
	timeout: number,
	signal: AbortSignal | undefined,
	work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
	const limit = new AbortController();
	const own = signal === undefined ? limit.signal : AbortSignal.any([signal, limit.signal]);
	const timer = setTimeout(() => limit.abort(new OutOfTime()), timeout);
	try {
		return await raceAbort(
			own,
			(reason) => reason,
			() => work(own),
		);
	} finally {
		clearTimeout(timer);
	}
}
