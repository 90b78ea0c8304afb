import type { Command } from 'commander';
import { isInvalidRequestError, type RequestIssue } from '../../errors/index.js';
import { modeOf } from '../../request/mode-of.js';
import type { Context } from '../context.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { judge, readJson } from '../input/judge.js';
import { examples } from '../options/examples.js';
import { addJsonOption } from '../options/output-options.js';
import { issueText } from '../output/issue-text.js';

/** Adds the command `validate`: judges a request, and lists every issue. */
export function addValidate(program: Command, context: Context): void {
	const command = program
		.command('validate')
		.summary('list every rule that a request breaks')
		.description(
			'Checks a request by the library’s rules, without sending it, and lists every rule that it breaks. Local images and ' +
				'audio clips in it are read and checked, too.',
		)
		.argument('<request>', 'a file with the request as JSON; - reads standard input');
	addJsonOption(command);
	examples(command, [
		'validate request.json',
		'validate - < request.json',
		'validate request.json --json | jq .issues',
	]);
	command.action((file: string) => context.act(validate(file, context)));
}

async function validate(file: string, context: Context): Promise<ExitCode> {
	try {
		const { json, folder } = await readJson(file, context);
		const { request } = await judge(json, folder, context);
		const mode = modeOf(request);
		context.reporter.result({ valid: true, mode, issues: [] }, `valid: ${mode}, ${request.resolution}`);
		return exitCodes.done.code;
	} catch (error) {
		if (!isInvalidRequestError(error)) throw error;
		context.reporter.result({ valid: false, issues: error.issues }, listOf(error.issues));
		return exitCodes.failed.code;
	}
}

function listOf(issues: readonly RequestIssue[]): string {
	const count = issues.length === 1 ? '1 issue' : `${issues.length} issues`;
	return [...issues.map(issueText), `invalid: ${count}`].join('\n');
}
