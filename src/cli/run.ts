import { SeedanceError } from '../errors/index.js';
import { demo } from './demo.js';
import type { Command, Io } from './io.js';
import { UsageError } from './usage-error.js';

/** 0: succeeded · 1: failed · 2: invalid command line, nothing was done · 130: stopped by Ctrl-C, as is usual in shells. */
export type ExitCode = 0 | 1 | 2 | 130;

/**
 * Runs a command and resolves with its exit code. `argv` excludes interpreter and script. It never rejects: errors are written to
 * `stderr`.
 *
 * @example
 * process.exitCode = await run(['demo', '--ratio', '9:16'], { env, stdout, stderr, signal });
 */
export async function run([name, ...args]: readonly string[], io: Io): Promise<ExitCode> {
	try {
		if (isHelp(name)) io.stdout.write(help());
		else if (args.some(isHelp)) io.stdout.write(commandNamed(name).help);
		else await commandNamed(name).run(args, io);
		return 0;
	} catch (error) {
		io.stderr.write(`seedance: ${describe(error, io)}\n`);
		if (!(error instanceof UsageError)) return io.signal.aborted ? 130 : 1;
		io.stderr.write(`\n${commands.get(name)?.help ?? help()}`);
		return 2;
	}
}

const commands: ReadonlyMap<string | undefined, Command> = new Map(Object.entries({ demo }));

function commandNamed(name: string | undefined): Command {
	const command = commands.get(name);
	if (command) return command;
	throw new UsageError(name === undefined ? 'a command is missing' : `unknown command ${JSON.stringify(name)}`);
}

function help(): string {
	const lines = [...commands].map(([name, { summary }]) => `  ${name}  ${summary}\n`);
	return `Usage: npx seedance-builder <command> [flags]\n\n${lines.join('')}\nFlags of a command: npx seedance-builder <command> --help\n`;
}

function isHelp(argument: string | undefined): boolean {
	return argument === '--help' || argument === '-h';
}

/** Returns the message of an expected error, and the stack of any other: that is a bug. */
function describe(error: unknown, { signal }: Io): string {
	if (!(error instanceof Error)) return String(error);
	const expected = error instanceof SeedanceError || error instanceof UsageError || signal.aborted;
	return expected ? error.message : (error.stack ?? error.message);
}
