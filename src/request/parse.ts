import { InvalidRequestError } from '../errors/invalid-request-error.js';
import type { PinnedMode } from './content-issues.js';
import { judge } from './schema.js';
import type { VideoRequest } from './types.js';

/** What `safeParseRequest` and `.safeBuild()` return. */
export type ParseResult<Request = VideoRequest> =
	| { readonly success: true; readonly data: Request }
	| { readonly success: false; readonly error: InvalidRequestError };

/**
 * Reads any value as a request.
 *
 * @returns A frozen copy of the request.
 * @throws {InvalidRequestError} With every issue. Nothing else is thrown, whatever the value.
 *
 * @example
 * const request = parseRequest(JSON.parse(await readFile('request.json', 'utf8')));
 */
export function parseRequest(input: unknown): VideoRequest {
	return parseAs('video', input);
}

/** Reads any value as a request, like `parseRequest`, and returns the error instead of throwing it. */
export function safeParseRequest(input: unknown): ParseResult {
	return safeParseAs('video', input);
}

/** Reads any value as a request of a chain's mode, like `parseRequest`. */
export function parseAs(mode: PinnedMode, input: unknown): VideoRequest {
	const result = safeParseAs(mode, input);
	if (!result.success) throw result.error;
	return result.data;
}

/** Reads any value as a request of a chain's mode, like `safeParseRequest`. */
export function safeParseAs(mode: PinnedMode, input: unknown): ParseResult {
	const { request, issues } = judge(input, mode);
	return request === undefined
		? { success: false, error: new InvalidRequestError(issues) }
		: { success: true, data: request };
}
