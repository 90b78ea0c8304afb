/** The next step that every error with a task id names: a task goes on at the API whether or not anyone waits for it. */
export function resumeHint(taskId: string): string {
	return `client.task(${JSON.stringify(taskId)}).wait() takes it up again`;
}
