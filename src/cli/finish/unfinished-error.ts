/** A command ended, and the job can be finished by another one. `cause` is why it ended. */
export class UnfinishedError extends Error {
	override name = 'UnfinishedError' as const;

	/** The task that exists, or may exist. Absent if its id is unknown. */
	readonly taskId: string | undefined;

	/** The command that finishes the job. */
	readonly command: string;

	constructor(taskId: string | undefined, command: string, cause: unknown) {
		super('the job is not finished', { cause });
		this.taskId = taskId;
		this.command = command;
	}
}
