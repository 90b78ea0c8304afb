/** Where a command's words go. `process.stdout` is one. */
export interface Output {
	write(text: string): unknown;

	/** Whether a person looks on, whose last line can be rewritten. */
	readonly isTTY?: boolean | undefined;
}

/** All that a command touches beside files, so that a test can be its terminal. */
export interface Io {
	/** The environment's variables. */
	readonly env: Readonly<Record<string, string | undefined>>;

	/** Takes what was asked for: the last line is the result. */
	readonly stdout: Output;

	/** Takes what goes on meanwhile, and errors. */
	readonly stderr: Output;

	/** Aborts when the user has had enough. */
	readonly signal: AbortSignal;

	/** What reaches the API. @default `globalThis.fetch` */
	readonly fetch?: typeof globalThis.fetch | undefined;
}

/** What `seedance <name>` does. */
export interface Command {
	/** One line for the list of commands. */
	readonly summary: string;

	/** What `seedance <name> --help` prints. */
	readonly help: string;

	/** Runs the command. It fails by throwing. */
	run(args: readonly string[], io: Io): Promise<void>;
}
