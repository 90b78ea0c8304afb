import { ApiError, type ApiErrorFacts } from '../../errors/api-error.js';
import type { ContentPlaces } from '../../request/content/places.js';
import type { FailedStatus, TaskFailure } from '../../errors/task-failed-error.js';
import { canParseUrl } from '../../media/can-parse-url.js';
import { truncate } from '../../rules.js';
import { kindOf } from './kinds.js';
import { placeIn } from './content-location.js';
import { jsonWithin } from './json.js';
import { omitUndefined } from '../../request/plain/omit-undefined.js';
import { longestLabel } from './coerce.js';
import { readFailure, type FailureAnswer } from './read.js';
import { retryAfter } from './retry-after.js';
import type { Answer } from '../http/call.js';

/** What the caller knows beside the answer. */
interface Known extends Pick<ApiErrorFacts, 'taskId' | 'retryable'> {
	readonly places?: ContentPlaces | undefined;
}

/** Makes the error for an answer with a 4xx or 5xx status. */
export function apiError({ status, headers, body, redactedJson }: Answer, { places, ...known }: Known = {}): ApiError {
	const { code, reason = newOrigin(headers) ?? excerpt(body) } = unwrap(readFailure(redactedJson));
	return new ApiError({
		status,
		kind: kindOf({ status: statusWithin(status, code), code, reason }),
		code,
		reason: reason && truncate(reason, longestReason),
		retryAfter: retryAfter(headers),
		requestId: requestIdOf({ headers, redactedJson }),
		// The whole body: upstream may name the item outside its message.
		place: placeIn(body.slice(0, longestText), places),
		...known,
	});
}

/** The request id of an answer, to give to the vendor's support: from its body or its headers. */
export function requestIdOf({ headers, redactedJson }: Pick<Answer, 'headers' | 'redactedJson'>): string | undefined {
	const { requestId } = unwrap(readFailure(redactedJson));
	const traceId = requestId ?? headers.get('x-request-id') ?? headers.get('x-oneapi-request-id') ?? undefined;
	return traceId && truncate(traceId, longestLabel);
}

/** Reads why a task failed. */
export function taskFailure(status: FailedStatus, json: unknown, places?: ContentPlaces): TaskFailure {
	const { code, reason = 'the API gives no reason' } = unwrap(readFailure(json));
	const place = placeIn(reason, places);
	return {
		status,
		kind: kindOf({ code, reason }),
		...omitUndefined({ code, place }),
		reason: truncate(reason, longestReason),
	};
}

// Longer reasons would fill a log.
const longestReason = 2_000;

// Texts from the network are cut before patterns look through them.
const longestText = 64 * 1024;

/** Finds the innermost failure: gateways quote upstream's as JSON in their own message, sometimes several levels deep. */
function unwrap(failure: FailureAnswer, depth = 0): FailureAnswer {
	const { code, requestId } = failure;
	const reason = failure.reason?.slice(0, longestText);
	const quoted = reason === undefined || depth === deepest ? undefined : jsonWithin(reason);
	if (quoted !== undefined) {
		const inner = unwrap(readFailure(quoted), depth + 1);
		if (inner.reason !== undefined || inner.code !== undefined) {
			return {
				code: inner.code ?? code,
				reason: inner.reason ?? reason,
				requestId: inner.requestId ?? requestId,
			};
		}
	}
	return {
		code: code ?? reason?.match(leadingCode)?.[1],
		reason,
		requestId: requestId ?? reason?.match(/request id: ?([\w-]+)/i)?.[1],
	};
}

const deepest = 5;

// `OutputVideoSensitiveContentDetected.PolicyViolation: The request …`
const leadingCode = /^([A-Z][a-z]{1,50}[A-Z]\w{0,100}(?:\.\w{1,50}){0,3}): /;

/** The status that an answer stands for: gateways answer 200 with a status as the code of their envelope. */
function statusWithin(status: number, code: string | undefined): number {
	return status < 400 && code !== undefined && /^[45]\d\d$/.test(code) ? Number(code) : status;
}

/** Where a permanent redirect points: the origin alone, because the rest may hold a secret. */
function newOrigin(headers: Headers): string | undefined {
	const location = headers.get('location') ?? '';
	return canParseUrl(location) ? `it has moved to ${new URL(location).origin}` : undefined;
}

/** The beginning of a body without a message, such as a proxy's page. */
function excerpt(body: string): string | undefined {
	return body.slice(0, longestText).replace(/\s+/g, ' ').trim().slice(0, 200) || undefined;
}
