import { UnrecoverableError } from 'bullmq';
import {
	isApiError,
	isConfigurationError,
	isInvalidRequestError,
	isSubmitUncertainError,
	isTaskFailedError,
	SeedanceError,
} from '../errors/index.js';

/** What a job fails with: the error itself, or BullMQ's `UnrecoverableError` if another attempt would not help or might pay twice. */
export function failureOf(error: unknown): unknown {
	if (!(error instanceof SeedanceError) || mayTryAgain(error)) return error;
	const failure = new UnrecoverableError(error.message);
	failure.cause = error;
	return failure;
}

function mayTryAgain(error: SeedanceError): boolean {
	if (isApiError(error) || isTaskFailedError(error)) return error.retryable;
	return !(isSubmitUncertainError(error) || isInvalidRequestError(error) || isConfigurationError(error));
}
