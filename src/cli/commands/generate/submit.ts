import { onAbort } from '../../../client/abort.js';
import type { Task } from '../../../client/index.js';
import { isSubmitUncertainError } from '../../../errors/index.js';
import type { VideoRequest } from '../../../request/types.js';
import type { Context } from '../../context.js';
import { waitCommand, type JobFlags } from '../../finish/finish-task.js';
import { UnfinishedError } from '../../finish/unfinished-error.js';
import { createCliClient } from '../../options/api-options.js';
import { retryWarnings } from '../../options/retry-warnings.js';
import { requestEvent } from './request-event.js';

/**
 * Submits a request, and prints the id of the task as soon as it is known.
 *
 * If the user stops the command while the request is on its way, the answer is waited for: it has the id of the task, or says that
 * there is none. Stopped once more, the command ends at once, and whether a task exists is unknown.
 */
export async function submit(request: VideoRequest, baseUrl: URL, flags: JobFlags, context: Context): Promise<Task> {
	const { io, reporter } = context;
	const ending = new AbortController();
	const onRead = retryWarnings(context);
	let isOnItsWay = false;

	const client = await createCliClient(flags, context, {
		onResponse(event) {
			const { status, code, taskId, attempt } = event;
			onRead(event);
			if (taskId !== undefined) return;
			const isTransient = status === undefined || status === tooManyRequests;
			if (isTransient && attempt < attempts && !io.signal.aborted) {
				const reason = status === undefined ? (code ?? 'no answer') : `HTTP ${status}`;
				const message = `the API did not take the request (${reason}): it is sent again if that is safe`;
				reporter.emit({ event: 'warning', message });
			}
			isOnItsWay = false;
			// Accepted: the id is about to be returned. Refused: the request is not sent again, once the client has read the answer.
			const isAccepted = status !== undefined && status < 300;
			if (io.signal.aborted && !isAccepted) setImmediate(() => ending.abort(io.signal.reason));
		},
	});
	reporter.emit(requestEvent(request, baseUrl));

	const stops = [
		onAbort(io.signal, (reason) => {
			if (!isOnItsWay) return ending.abort(reason);
			const message =
				'the request is on its way: waiting for the answer, so that the task is not lost; stop again to end at once';
			reporter.emit({ event: 'warning', message });
		}),
		...(io.force ? [onAbort(io.force, (reason) => ending.abort(reason))] : []),
	];
	try {
		const task = await client.submit(request, {
			signal: ending.signal,
			attempts,
			onSubmitting() {
				isOnItsWay = true;
			},
		});
		reporter.emit({ event: 'submitted', taskId: task.id });
		return task;
	} catch (error) {
		if (!isSubmitUncertainError(error)) throw error;
		throw new UnfinishedError(error.taskId, waitCommand(error.taskId, flags), error);
	} finally {
		for (const stop of stops) stop();
	}
}

/** How often a request is sent at most. It is sent again only if the API certainly did not accept it. */
const attempts = 3;

const tooManyRequests = 429;
