import type { Client } from '../client/index.js';
import { ConfigurationError, isApiError } from '../errors/index.js';
import { formatValue } from '../rules.js';
import type { SubmittedEntry, UncertainEntry } from './entry.js';
import type { Attempt, Journal } from './journal.js';
import { failedTask, timeLeft, uncertainSubmit, unrecorded } from './outcome.js';
import type { CheckedTask, CheckStepOptions } from './steps.js';

/** How to check. */
interface CheckOptions extends CheckStepOptions {
	/** The pause before the next check, in milliseconds. */
	readonly interval: number;
}

/** The latest attempt of a key. @throws {ConfigurationError} If there is none. */
export async function latestAttempt(journal: Journal, key: string): Promise<Attempt> {
	const last = await journal.latest();
	if (last === undefined) throw withoutTask(key, ': call submit() first');
	return last;
}

/** Implements `steps.check()`, for an attempt that was read. */
export async function checkAttempt(
	client: Client,
	journal: Journal,
	key: string,
	{ number, entry }: Attempt,
	options: CheckOptions,
): Promise<CheckedTask> {
	switch (entry.state) {
		case 'refused':
			throw withoutTask(
				key,
				`, because its request was not accepted: call submit() again; the reason was: ${entry.reason}`,
			);
		case 'sending': {
			const left = timeLeft(entry);
			if (left <= 0) throw unrecorded(entry);
			return Object.freeze({
				done: false,
				status: 'sending',
				progress: 0,
				checkAgainAfter: Math.min(left, options.interval),
			});
		}
		case 'done': {
			const failed = failedTask(entry);
			if (failed !== undefined) throw failed;
			return Object.freeze({ done: true, taskId: entry.taskId, result: entry.result! });
		}
		case 'uncertain':
		case 'submitted':
			break;
	}
	return readTask(client, journal, { number, entry }, options);
}

/** Reads the task of an attempt, and records how it ended. */
async function readTask(
	client: Client,
	journal: Journal,
	{ number, entry }: Attempt<SubmittedEntry | UncertainEntry>,
	{ signal, interval }: CheckOptions,
): Promise<CheckedTask> {
	const { taskId, fingerprint } = entry;
	if (taskId === undefined) throw uncertainSubmit(entry as UncertainEntry);
	const { status, progress, result, failure } = await client
		.task(taskId)
		.status({ signal })
		.catch((error: unknown) => {
			const isMissing = entry.state === 'uncertain' && isApiError(error) && error.kind === 'not-found';
			throw isMissing ? uncertainSubmit(entry) : error;
		});

	const at = entry.state === 'submitted' ? entry.at : entry.sentAt;
	if (result === undefined && failure === undefined) {
		if (entry.state === 'uncertain')
			await journal.write({ number, entry: { state: 'submitted', fingerprint, taskId, at } }, taskId);
		return Object.freeze({ done: false, taskId, submittedAt: at, status, progress, checkAgainAfter: interval });
	}
	const done = { state: 'done', fingerprint, taskId, result, failure } as const;
	// If it can't be recorded, the next check reads the task again.
	await journal.write({ number, entry: done }).catch(() => undefined);
	const failed = failedTask(done);
	if (failed !== undefined) throw failed;
	return Object.freeze({ done: true, taskId, result: result! });
}

function withoutTask(key: string, rest: string): ConfigurationError {
	return new ConfigurationError('key', `${formatValue(key)} has no task${rest}`);
}
