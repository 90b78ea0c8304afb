import { CallbackError } from '../errors/callback-error.js';

/**
 * Calls a callback of the user and waits for it. What it throws becomes a `CallbackError`, which has the task's id: thrown
 * unchanged, it would lose the id of a paid task.
 */
export async function runCallback<Event>(
	name: string,
	taskId: string,
	callback: ((event: Event) => unknown) | undefined,
	event: Event,
): Promise<void> {
	try {
		await callback?.(event);
	} catch (error) {
		throw new CallbackError(name, taskId, error);
	}
}
