import type { JsonObject } from 'type-fest';
import { CallbackError } from '../../errors/callback-error.js';
import { ConfigurationError } from '../../errors/configuration-error.js';
import { safeCause } from '../../errors/safe-cause.js';
import { SeedanceError } from '../../errors/seedance-error.js';
import { builderOf } from '../../request/builder-of.js';
import { safeParseRequest } from '../../request/parse.js';
import { plainCopy } from '../../request/plain/copy.js';
import { requestFields } from '../../request/shape/shape.js';
import type { Buildable, VideoRequest } from '../../request/types.js';
import { formatValue } from '../../rules.js';
import { redactData, type Redact } from '../http/redact.js';

/** Fields that the API page doesn't document, sent unchanged beside the request's own. */
export type ExtraBody = Readonly<JsonObject>;

/**
 * Makes the body of a submit: the request, judged, and the extra fields. Both are copies: what is judged is what is sent. Errors
 * quote the request, so `redact` keeps the key out of them.
 *
 * @throws {InvalidRequestError} If the request breaks a rule.
 * @throws {CallbackError} If the request's `build` throws another error.
 * @throws {ConfigurationError} If an extra field is one of the request's own, or isn't plain JSON data.
 */
export function requestBody(
	request: VideoRequest | Buildable,
	extraBody: ExtraBody | undefined,
	redact: Redact,
): VideoRequest {
	const judged = judge(build(request, redact), redact);
	return extraBody === undefined ? judged : { ...judged, ...extraFields(extraBody, redact) };
}

function judge(request: unknown, redact: Redact): VideoRequest {
	const judged = safeParseRequest(request);
	if (judged.success) return judged.data;
	// The sentences cut what they quote, and would leave a part of the key: it is taken out before.
	const again = safeParseRequest(withoutKey(request, redact));
	throw again.success ? judged.error : again.error;
}

function withoutKey(request: unknown, redact: Redact): unknown {
	try {
		return redactData(plainCopy(request), redact);
	} catch {
		return request; // It can't be read: the sentence quotes nothing of it.
	}
}

/** The payload of a chain, or the request itself. */
function build(request: VideoRequest | Buildable, redact: Redact): unknown {
	const builder = builderOf(request);
	if (builder === undefined) return request;
	try {
		return builder();
	} catch (error) {
		throw error instanceof SeedanceError ? error : new CallbackError('build', undefined, safeCause(error, redact));
	}
}

function extraFields(extraBody: unknown, redact: Redact): object {
	const copy = copyOf(extraBody);
	if (typeof copy !== 'object' || copy === null || Array.isArray(copy)) {
		throw new ConfigurationError('extraBody', `is ${formatValue(copy)}: give an object of fields`);
	}
	for (const [field, value] of Object.entries(copy)) {
		if (Object.hasOwn(requestFields, field)) {
			throw new ConfigurationError(`extraBody.${field}`, 'is a field of the request itself: set it there');
		}
		checkJson(`extraBody.${field}`, value, redact);
	}
	return copy;
}

function copyOf(extraBody: unknown): unknown {
	try {
		return plainCopy(extraBody, { plainOnly: true });
	} catch {
		// Too large, an instance of a class, or a getter threw: what it threw may hold anything.
		throw new ConfigurationError('extraBody', 'could not be read: give plain JSON data');
	}
}

/** @throws {ConfigurationError} If a copied value is none that JSON can hold. */
function checkJson(path: string, value: unknown, redact: Redact): void {
	const isData = value === null || ['string', 'boolean', 'object'].includes(typeof value) || Number.isFinite(value);
	if (!isData)
		throw new ConfigurationError(redact(path), `is ${formatValue(value)}, which has no JSON form: give plain data`);
	if (typeof value !== 'object' || value === null) return;
	for (const [key, inner] of Object.entries(value)) checkJson(`${path}.${key}`, inner, redact);
}
