import { isHandle } from '../media/handle.js';
import type { Role } from '../request/types.js';
import { mediaKinds, spec, type MediaKind } from '../spec.js';

/** An item of the content, as a verb has collected it. */
export interface Collected {
	readonly kind: MediaKind | 'text';
	readonly role: Role | 'text';

	/** The text, or the URL of the medium. */
	readonly value: unknown;

	/** What gave the value: a handle in a template, a handle that a verb was given, or neither. */
	readonly from: 'template' | 'handle' | 'value';

	/** The lengths of the shot lists in a text, in seconds. Absent if it has none. */
	readonly shots?: readonly number[];

	/** A placeholder in a text that is written by hand beside the handles of a prompt. */
	readonly mixed?: string;
}

/** The position of an item's kind in the API's order. */
export function rank({ kind }: Collected): number {
	return mediaKinds.indexOf(kind as MediaKind);
}

/** Collects a text. */
export function textOf(text: unknown, shots: readonly number[] = [], mixed?: string): Collected {
	return Object.freeze({
		kind: 'text',
		role: 'text',
		value: text,
		from: 'value',
		...(shots.length > 0 && { shots: Object.freeze(shots) }),
		...(mixed !== undefined && { mixed }),
	});
}

/** Collects a medium. */
export function mediumOf(kind: MediaKind, role: Role, source: unknown, isFromTemplate = false): Collected {
	const { value, isFromHandle } = readSource(source, kind);
	return Object.freeze({ kind, role, value, from: isFromTemplate ? 'template' : isFromHandle ? 'handle' : 'value' });
}

/** Returns the item of the payload. */
export function itemOf({ kind, role, value }: Collected): object {
	if (kind === 'text') return { type: 'text', text: value };
	const { type } = spec.media[kind];
	return { type, [type]: { url: value }, role };
}

function readSource(source: unknown, kind: MediaKind): { readonly value: unknown; readonly isFromHandle: boolean } {
	try {
		if (source instanceof URL) return { value: source.href, isFromHandle: false };
		if (!isHandle(source)) return { value: source, isFromHandle: false };
		// A handle of another kind isn't a source here. As text, it is named in the issue.
		return { value: source.kind === kind ? source.url : source.toString(), isFromHandle: true };
	} catch {
		return { value: source, isFromHandle: false }; // A proxy threw: the schema says so.
	}
}
