import type { Redact } from '../../client/http/redact.js';
import { requestBody } from '../../client/submit/body.js';
import { InvalidRequestError, type RequestIssue } from '../../errors/invalid-request-error.js';
import { omitUndefined } from '../../request/plain/omit-undefined.js';
import type { VideoRequest } from '../../request/types.js';
import { mediaKinds, spec, type MediaKind } from '../../spec.js';
import type { VideoCallOptions } from './call-options.js';
import { readProviderOptions, type OwnOptions } from './provider-options.js';
import { sizeOf } from './size.js';
import { kindOf, sourceOf } from './source-of.js';

/**
 * Makes the payload of a call. Checks what only the settings of the AI SDK can break. The client judges the payload.
 *
 * @throws {InvalidRequestError} If a setting or an option can't be used: with the issues of the payload, too.
 * @throws {ConfigurationError} If `providerOptions.seedance` isn't an object.
 */
export function toRequest(options: VideoCallOptions, redact: Redact): VideoRequest {
	const { own, issues } = readProviderOptions(options.providerOptions?.['seedance'], redact);
	const size = sizeOf(options, own, redact);
	const payload = omitUndefined({
		model: spec.model,
		content: [...textOf(options), ...framesOf(options, own), ...referencesOf(options, own)],
		resolution: size.resolution,
		ratio: size.ratio,
		duration: options.duration,
		generate_audio: options.generateAudio,
		watermark: own.watermark,
		tools: own.webSearch ? [{ type: 'web_search' }] : undefined,
		return_last_frame: own.returnLastFrame,
	}) as unknown as VideoRequest; // The client judges it.
	const found = [...issues, ...size.issues];
	if (found.length > 0) throw new InvalidRequestError([...found, ...furtherIssues(payload, found, redact)]);
	return payload;
}

/** The issues of a payload, except for those of the fields that have an issue already. */
function furtherIssues(payload: VideoRequest, found: readonly RequestIssue[], redact: Redact): readonly RequestIssue[] {
	const fields = new Set(found.map(({ path }) => path.at(-1)));
	try {
		requestBody(payload, undefined, redact);
		return [];
	} catch (error) {
		return (error as InvalidRequestError).issues.filter(({ path: [field] }) => !fields.has(field));
	}
}

/** The text, if there is one. The AI SDK requires a prompt, so that an empty one stands for none beside frames or references. */
function textOf({ prompt }: VideoCallOptions): object[] {
	return prompt === undefined || prompt === '' ? [] : [{ type: 'text', text: prompt }];
}

/** First frames, then the others: the AI SDK takes them in any order. More than one of each is refused. */
function framesOf({ image, frameImages = [] }: VideoCallOptions, own: OwnOptions): object[] {
	const frames = frameImages.map((frame) => ({
		role: frame.frameType,
		source: sourceOf(frame.image, 'image') as unknown,
	}));
	const hasFirst = frames.some(({ role }) => role === first);
	if (image !== undefined && !hasFirst) frames.push({ role: first, source: sourceOf(image, 'image') });
	if (own.firstFrame !== undefined) frames.push({ role: first, source: own.firstFrame });
	if (own.lastFrame !== undefined) frames.push({ role: last, source: own.lastFrame });
	return [...frames.filter(({ role }) => role === first), ...frames.filter(({ role }) => role !== first)].map(
		({ role, source }) => itemOf('image', source, role),
	);
}

const [first, last] = spec.media.image.roles;

/** References by kind, in the order of the payload; within a kind those of the AI SDK come first. */
function referencesOf({ inputReferences = [] }: VideoCallOptions, own: OwnOptions): object[] {
	const further = { image: own.referenceImages, video: own.referenceVideos, audio: own.referenceAudio };
	return mediaKinds.flatMap((kind) => {
		const files = inputReferences.filter((file) => kindOf(file) === kind).map((file) => sourceOf(file, kind));
		return [...files, ...(further[kind] ?? [])].map((source) => itemOf(kind, source, spec.media[kind].roles.at(-1)));
	});
}

function itemOf(kind: MediaKind, url: unknown, role: unknown): object {
	const { type } = spec.media[kind];
	return { type, [type]: { url }, role };
}
