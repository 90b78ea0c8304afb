import type { Command } from 'commander';
import { fromCurl, toCode, toCurl } from '../../request/other-tools.js';
import type { VideoRequest } from '../../request/types.js';
import type { Context } from '../context.js';
import { judge } from '../input/judge.js';
import { readText } from '../input/read-text.js';
import { parseJsonText } from '../../request/plain/parse-json.js';
import { addBaseUrlOptions, baseUrlOf, type ApiFlags } from '../options/api-options.js';
import { examples } from '../options/examples.js';

interface Flags extends Pick<ApiFlags, 'baseUrl' | 'allowInsecure'> {
	readonly curl?: boolean;
}

/** Adds the command `code`: writes a request as a chain, or as a curl command. */
export function addCode(program: Command, context: Context): void {
	const command = program
		.command('code')
		.summary('write a request as a chain, or as a curl command')
		.description(
			'Prints a request as a TypeScript module with its chain. The request is JSON or a curl command. With --curl, it is printed ' +
				'as a curl command, which reads the key from the environment’s SEEDANCE_API_KEY.',
		)
		.argument('<request>', 'a file with the request as JSON, or with a curl command; - reads standard input')
		.optionsGroup('Output:')
		.option('--curl', 'print a curl command');
	addBaseUrlOptions(command);
	examples(command, ['code request.json > request.ts', 'code request.sh', 'code request.json --curl']);
	command.action((file: string, flags: Flags) => context.act(code(file, flags, context)));
}

async function code(file: string, flags: Flags, context: Context): Promise<void> {
	const baseUrl = baseUrlOf(flags);
	const request = await readRequest(file, context);
	const { allowInsecure } = flags;
	context.reporter.result({}, flags.curl ? toCurl(request, { baseUrl, allowInsecure }) : toCode(request).trimEnd());
}

/** Reads JSON, or else a command. What begins as JSON is refused as such. */
async function readRequest(file: string, context: Context): Promise<VideoRequest> {
	const { text, name, folder } = await readText(file, context);
	const isCommand = !/^\s*(?:[[{"]|[\w.+-]*\s*$)/.test(text);
	if (isCommand) return fromCurl(text);
	return (await judge(parseJsonText(text, name), folder, context)).request;
}
