import type { CliEvent } from './events.js';

/** Writes what a command tells its user: events while it runs, then a result or a failure. */
export interface Reporter {
	emit(event: CliEvent): void;

	/** Writes the result, as JSON or as text. It comes last, on the standard output. */
	result(fields: object, text: string): void;

	/** Writes why the command failed. It comes last. */
	fail(failure: Failure): void;

	/** Ends the live line of a terminal. */
	end(): void;
}

/** Why a command failed, and what to do. */
export interface Failure {
	readonly exitCode: number;

	/** The name of the error's class. */
	readonly name: string;

	/** What is wrong, and what to do. */
	readonly message: string;

	/** The task that exists, or may exist. */
	readonly taskId?: string | undefined;

	/** The command that finishes the job. */
	readonly command?: string | undefined;

	/** More fields for `--json`. */
	readonly details?: object | undefined;
}
