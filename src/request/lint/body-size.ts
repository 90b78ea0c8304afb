import { largeBody } from '../../rules.js';
import { totals } from '../../spec.js';
import type { VideoRequest } from '../types.js';
import type { Finding, LintSubject } from './subject.js';

/** Advises against a body that is larger than upstream takes. */
export function checkBodySize({ request }: LintSubject): readonly Finding[] {
	const megabytes = bodySize(request) / 1e6;
	return megabytes > totals.bodyMegabytes
		? [{ rule: 'body-size', path: ['content'], message: largeBody(megabytes) }]
		: [];
}

/** Returns the bytes of a request as JSON in UTF-8, without a copy of the whole. */
export function bodySize(request: VideoRequest): number {
	let bytes = 0;
	// What is left is ASCII: the names of the fields, numbers and empty strings.
	const frame = JSON.stringify(request, (_, value: unknown) => {
		if (typeof value !== 'string') return value;
		bytes += stringSize(value);
		return '';
	});
	return frame.length + bytes;
}

/** The bytes of a text in JSON, without its quotes. */
function stringSize(text: string): number {
	let bytes = 0;
	let start = 0;
	while (start < text.length) {
		let end = start + chunkLength;
		// A surrogate pair stays together.
		if (/[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end += 1;
		bytes += encoder().encode(JSON.stringify(text.slice(start, end))).length - '""'.length;
		start = end;
	}
	return bytes;
}

const chunkLength = 65_536;

let utf8: TextEncoder | undefined;

function encoder(): TextEncoder {
	return (utf8 ??= new TextEncoder());
}
