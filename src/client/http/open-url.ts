import ky, { isHTTPError, isTimeoutError } from 'ky';
import { SeedanceError } from '../../errors/seedance-error.js';
import type { Fetch } from '../options.js';
import { retryAfter } from '../responses/retry-after.js';
import { raceSignals } from '../abort.js';
import { networkFailure } from './network-failure.js';
import { retryOptions, roundRetryAfter, type RetryPolicy } from './retry.js';

/** How to open a URL. */
export interface OpenUrlOptions {
	readonly fetch: Fetch;
	readonly headers: Readonly<Record<string, string>> | undefined;

	/** How long one attempt may take until its headers arrive, in milliseconds. */
	readonly timeout: number;
	readonly signal: AbortSignal | undefined;
	readonly retry: RetryPolicy;

	/** The error for a URL that gave no file. */
	toError(failure: OpenFailure): SeedanceError;
}

/** Why a URL gave no file. */
export interface OpenFailure {
	readonly reason: string;

	/** The HTTP status. Absent if no answer arrived. */
	readonly status?: number;

	/** How long the server asks to wait, in milliseconds. */
	readonly retryAfter?: number | undefined;
}

/** Opens a file at a URL, without the key, and resolves with the answer as soon as its headers have arrived. */
export async function openUrl(url: string, options: OpenUrlOptions): Promise<Response> {
	const { fetch, headers, timeout, signal, retry } = options;
	const toOurError = (error: unknown): SeedanceError => {
		if (error instanceof SeedanceError) return error;
		if (isHTTPError(error)) {
			const { status, headers } = error.response;
			return options.toError({ reason: `answered ${status}`, status, retryAfter: retryAfter(headers) });
		}
		const reason = isTimeoutError(error) ? `time ran out after ${timeout} ms` : networkFailure(error).reason;
		return options.toError({ reason });
	};
	const openOnce = (request: Request): Promise<Response> =>
		raceSignals([request.signal, signal], async (own) => {
			const response = await fetch(request.url, { ...(headers && { headers }), ...(own && { signal: own }) });
			const rounded = roundRetryAfter(response.headers);
			if (rounded === response.headers) return response;
			return new Response(response.body, { status: response.status, headers: rounded });
		});
	return ky(url, {
		timeout,
		signal: signal ?? null,
		fetch: (request) => openOnce(request as Request),
		retry: retryOptions(retry, toOurError),
		hooks: { beforeError: [({ error }) => toOurError(error)] },
	});
}
