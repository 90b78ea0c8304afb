import type { Command } from 'commander';
import { lintRequest, type Advice } from '../../request/lint/lint-request.js';
import type { VideoRequest } from '../../request/types.js';
import type { Context } from '../context.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { judge, readJson } from '../input/judge.js';
import { examples } from '../options/examples.js';
import { addJsonOption } from '../options/output-options.js';
import { issueText } from '../output/issue-text.js';
import { replaceFile } from '../output/replace-file.js';
import { UsageError } from '../usage-error.js';

interface Flags {
	readonly fix?: boolean;
	readonly write?: boolean;
	readonly json?: boolean;
}

/** Adds the command `lint`: gives advice about a valid request, and applies what a program can fix. */
export function addLint(program: Command, context: Context): void {
	const command = program
		.command('lint')
		.summary('give advice about a valid request, and fix it')
		.description('Gives advice about a valid request, without sending it. The exit code is 1 if advice is left.')
		.argument('<request>', 'a file with the request as JSON; - reads standard input')
		.optionsGroup('Output:')
		.option('--fix', 'print the request with what a program can fix; the advice that is left goes to standard error')
		.option('--write', 'write the fixed request to its file, instead of printing it');
	addJsonOption(command);
	examples(command, ['lint request.json', 'lint request.json --write', 'lint - --fix < request.json > fixed.json']);
	command.action((file: string, flags: Flags) => context.act(lint(file, flags, context)));
}

async function lint(
	file: string,
	{ fix = false, write = false, json: asJson }: Flags,
	context: Context,
): Promise<ExitCode> {
	if (write && file === '-')
		throw new UsageError('--write needs a file: standard input can’t be written to; use --fix');
	const { reporter, io } = context;
	const { json, folder, text } = await readJson(file, context);
	const { request, restore } = await judge(json, folder, context);
	if (!fix && !write) {
		const advice = lintRequest(request);
		reporter.result({ advice: advice.map(shown) }, textOf(advice));
		return codeOf(advice);
	}

	const { fixed, count, advice } = fixAll(request);
	const result = restore(fixed);
	const output = `${JSON.stringify(result, null, indentOf(text))}\n`;
	if (write && count > 0) await replaceFile(file, output);
	if (!asJson && advice.length > 0) io.stderr.write(`${textOf(advice)}\n`);
	const summary = count === 0 ? `${file}: nothing to fix` : `${file}: ${count} fixed`;
	reporter.result({ advice: advice.map(shown), fixed: count, request: result }, write ? summary : output.trimEnd());
	return codeOf(advice);
}

/** Applies one fix after the other, because each of them is a whole request. */
function fixAll(request: VideoRequest) {
	let fixed = request;
	for (let count = 0; ; count += 1) {
		const advice = lintRequest(fixed);
		const fix = count < mostFixes ? advice.find((one) => one.fix !== undefined)?.fix : undefined;
		if (fix === undefined) return { fixed, count, advice };
		fixed = fix;
	}
}

/** Far more than a request has. */
const mostFixes = 100;

/** An advice without its fix, which is a whole request. */
function shown({ fix, ...advice }: Advice): object {
	return { ...advice, fixable: fix !== undefined };
}

function textOf(advice: readonly Advice[]): string {
	if (advice.length === 0) return 'no advice';
	return advice.map((one) => `${issueText(one)}${one.fix === undefined ? '' : ' (--fix)'}`).join('\n');
}

function codeOf(advice: readonly Advice[]): ExitCode {
	return advice.length === 0 ? exitCodes.done.code : exitCodes.failed.code;
}

/** The indentation of a JSON text, so that a fixed file differs in what was fixed alone. */
function indentOf(text: string): string {
	return /^[[{]\r?\n([\t ]+)/.exec(text.trimStart())?.[1] ?? '\t';
}
