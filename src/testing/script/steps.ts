import { readOptions } from '../../errors/read-options.js';
import type { Failure, Phase } from '../task-state.js';

/** The state that a query finds. Made by {@link queued}, {@link running}, {@link succeeded} and the other steps. */
export interface TaskStep {
	readonly kind: 'task';
	readonly phase: Exclude<Phase, 'waiting'>;
	readonly spelling?: string | undefined;

	/** In per cent. Absent: the progress stays the same. */
	readonly progress?: number | undefined;
	readonly failure?: Failure | undefined;
}

/** Options of every step. */
export interface StepOptions {
	/** The status text of the answer, such as `completed`. @default the status text of the emulator's shape */
	readonly spelling?: string | undefined;
}

/** The error of a failed task or request. */
export interface FailureOptions {
	/** Upstream's code, such as `InvalidParameter`. */
	readonly code?: string | undefined;

	readonly message?: string | undefined;

	/**
	 * How many times the error is quoted as JSON in the message of another error. Gateways quote upstream errors this way.
	 *
	 * @default 0
	 */
	readonly quoted?: number | undefined;
}

/** The task is queued. */
export function queued(options?: StepOptions): TaskStep {
	return { kind: 'task', phase: 'queued', ...spellingIn(options), progress: 0 };
}

/** The task runs and reports `progress`, in per cent. */
export function running(progress = 50, options?: StepOptions): TaskStep {
	return { kind: 'task', phase: 'running', ...spellingIn(options), progress };
}

/** The task has its video. `succeeded({ spelling: 'completed' })` sets the status text of the answer. */
export function succeeded(options?: StepOptions): TaskStep {
	return { kind: 'task', phase: 'succeeded', ...spellingIn(options), progress: 100 };
}

/** The task failed, such as `failed({ code: 'InternalServiceError', message: 'Try later.', quoted: 2 })`. */
export function failed(options?: FailureOptions & StepOptions): TaskStep {
	const {
		code = 'InternalServiceError',
		message = 'The service met an internal error.',
		quoted = 0,
	} = readFailureOptions(options);
	return { kind: 'task', phase: 'failed', ...spellingIn(options), failure: { code, message, quoted } };
}

/** The task failed because moderation rejected its video. */
export function moderated(options?: FailureOptions & StepOptions): TaskStep {
	const {
		code = 'OutputVideoSensitiveContentDetected',
		message = 'The output video may contain sensitive information.',
		quoted,
	} = readFailureOptions(options);
	return failed({ code, message, quoted, ...spellingIn(options) });
}

/** The vendor cancelled the task. */
export function cancelled(options?: StepOptions): TaskStep {
	return { kind: 'task', phase: 'cancelled', ...spellingIn(options) };
}

/** The task exceeded the vendor's time limit. */
export function expired(options?: StepOptions): TaskStep {
	return { kind: 'task', phase: 'expired', ...spellingIn(options) };
}

/** The task has a status that the client doesn't know. */
export function unknownStatus(spelling = 'UNKNOWN'): TaskStep {
	return { kind: 'task', phase: 'unknown', spelling };
}

/** Reads the error of a failed task or request. @throws {ConfigurationError} If `given` is not an object. */
export function readFailureOptions(given: FailureOptions | undefined): FailureOptions {
	return readOptions('options', given, ({ code, message, quoted }) => ({ code, message, quoted }));
}

function spellingIn(given: StepOptions | undefined): StepOptions {
	return readOptions('options', given, ({ spelling }) => ({ spelling }));
}
