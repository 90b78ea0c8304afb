/** The video of a task was asked for, and the task has not ended. */
export class NotReadyError extends Error {
	override name = 'NotReadyError' as const;

	constructor(taskId: string, status: string) {
		super(`task ${JSON.stringify(taskId)} has not ended (status: ${status}): wait for it`);
	}
}
