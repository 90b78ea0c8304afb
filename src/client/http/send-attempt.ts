import { NetworkError } from '../../errors/network-error.js';
import { omitUndefined } from '../../request/plain/omit-undefined.js';
import type { Fetch, Settings } from '../options.js';
import { raceSignals } from '../abort.js';
import type { Answer, Call } from './call.js';
import { emit, type ResponseEvent } from './events.js';
import { networkFailure } from './network-failure.js';
import { ReceivedAnswer } from './received-answer.js';
import type { Redact } from './redact.js';
import { roundRetryAfter } from './retry.js';

/** What one attempt needs beside ky's request. */
export interface AttemptOptions {
	readonly settings: Settings;
	readonly redact: Redact;
	readonly call: Call;

	/** The body as text: ky's request holds it as a stream. */
	readonly body: string | undefined;
}

/**
 * Sends one attempt of a call: the `fetch` that ky is given. It adds the key, which so never is in ky's request or errors,
 * reads the whole body, so that ky's timeout bounds that too, and keeps in the call's record what arrived.
 *
 * The hooks `onRequest` and `onResponse` run here, because ky has no hook that runs when an attempt fails.
 *
 * @throws {NetworkError} If no complete answer arrived.
 */
export async function sendAttempt(request: Request, options: AttemptOptions): Promise<Response> {
	const { settings, redact, call, body } = options;
	const { onRequest, onResponse, includeBodies } = settings;
	const { record, taskId } = call;
	record.attempts += 1;
	record.sentAt = new Date().toISOString();
	record.answer = undefined;
	record.failure = undefined;

	const event = Object.freeze({
		method: call.method,
		url: request.url,
		attempt: record.attempts,
		...omitUndefined({ taskId, requestBody: includeBodies && body !== undefined ? redact(body) : undefined }),
	});
	const began = performance.now();
	const ended = (outcome: Pick<ResponseEvent, 'status' | 'code' | 'responseBody'>): void =>
		emit(onResponse, Object.freeze({ ...event, ...omitUndefined(outcome), duration: performance.now() - began }));

	emit(onRequest, event);
	try {
		const answer = await fetchAnswer(settings.fetch ?? globalThis.fetch, request, options);
		ended({ status: answer.status, responseBody: includeBodies ? answer.body : undefined });
		return toResponse(answer);
	} catch (thrown) {
		record.failure = toNetworkError(thrown, request, options);
		ended({ code: record.failure.code });
		throw record.failure;
	}
}

async function fetchAnswer(
	fetch: Fetch,
	request: Request,
	{ settings, redact, call, body }: AttemptOptions,
): Promise<Answer> {
	// ky's signal aborts at its timeout. The caller's is listened to as well, because ky joins the two weakly.
	return raceSignals([request.signal, call.signal], async (signal) => {
		const response = await fetch(request.url, {
			method: request.method,
			headers: { ...Object.fromEntries(request.headers), authorization: `Bearer ${settings.apiKey}` },
			...(body !== undefined && { body }),
			// A redirect would take body and key to another address.
			redirect: 'manual',
			...noStore(),
			...(signal && { signal }),
		});
		// A fetch that ignores its signal may answer when the next attempt has begun.
		signal?.throwIfAborted();
		// Kept before the body is read: an id that arrives is evidence, even if the rest never comes.
		const answer = new ReceivedAnswer(response, redact);
		call.record.answer = answer;
		await answer.read(response);
		return answer;
	});
}

/** The answer for ky to judge. */
function toResponse({ status, headers, body }: Answer): Response {
	// The status of a redirect that a browser hides is 0, for which no response can be made.
	if (status < 200 || status > 599) return Response.error();
	return new Response(withoutBody.has(status) ? null : body, { status, headers: roundRetryAfter(headers) });
}

const withoutBody: ReadonlySet<number> = new Set([204, 205, 304]);

function toNetworkError(thrown: unknown, request: Request, { redact, call }: AttemptOptions): NetworkError {
	const { taskId, timeout, signal } = call;
	if (request.signal.aborted && !signal?.aborted) return timeoutError(timeout, taskId);
	const { reason, code, sent } = networkFailure(thrown);
	// If part of an answer arrived, the request did too.
	const arrived = sent || call.record.answer !== undefined;
	return new NetworkError({ reason: redact(reason), code: code && redact(code), sent: arrived, taskId });
}

/** The error for an attempt that took too long. */
export function timeoutError(timeout: number, taskId: string | undefined): NetworkError {
	return new NetworkError({ reason: `time ran out after ${timeout} ms`, code: 'TIMEOUT', sent: true, taskId });
}

/**
 * The `fetch` option that keeps caches out of a call: Next's app router caches every `fetch`, POST too. Only where the platform
 * knows the option: older versions of workerd throw on it.
 */
export function noStore(): Pick<RequestInit, 'cache'> {
	return 'cache' in Request.prototype ? { cache: 'no-store' } : {};
}
