import { ApiError } from '../../errors/api-error.js';
import { BatchStoppedError } from '../../errors/batch-stopped-error.js';
import { ConfigurationError } from '../../errors/configuration-error.js';
import { SubmitUncertainError } from '../../errors/submit-uncertain-error.js';
import { TaskAbortedError } from '../../errors/task-aborted-error.js';
import { formatValue } from '../../rules.js';
import { joinSignals } from '../abort.js';
import { readGenerateAllOptions } from '../call-options.js';
import type { GenerateAllOptions } from '../client.js';
import type { TaskContext } from '../context.js';
import { rateLimitGate } from '../http/rate-limit-gate.js';
import { deadlineOf } from '../options.js';
import { submitRequest, type AnyRequest } from '../submit/submit.js';
import { announceTask } from '../task/announce.js';
import type { TaskHandle } from '../task/task.js';
import { inOrderOfCompletion } from './in-order-of-completion.js';
import type { Settled } from './settled.js';

/** Implements `client.generateAll()`. */
export function generateAll(
	context: TaskContext,
	requests: Iterable<AnyRequest> | AsyncIterable<AnyRequest>,
	given?: GenerateAllOptions,
): AsyncIterable<Settled> {
	const { concurrency = 3, onSubmitted, onProgress, ...options } = readGenerateAllOptions(given);
	if (!Number.isInteger(concurrency) || concurrency < 1) {
		throw new ConfigurationError(
			'concurrency',
			`${formatValue(concurrency)} is not a number of tasks: give a whole number from 1 up`,
		);
	}
	if (!isIterable(requests)) {
		throw new ConfigurationError(
			'requests',
			`is ${formatValue(requests)}: give a list or another iterable of requests`,
		);
	}
	const { polling, clock, transport } = context;
	const deadline = deadlineOf(options, polling);
	const together = { ...context, gate: rateLimitGate(polling.interval, clock) };
	const brake = createBrake();

	async function submit(request: AnyRequest, index: number, leave: AbortSignal): Promise<TaskHandle> {
		if (brake.signal.aborted) throw new BatchStoppedError(index, brake.signal.reason);
		const ending = joinSignals([leave, brake.signal]);
		try {
			const task = await submitRequest(together, request, {
				...options,
				index,
				leave: ending.signal,
				patience: deadline,
			});
			brake.note(undefined);
			return task;
		} catch (error) {
			// After an abort, a submit is uncertain because of the caller.
			if (!options.signal?.aborted) brake.note(error);
			const isStopped = error instanceof TaskAbortedError && error.cause === brake.signal.reason;
			throw isStopped && brake.signal.aborted ? new BatchStoppedError(index, brake.signal.reason) : error;
		} finally {
			ending.stop();
		}
	}

	async function generate(request: AnyRequest, index: number, leave: AbortSignal): Promise<Settled> {
		let taskId: string | undefined;
		const settled = <Outcome extends object>(outcome: Outcome) =>
			Object.freeze({ index, request, ...(taskId !== undefined && { taskId }), ...outcome });
		try {
			const task = await submit(request, index, leave);
			taskId = task.id;
			const began = clock.now();
			await announceTask(task, onSubmitted && ((own) => onSubmitted(own, index)), {
				...options,
				deadline,
				redact: transport.redact,
			});
			const { signal, stop } = joinSignals([options.signal, leave]);
			const value = await task
				.wait({
					signal,
					deadline: Math.max(Math.ceil(deadline - (clock.now() - began)), 0),
					onProgress: onProgress && ((progress) => onProgress(progress, index)),
				})
				.finally(stop);
			return settled({ status: 'fulfilled' as const, value });
		} catch (reason) {
			if (reason instanceof SubmitUncertainError) taskId = reason.taskId;
			return settled({ status: 'rejected' as const, reason });
		}
	}

	return inOrderOfCompletion(requests, concurrency, generate);
}

function isIterable(value: unknown): boolean {
	const { [Symbol.asyncIterator]: inTime, [Symbol.iterator]: atOnce } = Object(value) as Partial<
		Iterable<unknown> & AsyncIterable<unknown>
	>;
	return typeof inTime === 'function' || typeof atOnce === 'function';
}

/** Stops a batch when more submits would only lose money or be refused. */
interface Brake {
	/** Aborts when the batch stops. Its reason is the error that stopped it. */
	readonly signal: AbortSignal;

	/** Takes the outcome of each submit: its error, or `undefined` if the task exists. */
	note(error: unknown): void;
}

function createBrake(): Brake {
	const controller = new AbortController();
	let uncertainInARow = 0;
	return {
		signal: controller.signal,
		note(error) {
			if (error instanceof SubmitUncertainError) uncertainInARow += 1;
			// Other errors say nothing about the API: no request has reached it.
			else if (error === undefined || error instanceof ApiError) uncertainInARow = 0;
			const isHopeless = error instanceof ApiError && (error.kind === 'auth' || error.kind === 'billing');
			if (isHopeless || uncertainInARow === mostUncertain) controller.abort(error);
		},
	};
}

const mostUncertain = 3;
