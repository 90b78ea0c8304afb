import { systemClock } from '../client/clock.js';
import type { Client, Task } from '../client/index.js';
import type { AnyRequest } from '../client/submit/submit.js';
import { safeCause } from '../errors/safe-cause.js';
import type { SendingEntry } from './entry.js';
import type { Attempt, Journal } from './journal.js';
import { failedTask, timeLeft, uncertainSubmit, unrecorded } from './outcome.js';
import { createRun } from './run.js';
import type { SubmitStepOptions, SubmittedTask } from './steps.js';

/** Implements `steps.submit()`. */
export async function submitOnce(
	client: Client,
	journal: Journal,
	key: string,
	request: AnyRequest,
	{ signal, extraBody }: SubmitStepOptions,
): Promise<SubmittedTask> {
	for (;;) {
		const run = createRun(journal, key);
		let task: Task;
		try {
			task = await client.submit(request, { signal, extraBody, attempts: 1, onSubmitting: run.begin });
		} catch (error) {
			const other = run.other();
			if (other === undefined) throw await run.fail(error);
			const taskId = await taskOf(journal, other, signal);
			if (taskId !== undefined) return Object.freeze({ taskId });
			continue;
		}
		await run.succeed(task.id);
		return Object.freeze({ taskId: task.id });
	}
}

/** The task of an attempt; `undefined` if it is certain that there is none, so that another attempt may begin. */
async function taskOf(
	journal: Journal,
	{ number, entry }: Attempt,
	signal: AbortSignal | undefined,
): Promise<string | undefined> {
	switch (entry.state) {
		case 'refused':
			return undefined;
		case 'submitted':
			return entry.taskId;
		case 'uncertain':
			throw uncertainSubmit(entry);
		case 'done': {
			const failed = failedTask(entry);
			if (failed === undefined) return entry.taskId;
			if (failed.retryable) return undefined;
			throw failed;
		}
		case 'sending':
			break;
	}
	return taskOf(journal, { number, entry: await recorded(journal, { number, entry }, signal) }, signal);
}

/** Reads an attempt of another run until that run has recorded how it ended. */
async function recorded(
	journal: Journal,
	{ number, entry }: Attempt<SendingEntry>,
	signal: AbortSignal | undefined,
): Promise<Exclude<Attempt['entry'], SendingEntry>> {
	const end = systemClock.now() + timeLeft(entry);
	for (let pause = shortestPause; ; pause = Math.min(pause * 2, longestPause)) {
		const left = end - systemClock.now();
		if (left <= 0) throw unrecorded(entry);
		try {
			await systemClock.sleep(Math.min(pause, left), signal);
		} catch (reason) {
			throw unrecorded(entry, safeCause(reason));
		}
		const now = await journal.read(number);
		if (now !== undefined && now.state !== 'sending') return now;
	}
}

/** How long to wait between two reads of the store, in milliseconds. */
const shortestPause = 100;
const longestPause = 2_000;
