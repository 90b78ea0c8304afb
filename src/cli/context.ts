import type { ExitCode } from './exit-codes.js';
import type { Io } from './io.js';
import type { Reporter } from './output/reporter.js';

/** What a command gets: the outside world, and the way to its user. */
export interface Context {
	readonly io: Io;
	readonly reporter: Reporter;

	/** Runs the work of a command. Its exit code is 0, unless the work returns another one. */
	act(work: Promise<ExitCode | void>): Promise<void>;
}
