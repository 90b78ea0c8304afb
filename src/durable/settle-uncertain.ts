import type { Client } from '../client/index.js';
import { ConfigurationError } from '../errors/configuration-error.js';
import { formatValue } from '../rules.js';
import { refused } from './entry.js';
import type { Journal } from './journal.js';
import { timeLeft } from './outcome.js';
import type { SubmitOutcome } from './steps.js';

/** Implements `steps.settle()`. */
export async function settleUncertain(
	client: Client,
	journal: Journal,
	key: string,
	outcome: SubmitOutcome,
): Promise<void> {
	const last = await journal.latest();
	const entry = last?.entry;
	if (entry?.state !== 'uncertain' && !(entry?.state === 'sending' && timeLeft(entry) <= 0)) {
		throw new ConfigurationError('key', `${formatValue(key)} has no uncertain submit: leave it as it is`);
	}
	const { number } = last!;
	if (outcome === 'no-task') {
		await journal.write({ number, entry: refused(entry, 'settled: no task exists') });
		return;
	}
	const taskId: unknown = (outcome as Partial<typeof outcome> | undefined)?.taskId;
	if (typeof taskId !== 'string') {
		throw new ConfigurationError('outcome', `is ${formatValue(outcome)}: give { taskId: '…' } or 'no-task'`);
	}
	// A wrong id would be found by the next check only, and the right one would be lost.
	await client.task(taskId).status();
	const { fingerprint } = entry;
	const at = 'at' in entry ? entry.at : entry.sentAt;
	await journal.write({ number, entry: { state: 'submitted', fingerprint, taskId, at } }, taskId);
}
