import { CommanderError } from 'commander';
import {
	isConfigurationError,
	isInvalidRequestError,
	isSubmitUncertainError,
	isTaskAbortedError,
	isTaskFailedError,
	isApiError,
	SeedanceError,
} from '../errors/index.js';
import { resumeHint } from '../errors/resume-hint.js';
import { exitCodes, type ExitCode } from './exit-codes.js';
import { NotReadyError } from './finish/not-ready-error.js';
import { UnfinishedError } from './finish/unfinished-error.js';
import { Stopped, stopCodes, type Io } from './io.js';
import { issuesText } from './output/issue-text.js';
import type { Failure } from './output/reporter.js';
import { UsageError } from './usage-error.js';

/** Describes what a command threw: its exit code, a message for people, and what is needed to go on. */
export function failureOf(thrown: unknown, signal: Io['signal']): Failure & { readonly exitCode: ExitCode } {
	const {
		taskId,
		command,
		cause: error,
	} = thrown instanceof UnfinishedError ? thrown : { ...idOf(thrown), cause: thrown };
	const exitCode = exitCodeOf(error, signal, command !== undefined);
	const isOver = exitCode === exitCodes.failed.code || exitCode === exitCodes.usage.code;
	const next = isOver ? undefined : command;
	return {
		exitCode,
		name: error instanceof Error ? error.name : 'Error',
		message: messageOf(error, taskId, next, signal),
		...(taskId !== undefined && { taskId }),
		...(next !== undefined && { command: next }),
		details: detailsOf(error),
	};
}

function exitCodeOf(error: unknown, { aborted, reason }: AbortSignal, hasTask: boolean): ExitCode {
	// What may be paid for counts more than how the command was stopped.
	if (isSubmitUncertainError(error)) return exitCodes.uncertain.code;
	if (aborted) return reason instanceof Stopped ? stopCodes[reason.signal] : stopCodes.SIGINT;
	if (error instanceof UsageError || error instanceof CommanderError || isConfigurationError(error))
		return exitCodes.usage.code;
	const isGone = isTaskFailedError(error) || (isApiError(error) && error.kind === 'not-found');
	return hasTask && !isGone ? exitCodes.unfinished.code : exitCodes.failed.code;
}

function messageOf(
	error: unknown,
	taskId: string | undefined,
	command: string | undefined,
	{ aborted }: AbortSignal,
): string {
	if (error instanceof CommanderError) return commanderMessage(error);
	if (!(error instanceof Error)) return String(error);
	if ('syscall' in error && error.syscall === 'uv_cwd')
		return 'the working folder does not exist: change to another one';
	const isExpected = error instanceof SeedanceError || error instanceof UsageError || error instanceof NotReadyError;
	// Any other error is a bug: its stack says where.
	if (!isExpected && !aborted) return error.stack ?? error.message;
	if (isInvalidRequestError(error)) return issuesText(error.issues);
	const message = error.message.replace('pass overwrite: true to replace it', 'pass --overwrite to replace it');
	if (isTaskAbortedError(error) && taskId === undefined)
		return 'stopped before the request was sent: no task exists, and nothing is to be paid';
	if (taskId === undefined)
		return command === undefined ? message : `${message}, and replace TASK_ID by the id from there:`;
	const hint = resumeHint(taskId);
	if (command === undefined) return message.replace(`; ${hint}`, '').replace(`: ${hint}`, '');
	return message.includes(hint)
		? message.replace(hint, 'finish with the command below')
		: `${message}; finish with the command below`;
}

/** The flags of other tools that no letters lead to. */
const meant: Readonly<Record<string, string>> = {
	'--prompt': '--text',
	'--size': '--resolution',
	'--seconds': '--duration',
	'--length': '--duration',
	'--aspect-ratio': '--ratio',
	'--force': '--overwrite',
	'-o': '--out',
	'-v': '--version',
};

/** The messages of commander, in the words of this package. */
function commanderMessage({ message }: CommanderError): string {
	return (
		message
			.replace(/^error: /, '')
			.replace(/\n\(Did you mean (.*)\)$/, ': did you mean $1')
			// What stands behind a `=` may be a key.
			.replace(/^(unknown option '[^'=]*)=.*?'(?=:|$)/s, "$1'")
			.replace(/^option '(?:-\w, )?(--[\w-]+) .*?' argument '(.*)' is invalid\. /s, '$1 $2 is invalid: ')
			.replace(/: Allowed choices are (.*)\.$/, ': choose one of $1')
			.replace(/^option '(.*)' argument missing$/, '$1 has no value: add it')
			.replace(/^missing required argument '(.*)'$/, '<$1> is missing: add it')
			.replace(/^unknown option '(--?[\w-]+)'$/, (all, flag: string) =>
				Object.hasOwn(meant, flag) ? `${all}: did you mean ${meant[flag]}?` : all,
			)
			.replace(
				/^too many arguments for '(.*)'. Expected (\d+) .* got (\d+)\.$/,
				'too many arguments: $1 takes $2, not $3',
			)
	);
}

function idOf(error: unknown): { readonly taskId: string | undefined; readonly command: undefined } {
	const taskId = error instanceof SeedanceError && 'taskId' in error ? error.taskId : undefined;
	return { taskId: typeof taskId === 'string' ? taskId : undefined, command: undefined };
}

/** The facts of an error for programs. */
function detailsOf(error: unknown): object {
	if (isInvalidRequestError(error)) return { issues: error.issues };
	if (isSubmitUncertainError(error)) {
		const { sentAt, fingerprint, requestId } = error;
		return { sentAt, fingerprint, requestId };
	}
	if (isTaskFailedError(error)) {
		const { kind, code, reason, retryable } = error;
		return { kind, code, reason, retryable };
	}
	if (isApiError(error)) {
		const { status, kind, code, reason, retryable, requestId } = error;
		return { status, kind, code, reason, retryable, requestId };
	}
	return {};
}
