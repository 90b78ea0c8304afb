import { readHandle, type MediaHandle } from '../../media/handle.js';
import { isList, separator, truncate } from '../../rules.js';
import type { MediaKind } from '../../spec.js';
import { firstPlaceholder, makesAddress } from '../placeholders.js';
import type { PromptPart } from '../types.js';

/** A prompt's data, as a chain needs it. A copy of a prompt from JSON has it too. */
export interface PromptData {
	readonly parts: readonly PromptPart[];

	/** The length of the shot list in it, if it has one. */
	readonly seconds?: number | undefined;
}

/** What texts, handles and prompts make together. */
export interface Composition {
	readonly parts: readonly PromptPart[];

	/** The lengths of the shot lists in it, in seconds. */
	readonly shots: readonly number[];

	/** The positions of the values that a prompt can't hold. */
	readonly invalid: readonly number[];
}

/** A prompt's text, with the URLs of its handles by kind: each once, in the order of the text. */
export interface RenderedParts {
	readonly text: string;
	readonly urls: Readonly<Record<MediaKind, readonly string[]>>;
}

/** Composes the strings and spans of a tagged template. */
export function composeTemplate(strings: TemplateStringsArray, spans: readonly unknown[]): Composition {
	// A string with an invalid escape, such as the one in `C:\users`, has no other value than its source text.
	const texts = strings.map((string: string | undefined, index) => string ?? strings.raw[index] ?? '');
	return compose(texts, spans);
}

/**
 * Composes texts and, behind each, a value: a text, a number, a handle, a list of handles or a prompt. Other values are left out.
 * Each value is read once.
 */
export function compose(texts: readonly string[], values: readonly unknown[]): Composition {
	const parts: PromptPart[] = [];
	const shots: number[] = [];
	const invalid: number[] = [];
	texts.forEach((text, index) => {
		append(parts, text);
		if (index >= values.length) return;
		const data = readValue(values[index]);
		if (data === undefined) invalid.push(index);
		for (const part of data?.parts ?? []) append(parts, part);
		if (data?.seconds !== undefined) shots.push(data.seconds);
	});
	return { parts, shots, invalid };
}

/** Renders parts as text. A handle becomes its placeholder, numbered by kind. */
export function renderParts(parts: readonly PromptPart[]): RenderedParts {
	const urls: Record<MediaKind, string[]> = { image: [], video: [], audio: [] };
	let text = '';
	parts.forEach((part, index) => {
		if (typeof part === 'string') {
			// A digit behind a placeholder would be part of its number.
			text += index > 0 && /^\d/.test(part) ? ` ${part}` : part;
			return;
		}
		const attached = urls[part.kind];
		if (!attached.includes(part.url)) attached.push(part.url);
		text += `${makesAddress(text) ? ' ' : ''}@${part.kind}${attached.indexOf(part.url) + 1}`;
	});
	return { text, urls };
}

/** The handles among parts, each once. Two handles of one kind and URL are one. */
export function handlesOf(parts: readonly PromptPart[]): MediaHandle[] {
	const handles = new Map<string, MediaHandle>();
	for (const part of parts) {
		if (typeof part === 'string') continue;
		const key = `${part.kind} ${part.url}`;
		if (!handles.has(key)) handles.set(key, part);
	}
	return [...handles.values()];
}

/** The first placeholder that is written by hand beside handles; `undefined` if there is none. */
export function mixedPlaceholderIn(parts: readonly PromptPart[]): string | undefined {
	const texts = parts.filter((part) => typeof part === 'string');
	if (texts.length === parts.length) return undefined;
	for (const text of texts) {
		const placeholder = firstPlaceholder(text);
		if (placeholder !== undefined) return truncate(placeholder, 99);
	}
	return undefined;
}

/** Reads a prompt, or a copy of one from JSON; `undefined` if the value is none. */
export function readPrompt(value: unknown): PromptData | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	try {
		const { parts: given, seconds } = value as Partial<PromptData>;
		const read = readList(given, (part) => (typeof part === 'string' ? part : readHandle(part)));
		if (read === undefined || (seconds !== undefined && typeof seconds !== 'number')) return undefined;
		const parts: PromptPart[] = [];
		for (const part of read) append(parts, part);
		return { parts, seconds };
	} catch {
		return undefined; // A getter or a proxy threw: the schema says so.
	}
}

/** Reads what a prompt can hold: text, a number, a handle, a list of handles or a prompt; `undefined` for anything else. */
function readValue(value: unknown): PromptData | undefined {
	if (typeof value === 'string' || Number.isFinite(value)) return { parts: [String(value)] };
	const handle = readHandle(value);
	if (handle !== undefined) return { parts: [handle] };
	const handles = readList(value, readHandle);
	if (handles === undefined) return readPrompt(value);
	return { parts: handles.flatMap((handle, index) => [separator(index, handles.length, 'and'), handle]) };
}

/** Tells whether a value is the first argument of a template's tag. */
export function isTemplate(value: unknown): value is TemplateStringsArray {
	try {
		return Array.isArray(value) && Object.hasOwn(value, 'raw');
	} catch {
		return false; // A proxy threw: the schema says so.
	}
}

/** Reads each item of a list; `undefined` if the value is no list, or if an item can't be read. */
function readList<Item>(list: unknown, read: (item: unknown) => Item | undefined): Item[] | undefined {
	if (!isList(list)) return undefined;
	try {
		const items: Item[] = [];
		for (let index = 0; index < list.length; index++) {
			const item = read(list[index]);
			if (item === undefined) return undefined;
			items.push(item);
		}
		return items;
	} catch {
		return undefined; // A proxy threw: the schema says so.
	}
}

function append(parts: PromptPart[], part: PromptPart): void {
	if (part === '') return;
	const last = parts.at(-1);
	if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
	else parts.push(part);
}
