import { parseRequest } from '../parse.js';
import type { VideoRequest } from '../types.js';
import type { LiteralRequest, RequestCheck } from './request-check.js';

/**
 * Validates a request that is written as JSON, and keeps its literal type. The compiler checks what it knows, in the sentences of
 * the schema; the rest is checked when the program runs.
 *
 * @returns A frozen copy of the request.
 * @throws {InvalidRequestError} With every issue, if a value that the compiler didn't know breaks a rule.
 *
 * @example
 * const request = defineRequest({
 * 	model: 'seedance-2.0-ultra',
 * 	content: [{ type: 'text', text: 'A cat plays the piano' }],
 * 	resolution: '1080p',
 * });
 */
export function defineRequest<const Request extends LiteralRequest>(
	request: Request & RequestCheck<Request>,
): Request extends VideoRequest ? Request : Request & VideoRequest {
	// The copy has the fields of the literal.
	return parseRequest(request) as Request extends VideoRequest ? Request : Request & VideoRequest;
}
