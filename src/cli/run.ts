import { CommanderError, type Command } from 'commander';
import type { Context } from './context.js';
import { exitCodes, type ExitCode } from './exit-codes.js';
import { failureOf } from './failure.js';
import type { Io } from './io.js';
import { createJsonReporter } from './output/json-reporter.js';
import { createTextReporter } from './output/text-reporter.js';
import { createProgram } from './program.js';
import { refuseFlags } from './refused-flags.js';
import { UsageError } from './usage-error.js';

/**
 * Runs a command and resolves with its exit code. `argv` excludes interpreter and script. It never rejects: errors are written to
 * `stderr`, or with `--json` to `stdout`.
 *
 * @param version The version that `--version` prints.
 *
 * @example
 * process.exitCode = await run(['demo', '--ratio', '9:16'], { env, stdin, stdout, stderr, signal });
 */
export async function run(argv: readonly string[], io: Io, version = ''): Promise<ExitCode> {
	const isJson = argv.includes('--json');
	const reporter = isJson ? createJsonReporter(io.stdout) : createTextReporter(io);
	let exitCode: ExitCode = exitCodes.done.code;
	const context: Context = {
		io,
		reporter,
		async act(work) {
			exitCode = (await work) ?? exitCode;
		},
	};
	const program = createProgram(context, version);
	try {
		refuseFlags(argv);
		if (argv.length === 0) {
			program.outputHelp({ error: true });
			return exitCodes.usage.code;
		}
		await program.parseAsync([...argv], { from: 'user' });
		return exitCode;
	} catch (error) {
		// Help or the version was printed; the second code stands for the help of an unknown command.
		if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.done.code;
		if (error instanceof CommanderError && error.code === 'commander.help') return exitCodes.usage.code;
		const failure = failureOf(error, io.signal);
		reporter.fail(failure);
		const isWrong = error instanceof CommanderError || error instanceof UsageError;
		if (isWrong && !isJson) io.stderr.write(`\n${helpHint(program, argv)}\n`);
		return failure.exitCode;
	} finally {
		reporter.end();
	}
}

function helpHint({ commands }: Command, [first]: readonly string[]): string {
	const command = commands.find((one) => one.name() === first);
	return `Help: npx seedance-builder ${command === undefined ? '' : `${command.name()} `}--help`;
}
