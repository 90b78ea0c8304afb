import { Command } from 'commander';
import type { Context } from './context.js';
import { addCode } from './commands/code.js';
import { addDemo } from './commands/demo/demo.js';
import { addDownload } from './commands/download.js';
import { addEmulate } from './commands/emulate/emulate.js';
import { addGenerate } from './commands/generate/generate.js';
import { addLint } from './commands/lint.js';
import { addStatus } from './commands/status.js';
import { addValidate } from './commands/validate.js';
import { addWait } from './commands/wait.js';
import { exitCodes } from './exit-codes.js';

/** The commands, in the order of the help. */
const commands = [addDemo, addGenerate, addWait, addDownload, addStatus, addValidate, addLint, addCode, addEmulate];

/** Creates the command line. It throws commander's errors, and writes help alone. */
export function createProgram(context: Context, version: string): Command {
	const { stdout, stderr } = context.io;
	const program = new Command('npx seedance-builder')
		.description('Seedance video requests: check them, submit them, wait, and save the mp4.')
		.version(version, '--version', 'print the version')
		.helpOption('-h, --help', 'print this help')
		.configureOutput({
			writeOut: (text) => void stdout.write(text),
			writeErr: (text) => void stderr.write(text),
			getOutHelpWidth: () => stdout.columns || usualColumns,
			getErrHelpWidth: () => stderr.columns || usualColumns,
			// The errors are written in one place, as text or as JSON.
			outputError() {},
		})
		.helpCommand('help [command]', 'print the help of a command')
		.exitOverride()
		.addHelpText('after', `\nThe key comes from SEEDANCE_API_KEY or --key-file.\n\nExit codes:\n${exitCodeList()}`);
	for (const add of commands) add(program, context);
	return program;
}

const usualColumns = 80;

function exitCodeList(): string {
	return Object.values(exitCodes)
		.map(({ code, brief }) => `  ${String(code).padStart(3)}  ${brief}`)
		.join('\n');
}
