import type { EventEmitter } from 'node:events';
import { stopCodes, Stopped } from './io.js';

/** The part of a process that {@link stopSignals} uses. */
export interface StoppableProcess extends Pick<EventEmitter, 'on'> {
	exit(code: number): void;
}

/** The signals that stop a command, as `Io` has them. */
interface StopSignals {
	readonly signal: AbortSignal;
	readonly force: AbortSignal;
}

/**
 * Turns Ctrl-C and the system's requests to end into aborts. The first stops the command, so that it can print what it leaves behind.
 * The second one forces it: the command has a moment to say what is uncertain, and then the process ends.
 */
export function stopSignals(process: StoppableProcess): StopSignals {
	const stop = new AbortController();
	const force = new AbortController();
	let stoppedAt = 0;

	for (const name of Object.keys(stopCodes) as (keyof typeof stopCodes)[]) {
		process.on(name, () => {
			const end = (): void => process.exit(stopCodes[name]);
			if (force.signal.aborted) return end();
			if (!stop.signal.aborted) {
				stoppedAt = Date.now();
				stop.abort(new Stopped(name));
				// A supervisor kills the process soon after it has asked.
				if (name !== 'SIGINT') setTimeout(() => forceEnd(name, end), patience).unref();
				return undefined;
			}
			// One Ctrl-C arrives twice under npx: from the terminal, and from npm.
			const isSame = stop.signal.reason instanceof Stopped && stop.signal.reason.signal === name;
			if (isSame && Date.now() - stoppedAt < doubled) return undefined;
			return forceEnd(name, end);
		});
	}

	function forceEnd(name: keyof typeof stopCodes, end: () => void): void {
		force.abort(new Stopped(name));
		setTimeout(end, lastWords).unref();
	}

	return { signal: stop.signal, force: force.signal };
}

/** How long a submit is waited for after a request to end, in milliseconds. */
const patience = 5_000;

/** How long after the first signal another one counts as the same, in milliseconds. */
const doubled = 300;

/** How long a command has after it was forced, in milliseconds. */
const lastWords = 200;
