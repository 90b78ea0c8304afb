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
import { announceTask, announceUncertain } from '../task/announce.js';
import type { TaskHandle } from '../task/task.js';
import { createBrake } from './brake.js';
import { inOrderOfCompletion } from './in-order-of-completion.js';
import type { Settled } from './settled.js';

/** Implements `client.generateAll()`. */
export function generateAll(
	context: TaskContext,
	requests: Iterable<AnyRequest> | AsyncIterable<AnyRequest>,
	given?: GenerateAllOptions,
): AsyncIterable<Settled> {
	const { concurrency = 3, onSubmitted, onUncertain, onProgress, ...options } = readGenerateAllOptions(given);
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
	const told = { signal: options.signal, deadline, redact: transport.redact };
	const brake = createBrake(options.signal);

	async function submit(request: AnyRequest, index: number, leave: AbortSignal): Promise<TaskHandle> {
		const ending = joinSignals([leave, brake.signal]);
		const own = { ...options, index, leave: ending.signal, patience: deadline };
		try {
			return await brake.run(async () => {
				if (ending.signal.aborted) throw new TaskAbortedError(ending.signal.reason);
				return submitRequest(together, request, own);
			});
		} catch (error) {
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
			await announceTask(task, onSubmitted && ((own) => onSubmitted(own, index)), told);
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
			if (reason instanceof SubmitUncertainError) {
				taskId = reason.taskId;
				await announceUncertain(reason, onUncertain && ((own) => onUncertain(own, index)), told);
			}
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
