import { ConfigurationError } from '../../errors/configuration-error.js';
import { parseRequest } from '../../request/parse.js';
import type { Buildable, VideoRequest } from '../../request/types.js';

/** Fields that the API page doesn't document. They are sent as they are, beside the request's own. */
export type ExtraBody = Readonly<Record<string, unknown>>;

/**
 * The body of a submit: what the chain builds or the payload is, judged, and the extra fields beside it.
 *
 * @throws {InvalidRequestError} Where the API would refuse the request.
 * @throws {ConfigurationError} Where an extra field is one of the request's own, or none that JSON can hold.
 */
export function requestBody(request: VideoRequest | Buildable, extraBody: ExtraBody = {}): VideoRequest {
	const judged = parseRequest(isBuildable(request) ? request.build() : request);
	for (const [field, value] of Object.entries(extraBody)) {
		if (Object.hasOwn(ownFields, field)) {
			throw new ConfigurationError(`extraBody.${field}`, 'this is a field of the request itself; set it there');
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
		throw new ConfigurationError(`extraBody.${field}`, 'its value has no JSON form; give plain data');
	}
}

// A table, so that a new field of the request doesn't compile until it is in it.
const ownFields: Readonly<Record<keyof VideoRequest, true>> = {
	model: true,
	content: true,
	resolution: true,
	ratio: true,
	duration: true,
	generate_audio: true,
	watermark: true,
	tools: true,
	return_last_frame: true,
};
