import type { Reply } from './reply.js';
import type { Script } from './script.js';
import type { TaskStep } from './steps.js';

/** A create request that is accepted: {@link accepted} makes it. */
export interface Accepted extends AcceptedOptions {
	readonly kind: 'accepted';
}

/** What {@link accepted} takes. */
export interface AcceptedOptions {
	/** What the client gets instead of the task's id: the task exists, and nobody has told. @default the id */
	readonly answer?: Reply | undefined;

	/** How this task goes. @default the emulator's own `task` */
	readonly task?: Script<TaskStep | Reply> | undefined;
}

/**
 * The request is accepted, if it breaks no rule: a task exists, and is paid for. With `accepted({ answer: reply.dropped() })`
 * the client never hears of it.
 */
export function accepted(options: AcceptedOptions = {}): Accepted {
	return { kind: 'accepted', ...options };
}
