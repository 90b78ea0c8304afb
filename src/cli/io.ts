/** A stream that a command writes to, such as `process.stdout`. */
export interface Output {
	write(text: string): unknown;

	/** Whether the output is a terminal. Its last line can be rewritten. */
	readonly isTTY?: boolean | undefined;
}

/** Everything that a command uses except files. Tests pass their own. */
export interface Io {
	/** The environment variables. */
	readonly env: Readonly<Record<string, string | undefined>>;

	/** Receives the output. The last line is the result. */
	readonly stdout: Output;

	/** Receives progress and errors. */
	readonly stderr: Output;

	/** Aborted on Ctrl-C. */
	readonly signal: AbortSignal;

	/** The `fetch` for API calls. @default `globalThis.fetch` */
	readonly fetch?: typeof globalThis.fetch | undefined;
}

/** A command of the command line. */
export interface Command {
	/** The line in the list of commands. */
	readonly summary: string;

	/** The text that `--help` prints. */
	readonly help: string;

	/** Runs the command. Throws if it fails. */
	run(args: readonly string[], io: Io): Promise<void>;
}
