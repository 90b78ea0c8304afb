import { messageOf } from './message-of.js';
import { SeedanceError } from './seedance-error.js';

/**
 * A request of `client.generateAll()` was not submitted, because the batch had stopped: after three submits in a row whose outcome
 * is unknown, or after one refusal for the key or the account. Nothing was sent for it.
 *
 * `cause` is the error that stopped the batch.
 */
export class BatchStoppedError extends SeedanceError {
	override name = 'BatchStoppedError' as const;

	/** The position of the request in the batch, from 0. */
	readonly index: number;

	constructor(index: number, cause: unknown) {
		super(
			`request ${index} of the batch was not submitted, because the batch stopped (${messageOf(cause)}): ` +
				'solve that problem, then submit the rest again',
			{ cause },
		);
		this.index = index;
	}
}

/** Returns whether `error` is a {@link BatchStoppedError}. */
export function isBatchStoppedError(error: unknown): error is BatchStoppedError {
	return error instanceof BatchStoppedError;
}
