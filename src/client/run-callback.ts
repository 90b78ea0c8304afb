import { CallbackError } from '../errors/callback-error.js';
import { safeCause } from '../errors/safe-cause.js';
import { withinTime } from './clock.js';
import type { Redact } from './http/redact.js';

/** What is known where a callback runs. */
interface CallbackContext {
	/** The task. Absent if none exists. */
	readonly taskId?: string;

	/** How long the callback may take, in milliseconds. */
	readonly timeout: number;

	/** Keeps the key out of the error. */
	readonly redact: Redact | undefined;
}

/**
 * Calls a callback of the user and waits for it. What it throws becomes a `CallbackError`, which has the task's id: thrown
 * unchanged, it would lose the id of a paid task.
 */
export async function runCallback<Event>(
	name: string,
	callback: ((event: Event) => unknown) | undefined,
	event: Event,
	{ taskId, timeout, redact }: CallbackContext,
): Promise<void> {
	if (callback === undefined) return;
	try {
		await withinTime(timeout, async () => callback(event));
	} catch (error) {
		throw new CallbackError(name, taskId, safeCause(error, redact));
	}
}
