import { isHandle, type MediaHandle } from '../media/handle.js';
import type { MediaKind } from '../spec.js';

/** A template as text, with the URLs of its handles by kind: each once, in the order of the text. */
export interface RenderedTemplate {
	/** The text. If a span is neither text, a number nor a handle, that span, so that it is refused. */
	readonly text: unknown;
	readonly urls: Readonly<Record<MediaKind, readonly string[]>>;
}

/** Renders the strings and spans of a tagged template. A handle becomes its placeholder, numbered by kind. */
export function renderTemplate(strings: readonly string[], spans: readonly unknown[]): RenderedTemplate {
	const urls = { image: urlsOf('image', spans), video: urlsOf('video', spans), audio: urlsOf('audio', spans) };
	const invalid = spans.findIndex((span) => !isHandle(span) && typeof span !== 'string' && typeof span !== 'number');
	if (invalid >= 0) return { text: spans[invalid], urls };

	const pieces = strings
		.flatMap((string, index) => [string, ...spans.slice(index, index + 1)])
		.filter((piece) => piece !== '');
	const written = pieces.map((piece, index) => {
		if (isHandle(piece)) return placeholderOf(piece, urls);
		const text = String(piece);
		// A digit right behind a placeholder would be read as part of its number.
		return isHandle(pieces[index - 1]) && /^\d/.test(text) ? ` ${text}` : text;
	});
	return { text: written.join(''), urls };
}

/** Whether a value is the first argument of a template's tag. */
export function isTemplate(value: unknown): value is TemplateStringsArray {
	try {
		return Array.isArray(value) && Object.hasOwn(value, 'raw');
	} catch {
		return false; // A proxy was revoked: the schema says so.
	}
}

function urlsOf(kind: MediaKind, spans: readonly unknown[]): string[] {
	const handles = spans.filter((span): span is MediaHandle => isHandle(span) && span.kind === kind);
	return [...new Set(handles.map(({ url }) => url))];
}

function placeholderOf({ kind, url }: MediaHandle, urls: RenderedTemplate['urls']): string {
	return `@${kind}${urls[kind].indexOf(url) + 1}`;
}
