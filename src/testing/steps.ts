import type { Failure, Phase } from './timeline.js';

/** Where a scripted task is when a query finds it: {@link queued}, {@link running}, {@link succeeded} and so on make them. */
export interface TaskStep {
	readonly kind: 'task';
	readonly phase: Exclude<Phase, 'waiting'>;
	readonly spelling?: string | undefined;

	/** In per cent. Where it is absent, the progress stays what it was. */
	readonly progress?: number | undefined;
	readonly failure?: Failure | undefined;
}

/** What every step of a task takes. */
export interface StepOptions {
	/** The status as the answer spells it, such as `completed`. @default the spelling of the emulator's shape */
	readonly spelling?: string | undefined;
}

/** Why a task or a request failed. */
export interface FailureOptions {
	/** Upstream's code, such as `InvalidParameter`. */
	readonly code?: string | undefined;

	readonly message?: string | undefined;

	/**
	 * How many times the failure is quoted as JSON in the message of another, as gateways do with upstream's errors.
	 *
	 * @default 0
	 */
	readonly quoted?: number | undefined;
}

/** The task waits. */
export function queued({ spelling }: StepOptions = {}): TaskStep {
	return { kind: 'task', phase: 'queued', spelling, progress: 0 };
}

/** The task runs, and so many per cent of it are done. */
export function running(progress = 50, { spelling }: StepOptions = {}): TaskStep {
	return { kind: 'task', phase: 'running', spelling, progress };
}

/** The task has its video. With `succeeded({ spelling: 'completed' })` its status is spelt so. */
export function succeeded({ spelling }: StepOptions = {}): TaskStep {
	return { kind: 'task', phase: 'succeeded', spelling, progress: 100 };
}

/** The task failed after it was accepted, as with `failed({ code: 'InternalServiceError', message: 'Try later.', quoted: 2 })`. */
export function failed(options: FailureOptions & StepOptions = {}): TaskStep {
	const {
		code = 'InternalServiceError',
		message = 'The service met an internal error.',
		quoted = 0,
		spelling,
	} = options;
	return { kind: 'task', phase: 'failed', spelling, failure: { code, message, quoted } };
}

/** The task failed because moderation refused what it made. */
export function moderated(options: FailureOptions & StepOptions = {}): TaskStep {
	return failed({
		code: 'OutputVideoSensitiveContentDetected',
		message: 'The output video may contain sensitive information.',
		...options,
	});
}

/** The task was cancelled at the vendor. */
export function cancelled({ spelling }: StepOptions = {}): TaskStep {
	return { kind: 'task', phase: 'cancelled', spelling };
}

/** The task took longer than the vendor lets it. */
export function expired({ spelling }: StepOptions = {}): TaskStep {
	return { kind: 'task', phase: 'expired', spelling };
}

/** The task has a status that nobody has seen before. Nothing tells whether it goes on. */
export function unknownStatus(spelling = 'UNKNOWN'): TaskStep {
	return { kind: 'task', phase: 'unknown', spelling };
}
