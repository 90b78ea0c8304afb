import { isHandle, type MediaHandle } from '../../media/handle.js';
import { makesAddress } from '../../prompt/placeholders.js';
import { listed } from '../../rules.js';
import type { MediaKind } from '../../spec.js';

/** A template as text, with the URLs of its handles by kind: each once, in the order of the text. */
export interface RenderedTemplate {
	/** The text, or a span that can't be written as text. The schema refuses such a span. */
	readonly text: unknown;
	readonly urls: Readonly<Record<MediaKind, readonly string[]>>;
}

/** Renders the strings and spans of a tagged template. A handle becomes its placeholder, numbered by kind. */
export function renderTemplate(strings: TemplateStringsArray, spans: readonly unknown[]): RenderedTemplate {
	const handles = spans.flatMap(handlesIn);
	const urls = { image: urlsOf('image', handles), video: urlsOf('video', handles), audio: urlsOf('audio', handles) };
	const invalid = spans.findIndex((span) => !isText(span) && !isHandle(span) && !isHandleList(span));
	if (invalid >= 0) return { text: spans[invalid], urls };

	let text = '';
	let endsWithHandle = false;
	const write = (piece: string, isPlaceholder: boolean): void => {
		if (piece === '') return;
		const wouldJoin = isPlaceholder ? makesAddress(text) : endsWithHandle && startsWithDigit.test(piece);
		text += wouldJoin ? ` ${piece}` : piece;
		endsWithHandle = isPlaceholder;
	};
	strings.forEach((string: string | undefined, index) => {
		// A string with an invalid escape, such as the one in `C:\users`, has no other value than its source text.
		write(string ?? strings.raw[index] ?? '', false);
		const span = spans[index];
		if (isText(span)) write(String(span), false);
		else write(placeholdersOf(handlesIn(span), urls), true);
	});
	return { text, urls };
}

/** Whether a value is the first argument of a template's tag. */
export function isTemplate(value: unknown): value is TemplateStringsArray {
	try {
		return Array.isArray(value) && Object.hasOwn(value, 'raw');
	} catch {
		return false; // A proxy threw: the schema says so.
	}
}

/** A digit behind a placeholder would be part of its number. */
const startsWithDigit = /^\d/;

function isText(span: unknown): span is string | number {
	return typeof span === 'string' || typeof span === 'number';
}

function isHandleList(span: unknown): span is readonly MediaHandle[] {
	try {
		return Array.isArray(span) && span.every(isHandle);
	} catch {
		return false; // A proxy threw: the schema says so.
	}
}

function handlesIn(span: unknown): readonly MediaHandle[] {
	return isHandle(span) ? [span] : isHandleList(span) ? span : [];
}

function urlsOf(kind: MediaKind, handles: readonly MediaHandle[]): string[] {
	return [...new Set(handles.filter((handle) => handle.kind === kind).map(({ url }) => url))];
}

/** The placeholders of handles as prose, with "and" before the last one. */
function placeholdersOf(handles: readonly MediaHandle[], urls: RenderedTemplate['urls']): string {
	const placeholders = handles.map(({ kind, url }) => `@${kind}${urls[kind].indexOf(url) + 1}`);
	return listed(placeholders, 'and');
}
