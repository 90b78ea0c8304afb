import ky, { isHTTPError, isTimeoutError } from 'ky';
import { SeedanceError } from '../../errors/seedance-error.js';
import { canParseUrl } from '../../media/can-parse-url.js';
import type { Fetch } from '../options.js';
import { toShortLabel } from '../responses/coerce.js';
import { parseJson } from '../responses/json.js';
import { lookup } from '../responses/lookup.js';
import { readFailure } from '../responses/read.js';
import { retryAfter } from '../responses/retry-after.js';
import { raceSignals } from '../abort.js';
import { networkFailure } from './network-failure.js';
import { retryOptions, roundRetryAfter, type RetryPolicy } from './retry.js';
import { noStore } from './send-attempt.js';

/** How to open a URL. */
export interface OpenUrlOptions {
	readonly fetch: Fetch;
	readonly headers: Readonly<Record<string, string>>;

	/** How long one attempt may take until its headers arrive, in milliseconds. */
	readonly timeout: number;
	readonly signal: AbortSignal | undefined;
	readonly retry: RetryPolicy;

	/** Why a redirect to a URL isn't followed; `undefined` if it is. */
	readonly refuseRedirect: (url: URL) => string | undefined;

	/** The error for a URL that gave no file. */
	readonly toError: (failure: OpenFailure) => SeedanceError;
}

/** Why a URL gave no file. */
export interface OpenFailure {
	readonly reason: string;

	/** The HTTP status. Absent if no answer arrived. */
	readonly status?: number;

	/** The code of the platform or of the storage, such as `ECONNREFUSED` or `ExpiredToken`. */
	readonly code?: string | undefined;

	/** How long the server asks to wait, in milliseconds. */
	readonly retryAfter?: number | undefined;
}

/** Opens a file at a URL, without the key, and resolves with the answer as soon as its headers have arrived. */
export async function openUrl(url: string, options: OpenUrlOptions): Promise<Response> {
	const { timeout, signal, retry } = options;
	const toOurError = (error: unknown): SeedanceError => {
		if (error instanceof SeedanceError) return error;
		if (isHTTPError(error)) {
			const { status, headers } = error.response;
			const code = storageCode(error.data);
			return options.toError({ reason: `answered ${status}`, status, code, retryAfter: retryAfter(headers) });
		}
		if (isTimeoutError(error)) return options.toError({ reason: `time ran out after ${timeout} ms`, code: 'TIMEOUT' });
		const { reason, code } = networkFailure(error);
		return options.toError({ reason, code });
	};
	return ky(url, {
		timeout,
		signal: signal ?? null,
		fetch: (request) => followRedirects(request as Request, options),
		retry: retryOptions(retry, toOurError),
		hooks: { beforeError: [({ error }) => toOurError(error)] },
	});
}

/** Follows redirects by hand, so that each target can be refused before it is asked. */
async function followRedirects(request: Request, options: OpenUrlOptions): Promise<Response> {
	const { fetch, headers, signal, refuseRedirect, toError } = options;
	return raceSignals([request.signal, signal], async (own) => {
		let url = request.url;
		for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
			const init = { headers, redirect: 'manual', ...noStore(), ...(own && { signal: own }) } as const;
			const response = await call(fetch, url, init).catch((thrown: unknown) => {
				const { reason, code } = networkFailure(thrown);
				throw toError({ reason, code });
			});
			const location = redirectStatuses.has(response.status) ? response.headers.get('location') : null;
			if (location === null) return withRoundedRetryAfter(response);

			void response.body?.cancel().catch(() => undefined);
			const refusal = canParseUrl(location, url) ? refuseRedirect(new URL(location, url)) : 'to an invalid URL';
			if (refusal !== undefined) throw toError({ reason: `redirects ${refusal}`, status: response.status });
			url = new URL(location, url).href;
		}
		throw toError({ reason: `redirects more than ${mostRedirects} times`, code: 'TOO_MANY_REDIRECTS' });
	});
}

/** Calls a `fetch`, which may throw anything, at once or later: ky passes on what isn't an error as it is. */
async function call(fetch: Fetch, url: string, init: RequestInit): Promise<Response> {
	return fetch(url, init);
}

const mostRedirects = 5;
const redirectStatuses: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

function withRoundedRetryAfter(response: Response): Response {
	const headers = roundRetryAfter(response.headers);
	return headers === response.headers ? response : new Response(response.body, { status: response.status, headers });
}

/** The code in the error document of an object storage: `<Code>ExpiredToken</Code>`, or `{"Code":"ExpiredToken"}`. */
function storageCode(body: unknown): string | undefined {
	if (typeof body === 'string') {
		const code = /<Code>(\w{1,100})<\/Code>/.exec(body.slice(0, 10_000))?.[1];
		return code ?? storageCode(parseJson(body) ?? undefined);
	}
	const find = lookup(body);
	return find(toShortLabel, 'Code') ?? readFailure(body).code;
}
