import type { ContentPlace } from '../../errors/content-place.js';
import type { RequestIssue } from '../../errors/invalid-request-error.js';
import { spec, type MediaKind } from '../../spec.js';
import { verbName } from '../verb-name.js';
import { asRecord, mediumKind } from './read.js';

/** The place of each item of a content; `undefined` for what is neither a text nor a medium. */
export type ContentPlaces = readonly (ContentPlace | undefined)[];

/**
 * Names each item of a content by its verb and number. The items themselves may be megabytes of base64, and are not kept.
 */
export function contentPlaces(content: unknown): ContentPlaces {
	if (!Array.isArray(content)) return [];
	const counts = { image: 0, video: 0, audio: 0 };
	return content.map((entry: unknown, index) => {
		const { type, role } = asRecord(entry);
		if (type === 'text') return { index, verb: '.text()', what: 'text' };
		const kind = mediumKind(type);
		if (kind === undefined) return undefined;
		const count = ++counts[kind];
		return {
			index,
			verb: `.${verbOf(kind, role)}()`,
			what: `${count}${['st', 'nd', 'rd'][count - 1] ?? 'th'} ${kind}`,
		};
	});
}

/** Adds to each issue the place of the item that its path leads to. */
export function withPlaces(issues: readonly RequestIssue[], content: unknown): RequestIssue[] {
	const places = contentPlaces(content);
	return issues.map((issue) => {
		const [field, index] = issue.path;
		const place = field === 'content' && typeof index === 'number' ? places[index] : undefined;
		return place === undefined ? issue : { ...issue, place };
	});
}

/** The verb that writes a role: `reference_image` is what `.referenceImage()` writes. The API takes an image without one for a first frame. */
function verbOf(kind: MediaKind, role: unknown): string {
	const roles: readonly unknown[] = spec.media[kind].roles;
	const written =
		kind === 'image' && role === undefined ? 'first_frame' : roles.includes(role) ? String(role) : `reference_${kind}`;
	return verbName(written);
}
