import { InvalidRequestError } from '../errors/invalid-request-error.js';
import type { ChainFacts } from './content/issues.js';
import { judge, type Judgement } from './schema.js';
import type { VideoRequest } from './types.js';

/** The result of `safeParseRequest` and `.safeBuild()`. */
export type ParseResult<Request = VideoRequest> =
	| { readonly success: true; readonly data: Request }
	| {
			readonly success: false;
			readonly error: InvalidRequestError;

			/** A frozen copy of the payload that was judged. `undefined` if it could not be read. */
			readonly payload: unknown;
	  };

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
	return requestOf(safeParseRequest(input));
}

/** Validates any value as a request, like `parseRequest`, but returns the error instead of throwing it. */
export function safeParseRequest(input: unknown): ParseResult {
	return resultOf(judge(input, { mode: 'video' }, 'json'));
}

/** Validates the payload of a chain by what the chain knows of it, like `parseRequest`. The sentences name verbs. */
export function parseAs(facts: ChainFacts, input: unknown): VideoRequest {
	return requestOf(safeParseAs(facts, input));
}

/** Validates the payload of a chain by what the chain knows of it, like `safeParseRequest`. The sentences name verbs. */
export function safeParseAs(facts: ChainFacts, input: unknown): ParseResult {
	return resultOf(judge(input, facts, 'chain'));
}

function resultOf({ request, issues, payload }: Judgement): ParseResult {
	return request === undefined
		? { success: false, error: new InvalidRequestError(issues), payload }
		: { success: true, data: request };
}

function requestOf(result: ParseResult): VideoRequest {
	if (!result.success) throw result.error;
	return result.data;
}
