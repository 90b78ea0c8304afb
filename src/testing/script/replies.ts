import { readOptions } from '../../errors/read-options.js';
import { connectionRefused, connectionReset } from '../network-errors.js';
import { type Shape, shapes } from '../shapes/index.js';
import { readFailureOptions, type FailureOptions } from './steps.js';
import { untilAborted } from './until-aborted.js';

/** An answer to a request. {@link reply} makes common failures; any function from a request to a response is a reply too. */
export type Reply = (request: Request, shape: Shape) => Response | Promise<Response>;

/** The HTTP statuses that `reply.error()` accepts. */
export type ErrorStatus = keyof typeof errors;

/** Options of `reply.rateLimited()`. */
export interface RateLimitOptions extends FailureOptions {
	/** The `Retry-After` header, in seconds or as a date. @default no header */
	readonly retryAfter?: number | Date | undefined;
}

/** Failures that a client must handle. Each can answer a create, a query or a download. */
export const reply = {
	/** An HTTP error, in the format of the emulator's shape. */
	error: (status: ErrorStatus, options?: FailureOptions): Reply => refusal(status, readFailureOptions(options)),

	/** HTTP 429. */
	rateLimited: (options?: RateLimitOptions): Reply => {
		const { retryAfter } = readOptions('options', options, ({ retryAfter }) => ({ retryAfter }));
		const headers = retryAfter === undefined ? undefined : { 'retry-after': retryAfterHeader(retryAfter) };
		return refusal(429, readFailureOptions(options), headers);
	},

	/** HTTP 400: moderation rejects the prompt. */
	moderated: (options?: FailureOptions): Reply => {
		const {
			code = 'InputTextSensitiveContentDetected',
			message = 'The input text may contain sensitive information.',
			quoted,
		} = readFailureOptions(options);
		return refusal(400, { code, message, quoted });
	},

	/** HTTP 403, as object storage answers to an expired signed URL. */
	urlExpired: (): Reply => () =>
		new Response('<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>', {
			status: 403,
			headers: { 'content-type': 'application/xml' },
		}),

	/** The connection breaks before an answer arrives: `fetch` rejects. */
	dropped: (): Reply => () => {
		throw connectionReset();
	},

	/** The connection is refused: `fetch` rejects, and nothing was sent. */
	unreachable: (): Reply => () => {
		throw connectionRefused();
	},

	/** No answer arrives: `fetch` rejects when its signal is aborted. */
	timeout: (): Reply => (request) => untilAborted(request),

	/** The body of the answer stops half-way until the request is aborted. */
	stalled: (): Reply => (request) => {
		const start = new TextEncoder().encode('{"code":"success","data":{');
		const body = new ReadableStream({
			start: (controller) => controller.enqueue(start),
			pull: () => untilAborted(request),
		});
		return new Response(body, { headers: { 'content-type': 'application/json' } });
	},

	/** HTTP 200 with an empty body. */
	empty: (): Reply => () => new Response(''),

	/** HTTP 200 with `data: null`. */
	noData: (): Reply => () => Response.json({ code: 'success', message: '', data: null }),

	/** An HTML page instead of JSON, as proxies send. */
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
