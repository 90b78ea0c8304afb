import type { ApiError } from '../../errors/api-error.js';
import type { ContentPlaces } from '../../request/content/places.js';
import { NetworkError } from '../../errors/network-error.js';
import type { SeedanceError } from '../../errors/seedance-error.js';
import { UnexpectedResponseError } from '../../errors/unexpected-response-error.js';
import type { Answer, CallRecord } from '../http/call.js';
import { proxyRefusal } from '../http/network-failure.js';
import { apiError } from '../responses/failure.js';
import { readFailure } from '../responses/read.js';
import { findTaskId, findTaskIdInText, namesTask, readTaskId } from '../responses/task-id.js';

/** What is known of a create after its latest attempt. */
export type Verdict =
	/** A task exists. */
	| { readonly status: 'created'; readonly taskId: string }
	/** It is certain that no task exists. Without an error: nothing was sent yet. */
	| { readonly status: 'refused'; readonly error?: ApiError | NetworkError }
	/** A task may exist. With an id, if one arrived; without a cause, if nothing has arrived yet. */
	| { readonly status: 'uncertain'; readonly taskId?: string | undefined; readonly cause?: SeedanceError };

/**
 * Judges a create by what was sent and what arrived. The proof is structural: statuses, codes, ids and whether a connection was
 * made. The text of a message decides nothing.
 */
export function judgeCreate(record: CallRecord, places?: ContentPlaces): Verdict {
	const { attempts, answer, failure } = record;
	if (attempts === 0) return { status: 'refused' };
	if (answer !== undefined) return judgeAnswer(answer, failure, places);
	if (failure === undefined) return { status: 'uncertain' };
	return failure.sent ? { status: 'uncertain', cause: failure } : { status: 'refused', error: failure };
}

function judgeAnswer(answer: Answer, failure: NetworkError | undefined, places: ContentPlaces | undefined): Verdict {
	const { status, json, isJson, body } = answer;
	const created = isSuccess(status) && (isJson || namesTask(json)) ? readTaskId(json) : undefined;
	if (created !== undefined) return { status: 'created', taskId: created };
	const taskId = findTaskId(json) ?? (isJson ? undefined : findTaskIdInText(body));
	if (taskId === undefined && isWhole(answer) && isRefusal(answer)) {
		return { status: 'refused', error: apiError(answer, { places }) };
	}

	const cause =
		failure ??
		(status < 400 ? new UnexpectedResponseError(status, body) : apiError(answer, { places, retryable: false }));
	return { status: 'uncertain', taskId, cause };
}

/** Whether nothing of an answer is missing. JSON shows that also where the server ends the body too early. */
function isWhole({ isComplete, isJson, body }: Answer): boolean {
	return isComplete && (isJson || !/^\s*[{[]/.test(body));
}

/** Whether a complete answer without an id proves that no task was created. */
function isRefusal(answer: Answer): boolean {
	const { status } = answer;
	if (isSuccess(status)) return isErrorEnvelope(answer);
	return isRefusalStatus(status) || (status === 503 && neverAccepted.has(codeOf(answer)));
}

/**
 * Whether the API or a proxy answers with this status instead of accepting a request. Not so 408, 409, 425, 460, 499 and 5xx, which
 * a gateway may answer after it has passed the request on, and other redirects, which a server may send after it has acted.
 */
function isRefusalStatus(status: number): boolean {
	if (status === 301 || status === 308) return true;
	return status >= 400 && status < 500 && !uncertainStatuses.has(status);
}

const uncertainStatuses: ReadonlySet<number> = new Set([408, 409, 425, 460, 499]);

// `model_not_found`: no server for the model was found. `asset_copy_not_ready`: the request was refused until the asset is.
const assetNotReady = 'asset_copy_not_ready';
const neverAccepted: ReadonlySet<string | undefined> = new Set(['model_not_found', assetNotReady]);

/** Whether an answer with a 2xx status is an envelope with an error code and no data. */
function isErrorEnvelope({ json }: Answer): boolean {
	const code = readFailure(json).code;
	if (code === undefined || (json as { data?: unknown }).data) return false;
	// A code that is an HTTP status counts as one.
	return /^\d{3}$/.test(code) ? isRefusalStatus(Number(code)) : true;
}

/** The code of the answer itself, not one that its message quotes. */
function codeOf({ json }: Answer): string | undefined {
	return readFailure(json).code;
}

/** When a create that certainly made no task is sent again: `'rate-limit'` after HTTP 429, `'soon'` after another refusal. */
export function repeatOf(record: CallRecord): 'rate-limit' | 'soon' | undefined {
	const verdict = judgeCreate(record);
	if (verdict.status !== 'refused' || verdict.error === undefined) return undefined;
	const { error } = verdict;
	if (error instanceof NetworkError) return isPermanent(error.code ?? '') ? undefined : 'soon';
	const { answer } = record;
	if (answer?.status === 429)
		return error.retryable && answer.isJson && isObject(answer.json) ? 'rate-limit' : undefined;
	return answer?.status === 503 && codeOf(answer) === assetNotReady ? 'soon' : undefined;
}

/** Whether a connection fails again: an unknown host, an untrusted certificate or a proxy that refuses. */
function isPermanent(code: string): boolean {
	return code === 'ENOTFOUND' || code === proxyRefusal || code.includes('CERT');
}

function isSuccess(status: number): boolean {
	return status >= 200 && status < 300;
}

function isObject(value: unknown): boolean {
	return typeof value === 'object' && value !== null;
}
