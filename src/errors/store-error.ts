import { messageOf } from './message-of.js';
import { resumeHint } from './resume-hint.js';
import { SeedanceError } from './seedance-error.js';

/** What {@link StoreError} is made from. */
export interface StoreErrorFacts {
	readonly operation: 'claim' | 'get' | 'set';
	readonly key: string;
	readonly taskId?: string | undefined;
	readonly cause: unknown;
}

/**
 * The store of `createSteps()` threw, did not answer in time, or returned an entry that can't be read. What the store has is
 * unchanged, as far as is known. `cause` is what the store threw.
 *
 * If {@link taskId} is present, the task exists and goes on, and the store may not have its id.
 */
export class StoreError extends SeedanceError {
	override name = 'StoreError' as const;

	/** The method that failed. */
	readonly operation: 'claim' | 'get' | 'set';

	/** The store's key: the key that was given to the steps, a colon and the number of the attempt. */
	readonly key: string;

	/** The task, if it is known. */
	readonly taskId: string | undefined;

	constructor({ operation, key, taskId, cause }: StoreErrorFacts) {
		const next =
			taskId === undefined
				? 'run the step again once the store works: nothing is submitted twice'
				: `task ${JSON.stringify(taskId)} isn't affected: ${resumeHint(taskId)}`;
		super(`store.${operation}(${JSON.stringify(key)}) failed: ${JSON.stringify(messageOf(cause))}; ${next}`, { cause });
		this.operation = operation;
		this.key = key;
		this.taskId = taskId;
	}
}

/** Returns whether `error` is a {@link StoreError}. */
export function isStoreError(error: unknown): error is StoreError {
	return error instanceof StoreError;
}
