import { readOptions } from '../../errors/read-options.js';
import type { Reply } from './replies.js';
import type { Script } from './script.js';
import type { TaskStep } from './steps.js';

/** A create request that is accepted. Made by {@link accepted}. */
export interface Accepted extends AcceptedOptions {
	readonly kind: 'accepted';
}

/** Options of {@link accepted}. */
export interface AcceptedOptions {
	/** The answer that the client receives instead of the task's id. The task exists all the same. @default the id */
	readonly answer?: Reply | undefined;

	/** The script of this task. @default the emulator's `task` */
	readonly task?: Script<TaskStep | Reply> | undefined;
}

/**
 * Accepts a create request, if it is valid: a task exists, and the API would bill it. With
 * `accepted({ answer: reply.dropped() })` the client doesn't receive the task's id.
 */
export function accepted(options?: AcceptedOptions): Accepted {
	return { kind: 'accepted', ...readOptions('options', options, ({ answer, task }) => ({ answer, task })) };
}
