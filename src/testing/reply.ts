import { connectionRefused, connectionReset } from './network.js';
import { type Shape, shapes } from './shapes/index.js';
import type { FailureOptions } from './steps.js';
import { untilAborted } from './until-aborted.js';

/** An answer that isn't the emulator's own. {@link reply} makes the known ones; any function of a request is one too. */
export type Reply = (request: Request, shape: Shape) => Response | Promise<Response>;

/** The HTTP errors that {@link reply} has words for. */
export type ErrorStatus = keyof typeof errors;

/** What a rate limit says. */
export interface RateLimitOptions extends FailureOptions {
	/** The `Retry-After` header, in seconds or as a date. @default no such header */
	readonly retryAfter?: number | Date | undefined;
}

/** The answers that a client should be ready for, to a create, a query or a download alike. */
export const reply = {
	/** An HTTP error, in the words and the envelope of the emulator's shape. */
	error: (status: ErrorStatus, options: FailureOptions = {}): Reply => refusal(status, options),

	/** HTTP 429. */
	rateLimited: ({ retryAfter, ...options }: RateLimitOptions = {}): Reply =>
		refusal(429, options, retryAfter === undefined ? {} : { 'retry-after': retryAfterHeader(retryAfter) }),

	/** HTTP 400, because moderation refuses the prompt. */
	moderated: (options: FailureOptions = {}): Reply =>
		refusal(400, {
			code: 'InputTextSensitiveContentDetected',
			message: 'The input text may contain sensitive information.',
			...options,
		}),

	/** HTTP 403, as object storage answers once a signed URL has run out. */
	urlExpired: (): Reply => () =>
		new Response('<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>', {
			status: 403,
			headers: { 'content-type': 'application/xml' },
		}),

	/** The connection drops before an answer comes: `fetch` rejects. */
	dropped: (): Reply => () => {
		throw connectionReset();
	},

	/** The connection is never made: `fetch` rejects, and nothing was sent. */
	unreachable: (): Reply => () => {
		throw connectionRefused();
	},

	/** No answer ever comes: `fetch` rejects once its signal is aborted. */
	timeout: (): Reply => (request) => untilAborted(request),

	/** The answer begins, and its body stops half-way until the request is aborted. */
	stalled: (): Reply => (request) => {
		const start = new TextEncoder().encode('{"code":"success","data":{');
		const body = new ReadableStream({
			start: (controller) => controller.enqueue(start),
			pull: () => untilAborted(request),
		});
		return new Response(body, { headers: { 'content-type': 'application/json' } });
	},

	/** HTTP 200 with no body at all. */
	empty: (): Reply => () => new Response(''),

	/** HTTP 200 with an envelope that has nothing in it. */
	noData: (): Reply => () => Response.json({ code: 'success', message: '', data: null }),

	/** A proxy's page where JSON should be. */
	html:
		(status = 200): Reply =>
		() =>
			new Response('<!doctype html><title>Please stand by</title>', {
				status,
				headers: { 'content-type': 'text/html' },
			}),

	/** HTTP 200 with JSON that ends half-way. */
	truncated: (): Reply => () =>
		new Response('{"code":"success","message":"","data":{"task_id":"asyn', {
			headers: { 'content-type': 'application/json' },
		}),
};

const errors = {
	400: ['invalid_request_error', 'invalid_request', 'The request is invalid'],
	401: ['authentication_error', 'invalid_api_key', 'Invalid API key'],
	402: ['billing_error', 'AccountOverdueError', 'The account has an overdue balance'],
	403: ['permission_error', 'AccessDenied', 'This key may not use the model'],
	404: ['invalid_request_error', 'not_found', 'There is nothing here'],
	413: ['invalid_request_error', 'RequestBodyTooLarge', 'The request body is too large'],
	429: ['rate_limit_error', 'RateLimitExceeded', 'Too many requests'],
	500: ['server_error', 'InternalServiceError', 'The service met an internal error'],
	502: ['server_error', 'bad_gateway', 'Bad gateway'],
	503: ['server_error', 'service_unavailable', 'Service unavailable'],
	504: ['server_error', 'gateway_timeout', 'Gateway timeout'],
} as const;

function refusal(status: ErrorStatus, options: FailureOptions, headers: Record<string, string> = {}): Reply {
	const [type, usualCode, usualMessage] = errors[status];
	const { code = usualCode, message = usualMessage, quoted = 0 } = options;
	return (_, shape) => Response.json(shapes[shape].error({ type, code, message, quoted }), { status, headers });
}

function retryAfterHeader(retryAfter: number | Date): string {
	return typeof retryAfter === 'number' ? String(retryAfter) : retryAfter.toUTCString();
}
