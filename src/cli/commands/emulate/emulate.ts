import { InvalidArgumentError, type Command } from 'commander';
import { onAbort } from '../../../client/abort.js';
import type { Context } from '../../context.js';
import { systemProblem } from '../../input/system-problem.js';
import { examples } from '../../options/examples.js';
import { printable } from '../../output/printable.js';
import { UsageError } from '../../usage-error.js';
import { serveEmulator } from './serve.js';

interface Flags {
	readonly port: number;
	readonly queued: number;
	readonly running: number;
}

/** Adds the command `emulate`: serves the emulator of the API on a port. */
export function addEmulate(program: Command, context: Context): void {
	const command = program
		.command('emulate')
		.summary('serve an emulator of the API on this machine')
		.description(
			'Serves an emulator of the API on this machine, until Ctrl-C. It accepts every key, nothing is billed, and its videos are one ' +
				'colour. The output is its base URL: pass it to other commands with --base-url.',
		)
		.option('--port <number>', 'the port; 0 takes a free one', wholeNumber(65_535), 4_000)
		.option('--queued <ms>', 'how long a task is queued, in milliseconds', wholeNumber(mostMilliseconds), 1_000)
		.option('--running <ms>', 'how long a task runs, in milliseconds', wholeNumber(mostMilliseconds), 4_000);
	examples(command, ['emulate', 'emulate --port 8080 --queued 0 --running 500']);
	command.action((flags: Flags) => context.act(emulate(flags, context)));
}

async function emulate({ port, queued, running }: Flags, { io, reporter }: Context): Promise<void> {
	const options = { queuedFor: queued, runningFor: running };
	const served = await serveEmulator(port, options, ({ method, path, status }) => {
		io.stderr.write(printable(`${method} ${path} ${status}`) + '\n');
	}).catch((error: unknown) => {
		throw new UsageError(portProblem(port, error));
	});
	io.stderr.write('an emulator of the API: it accepts every key, and nothing is billed; stop it with Ctrl-C\n');
	reporter.result({}, served.url);
	try {
		await new Promise<void>((resolve) => void onAbort(io.signal, () => resolve()));
	} finally {
		await served.close();
	}
}

function portProblem(port: number, error: unknown): string {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	if (code === 'EADDRINUSE')
		return `--port ${port} is in use by another program: choose another port, or 0 for a free one`;
	if (code === 'EACCES') return `--port ${port} needs more rights: choose a port from 1024 up`;
	return `--port ${port} ${systemProblem(error)}`;
}

const mostMilliseconds = 24 * 60 * 60 * 1_000;

function wholeNumber(most: number): (text: string) => number {
	return (text) => {
		if (/^\d{1,9}$/.test(text) && Number(text) <= most) return Number(text);
		throw new InvalidArgumentError(`write a whole number from 0 to ${most}`);
	};
}
