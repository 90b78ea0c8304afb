import { ApiError } from '../../errors/api-error.js';
import type { ContentPlace } from '../../errors/content-place.js';
import { NetworkError } from '../../errors/network-error.js';
import type { SeedanceError } from '../../errors/seedance-error.js';
import { UnexpectedResponseError } from '../../errors/unexpected-response-error.js';
import type { Answer, CallRecord } from '../http/call.js';
import { apiError } from '../responses/failure.js';
import { parseJson } from '../responses/json.js';
import { readTaskId } from '../responses/read.js';

/** What is known of a create after its latest attempt. */
export type Verdict =
	/** A task exists. */
	| { readonly status: 'created'; readonly taskId: string }
	/** It is certain that no task exists. Without an error: nothing was sent yet. */
	| { readonly status: 'refused'; readonly error?: ApiError | NetworkError }
	/** A task may exist. Without a cause: nothing has arrived yet. */
	| { readonly status: 'uncertain'; readonly cause?: SeedanceError };

/** Judges a create by what was sent and what arrived, and by nothing else. */
export function judgeCreate({ attempts, answer, failure }: CallRecord, places?: readonly ContentPlace[]): Verdict {
	if (attempts === 0) return { status: 'refused' };
	if (failure !== undefined) {
		return failure.sent ? { status: 'uncertain', cause: failure } : { status: 'refused', error: failure };
	}
	if (answer === undefined) return { status: 'uncertain' };
	return judgeAnswer(answer, places);
}

function judgeAnswer(answer: Answer, places: readonly ContentPlace[] | undefined): Verdict {
	const { status, body, redactedBody } = answer;
	const taskId = status < 300 ? readTaskId(parseJson(body)) : undefined;
	if (taskId !== undefined) return { status: 'created', taskId };
	if (status < 400) return { status: 'uncertain', cause: new UnexpectedResponseError(status, redactedBody) };
	const error = apiError(answer, { places });
	if (isRefusal(error)) return { status: 'refused', error };
	return { status: 'uncertain', cause: apiError(answer, { places, retryable: false }) };
}

/** Whether it is certain that no task was made. A 408 or a 5xx may come from a gateway that had passed the request on. */
function isRefusal({ status, kind }: ApiError): boolean {
	return status < 500 ? status !== 408 : status === 503 && kind === 'asset-not-ready';
}

/** Whether a create that certainly made no task may succeed in a moment. */
export function isTransientRefusal(error: ApiError | NetworkError | undefined): error is ApiError | NetworkError {
	if (error === undefined) return false;
	// An unknown host and an untrusted certificate stay as they are.
	if (error instanceof NetworkError) return !/ENOTFOUND|CERT/.test(error.code ?? '');
	return isRateLimit(error) || error.kind === 'asset-not-ready';
}

/** Whether the account may submit later. */
export function isRateLimit(error: ApiError | NetworkError): boolean {
	return error instanceof ApiError && error.status === 429 && error.retryable;
}
