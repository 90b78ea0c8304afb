import type { JsonObject } from 'type-fest';
import { ConfigurationError } from '../../errors/configuration-error.js';
import { parseRequest } from '../../request/parse.js';
import { requestFields } from '../../request/shape.js';
import type { Buildable, VideoRequest } from '../../request/types.js';

/** Fields that the API page doesn't document, sent unchanged beside the request's own. */
export type ExtraBody = Readonly<JsonObject>;

/**
 * Makes the body of a submit: the request, judged, and the extra fields.
 *
 * @throws {InvalidRequestError} If the request breaks a rule.
 * @throws {ConfigurationError} If an extra field is one of the request's own, or has no JSON form.
 */
export function requestBody(request: VideoRequest | Buildable, extraBody: ExtraBody = {}): VideoRequest {
	const judged = parseRequest(isBuildable(request) ? request.build() : request);
	for (const [field, value] of Object.entries(extraBody)) {
		if (Object.hasOwn(requestFields, field)) {
			throw new ConfigurationError(`extraBody.${field}`, 'is a field of the request itself: set it there');
		}
		checkJson(field, value);
	}
	return { ...judged, ...extraBody };
}

function isBuildable(request: VideoRequest | Buildable): request is Buildable {
	return typeof (request as Partial<Buildable> | null | undefined)?.build === 'function';
}

function checkJson(field: string, value: unknown): void {
	try {
		JSON.stringify(value);
	} catch {
		throw new ConfigurationError(`extraBody.${field}`, 'has no JSON form: give plain data');
	}
}
