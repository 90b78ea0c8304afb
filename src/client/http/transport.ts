import ky, { isForceRetryError, isHTTPError, isTimeoutError, type KyInstance } from 'ky';
import { NetworkError } from '../../errors/network-error.js';
import { SeedanceError } from '../../errors/seedance-error.js';
import type { Settings } from '../options.js';
import type { Answer, Call } from './call.js';
import { networkFailure } from './network-failure.js';
import { redactor, type Redact } from './redact.js';
import { retryOptions } from './retry.js';
import { sendAttempt, timeoutError } from './send-attempt.js';

/** Sends calls to the API. The only holder of the key. */
export interface Transport {
	/**
	 * Sends a call, again and again as its retry policy says, and resolves with an answer that can be used.
	 *
	 * @throws {NetworkError} If no complete answer arrived.
	 * @throws {SeedanceError} What the call's `toError` or `check` returned for the last answer.
	 */
	send(call: Call): Promise<Answer>;

	/** Replaces the key in a text that enters an error. */
	readonly redact: Redact;
}

/** Makes the transport: ky with the client's settings. */
export function createTransport(settings: Settings): Transport {
	const redact = redactor(settings.apiKey);
	const api = ky.create({
		prefix: settings.baseUrl,
		headers: { accept: 'application/json' },
		redirect: 'manual',
	});
	return {
		redact,
		async send(call) {
			const { body } = call;
			const text = body === undefined ? undefined : JSON.stringify(body);
			await sendWithKy(api, call, text, (request) => sendAttempt(request, { settings, redact, call, body: text }));
			return call.record.answer!;
		},
	};
}

async function sendWithKy(
	api: KyInstance,
	call: Call,
	text: string | undefined,
	fetch: (request: Request) => Promise<Response>,
): Promise<void> {
	const { method, path, body, timeout, totalTimeout, signal, record, retry, gate, taskId } = call;
	const beforeAttempt = async (): Promise<void> => {
		await gate?.wait(call.gatePatience?.() ?? Infinity, signal);
		await call.beforeAttempt?.();
		signal?.throwIfAborted();
	};
	const toOurError = (error: unknown): SeedanceError => {
		if (error instanceof SeedanceError) return error;
		if (isHTTPError(error)) return call.toError(record.answer!);
		if (isForceRetryError(error)) return error.cause as SeedanceError;
		// ky's total timeout can end a pause: then the failure before the pause is what happened.
		if (isTimeoutError(error)) return record.error ?? timeoutError(timeout, taskId);
		return new NetworkError({ ...networkFailure(error), sent: record.attempts > 0, taskId });
	};
	const noteFailure = (error: unknown): SeedanceError => {
		if (isTimeoutError(error)) record.failure = timeoutError(timeout, taskId);
		record.error = record.failure ?? toOurError(error);
		return record.error;
	};
	const pausesAtGate = (): boolean => gate !== undefined && record.answer?.status === 429;

	await api(path, {
		method,
		...(body && { json: body, stringifyJson: () => text! }),
		timeout,
		...(totalTimeout !== undefined && { totalTimeout }),
		// Parsed once, and as far as it arrived. What isn't JSON is judged by the call.
		parseJson: () => record.answer?.json,
		signal: signal ?? null,
		fetch: (input) => fetch(input as Request),
		retry: retryOptions(retry, noteFailure, pausesAtGate),
		hooks: {
			beforeRequest: [beforeAttempt],
			beforeRetry: [beforeAttempt],
			afterResponse: [
				({ response, retryCount }) => {
					if (response.status === 429) gate?.close(response.headers);
					const error = response.ok ? call.check?.(record.answer!) : undefined;
					if (error === undefined) return undefined;
					record.error = error;
					if (retry?.shouldRetry(error, retryCount + 1)) return ky.retry({ cause: error });
					throw error;
				},
			],
			beforeError: [({ error }) => toOurError(error)],
		},
	}).json();
}
