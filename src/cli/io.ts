/** A stream that a command writes to, such as `process.stdout`. */
export interface Output {
	write(text: string): unknown;

	/** Whether the output is a terminal. Its last line can be rewritten. */
	readonly isTTY?: boolean | undefined;

	/** How many characters a line of the terminal has. */
	readonly columns?: number | undefined;
}

/** The stream that a command reads for `-`, such as `process.stdin`. */
interface Input extends AsyncIterable<Uint8Array | string> {
	/** Whether the input is a terminal: a person types it. */
	readonly isTTY?: boolean | undefined;
}

/** Everything that a command uses except files. Tests pass their own. */
export interface Io {
	/** The environment variables. */
	readonly env: Readonly<Record<string, string | undefined>>;

	/** What `-` stands for. */
	readonly stdin: Input;

	/** Receives the output. The last line is the result. */
	readonly stdout: Output;

	/** Receives progress and errors. */
	readonly stderr: Output;

	/** Aborted when the user or the system stops the command, with a {@link Stopped} as its reason. */
	readonly signal: AbortSignal;

	/** Aborted when the command shall stop at once, even if the answer to a submit is lost. @default never */
	readonly force?: AbortSignal | undefined;

	/** The `fetch` for API calls. @default `globalThis.fetch` */
	readonly fetch?: typeof globalThis.fetch | undefined;
}

/** The signals of the system that stop a command, with their exit codes: 128 and the signal's number, as is usual in shells. */
export const stopCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** The reason of an abort: a signal of the system. */
export class Stopped extends Error {
	override name = 'Stopped' as const;

	/** The signal: `SIGINT` is Ctrl-C. */
	readonly signal: keyof typeof stopCodes;

	constructor(signal: keyof typeof stopCodes) {
		super(`stopped by ${signal}`);
		this.signal = signal;
	}
}
