import type { Command } from 'commander';
import { InvalidRequestError, isInvalidRequestError } from '../../../errors/index.js';
import type { Context } from '../../context.js';
import { finishTask, type JobFlags } from '../../finish/finish-task.js';
import { judge, readJson, type JudgedRequest } from '../../input/judge.js';
import { readText } from '../../input/read-text.js';
import { addApiOptions, addWaitOptions, baseUrlOf } from '../../options/api-options.js';
import { examples } from '../../options/examples.js';
import { addJsonOption, addOutputOptions, checkOut } from '../../options/output-options.js';
import type { FlagIssue } from '../../output/issue-text.js';
import { UsageError } from '../../usage-error.js';
import { addRequestOptions, contentFlags, fieldsOf, flagAt, requestOf, type RequestFlags } from './request-options.js';
import { requestEvent } from './request-event.js';
import { submit } from './submit.js';

interface Flags extends JobFlags, RequestFlags {
	readonly dryRun?: boolean;
	readonly json?: boolean;
}

/** Adds the command `generate`: checks a request, submits it, waits and saves the video. */
export function addGenerate(program: Command, context: Context): void {
	const command = program
		.command('generate')
		.summary('submit a request, wait, and save the mp4')
		.description(
			'Checks a request, submits it as a billed task, waits, and saves the mp4. The last line of the output is its path.\n\n' +
				'The request is a file of JSON, or the flags below. Images and audio clips may be local files: they are sent as base64. ' +
				'In a file of JSON, their paths begin at the folder of that file.',
		)
		.argument('[request]', 'a file with the request as JSON; - reads standard input');
	addRequestOptions(command);
	addOutputOptions(command).option('--dry-run', 'print the payload and submit nothing; needs no key');
	addJsonOption(command);
	addWaitOptions(command);
	addApiOptions(command);
	examples(command, [
		'generate request.json --out dance.mp4',
		'generate --text "A cat plays the piano" --resolution RESOLUTION --out cat.mp4',
		'generate --text "The hero of @image1 dances" --image hero.png --resolution RESOLUTION --out hero.mp4',
		'generate - --out dance.mp4 --json < request.json',
		'generate request.json --resolution RESOLUTION --dry-run',
	]);
	command.action((file: string | undefined, flags: Flags) => context.act(generate(file, flags, context)));
}

async function generate(file: string | undefined, given: Flags, context: Context): Promise<void> {
	checkContentFlags(file, given);
	const baseUrl = baseUrlOf(given);
	// Everything that can go wrong on this machine is checked before anything is paid for.
	const path = given.dryRun ? undefined : await checkOut(given);
	const text = given.text === '-' ? (await readText('-', context)).text.trim() : given.text;
	const flags: Flags = { ...given, ...(text !== undefined && { text }) };
	try {
		const { request } = await (file === undefined
			? judge(requestOf(flags), '.', context)
			: readRequest(file, flags, context));
		if (path === undefined) {
			context.reporter.emit(requestEvent(request, baseUrl));
			return context.reporter.result({ dryRun: true, request }, JSON.stringify(request, null, '\t'));
		}
		const task = await submit(request, baseUrl, flags, context);
		await finishTask(task, path, flags, context);
	} catch (error) {
		throw file === undefined && isInvalidRequestError(error) ? withFlags(error, flags) : error;
	}
}

/** @throws {UsageError} If there is no request, or its content is given twice. */
function checkContentFlags(file: string | undefined, flags: Flags): void {
	const hasContent = contentFlags.some((name) => flags[name] !== undefined);
	if (file !== undefined && hasContent) {
		throw new UsageError(
			'the content is given twice: pass a file, or flags such as --text, not both; put a text with spaces in quotes',
		);
	}
	if (file === undefined && !hasContent) {
		throw new UsageError('there is no request: pass a file of JSON, - for standard input, or flags such as --text');
	}
}

/** Reads a file of JSON, and replaces the options that are given as flags. */
async function readRequest(file: string, flags: Flags, context: Context): Promise<JudgedRequest> {
	const { json, folder } = await readJson(file, context);
	const isObject = typeof json === 'object' && json !== null && !Array.isArray(json);
	return judge(isObject ? { ...json, ...fieldsOf(flags) } : json, folder, context);
}

/** The same issues, each with its flag. */
function withFlags({ issues }: InvalidRequestError, flags: RequestFlags): InvalidRequestError {
	return new InvalidRequestError(
		issues.map((issue): FlagIssue => {
			const flag = flagAt(issue.path, flags);
			return flag === undefined ? issue : { ...issue, flag };
		}),
	);
}
