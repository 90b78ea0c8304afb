/** The next step in every message with a task id. The task continues at the API, whether or not a client waits for it. */
export function resumeHint(taskId: string): string {
	return `resume with client.task(${JSON.stringify(taskId)}).wait()`;
}
