import { CallbackError } from '../errors/callback-error.js';
import { withinTime } from './clock.js';

/** What is known where a callback runs. */
interface CallbackContext {
	/** The task. Absent if none exists. */
	readonly taskId?: string;

	/** How long the callback may take, in milliseconds. */
	readonly timeout: number;
}

/**
 * Calls a callback of the user and waits for it. What it throws becomes a `CallbackError`, which has the task's id: thrown
 * unchanged, it would lose the id of a paid task.
 */
export async function runCallback<Event>(
	name: string,
	callback: ((event: Event) => unknown) | undefined,
	event: Event,
	{ taskId, timeout }: CallbackContext,
): Promise<void> {
	if (callback === undefined) return;
	try {
		await withinTime(timeout, async () => callback(event));
	} catch (error) {
		throw new CallbackError(name, taskId, error);
	}
}
