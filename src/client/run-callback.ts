import { CallbackError } from '../errors/callback-error.js';

/**
 * Calls a callback of the caller's and waits for it. What it throws ends the call that it belongs to, as an error that has the
 * task's id: swallowed, a bug would stay hidden; thrown as it is, it would take the id of a paid task with it.
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
