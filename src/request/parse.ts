import { InvalidRequestError } from '../errors/invalid-request-error.js';
import type { PinnedMode } from './content-issues.js';
import { judge } from './schema.js';
import type { VideoRequest } from './types.js';

/** The result of `safeParseRequest` and `.safeBuild()`. */
export type ParseResult<Request = VideoRequest> =
	| { readonly success: true; readonly data: Request }
	| { readonly success: false; readonly error: InvalidRequestError };

/**
 * Validates any value as a request.
 *
 * @returns A frozen copy of the request.
 * @throws {InvalidRequestError} With every issue. It throws nothing else, for any value.
 *
 * @example
 * const request = parseRequest(JSON.parse(await readFile('request.json', 'utf8')));
 */
export function parseRequest(input: unknown): VideoRequest {
	return parseAs('video', input);
}

/** Validates any value as a request, like `parseRequest`, but returns the error instead of throwing it. */
export function safeParseRequest(input: unknown): ParseResult {
	return safeParseAs('video', input);
}

/** Validates any value as a request of a chain's mode, like `parseRequest`. */
export function parseAs(mode: PinnedMode, input: unknown): VideoRequest {
	const result = safeParseAs(mode, input);
	if (!result.success) throw result.error;
	return result.data;
}

/** Validates any value as a request of a chain's mode, like `safeParseRequest`. */
export function safeParseAs(mode: PinnedMode, input: unknown): ParseResult {
	const { request, issues } = judge(input, mode);
	return request === undefined
		? { success: false, error: new InvalidRequestError(issues) }
		: { success: true, data: request };
}
