import { mediaKinds, type MediaKind } from '../spec.js';
import { checkText } from './check-text.js';
import { chineseNames } from './dialects.js';
import { makesAddress } from './placeholders.js';

/** A text whose references are placeholders, and what was changed for it. */
export interface NormalizedReferences {
	/** The text with every reference as a placeholder of the API page: `@image1`. */
	readonly text: string;

	/** The changes, in the order of the text. Empty if there are none. */
	readonly changes: readonly ReferenceChange[];
}

/** A reference that was rewritten. */
export interface ReferenceChange {
	/** The reference as it was written: `[Image 1]`. */
	readonly from: string;

	/** What replaces it: `@image1`, with a space before or after it if it would otherwise not be this placeholder. */
	readonly to: string;

	/** The position of `from` in the original text. */
	readonly index: number;
}

/**
 * Rewrites references in the forms of other tools to the placeholders of the API page.
 *
 * It reads `@Image1`, `[Image 1]`, `<Image_1>` and `<<<image_1>>>`, in any case, for images, videos and audio, and the Chinese
 * names: `@图片1`, `[图1]`, `@视频1`, `@音频1`. Words without an `@` or brackets stay, and so do addresses: an `@` directly after
 * an ASCII letter, a digit or `_`. A space is added where a letter, a digit or `_` before a placeholder, or a digit or another
 * placeholder after it, would change its meaning. Nothing else changes.
 *
 * @throws {InvalidRequestError} If `text` is not a string.
 * @example
 * const { text, changes } = normalizeReferences('[Image 1] dances');
 * text; // '@image1 dances'
 * for (const { from, to } of changes) console.log(`${from} is now ${to}`);
 */
export function normalizeReferences(text: string): NormalizedReferences {
	checkText(text);
	const { reference, joining } = patterns();
	const changes: ReferenceChange[] = [];
	const normalized = text.replaceAll(reference, (from: string, index: number) => {
		const last = changes.at(-1);
		const followsLast = last !== undefined && last.index + last.from.length === index;
		const spaceBefore = makesAddress(followsLast ? last.to : text.charAt(index - 1)) ? ' ' : '';
		joining.lastIndex = index + from.length;
		// A reference with an `@` ends with its number already: what follows keeps its meaning.
		const spaceAfter = !from.startsWith('@') && joining.test(text) ? ' ' : '';
		const to = `${spaceBefore}${placeholderOf(from)}${spaceAfter}`;
		if (to !== from) changes.push({ from, to, index });
		return to;
	});
	return { text: normalized, changes };
}

interface Patterns {
	/** Matches the references, and placeholders that are right already. */
	readonly reference: RegExp;

	/** Matches, at its `lastIndex`, what must not follow a placeholder directly: a digit, or a reference with an `@`. */
	readonly joining: RegExp;
}

let built: Patterns | undefined;

/** Returns the patterns. They are built once, when they are needed. */
function patterns(): Patterns {
	if (built !== undefined) return built;
	const name = `(?:${mediaKinds.flatMap(namesOf).join('|')})[ _]?\\d+`;
	built = {
		reference: new RegExp(`(?<!\\w)@${name}|\\[${name}\\]|<<<${name}>>>|<<${name}>>|<${name}>`, 'gi'),
		joining: new RegExp(`\\d|@${name}`, 'iy'),
	};
	return built;
}

/** The names of a kind, in lower case, the longer Chinese one first. */
function namesOf(kind: MediaKind): readonly string[] {
	return kind === 'image' ? [kind, chineseNames.image, '图'] : [kind, chineseNames[kind]];
}

function placeholderOf(reference: string): string {
	const written = reference.toLowerCase().replace(/^[@[<]+/, '');
	const kind = mediaKinds.find((kind) => namesOf(kind).some((name) => written.startsWith(name)));
	const number = written.replaceAll(/\D/g, '').replace(/^0+(?=\d)/, '');
	return `@${kind}${number}`;
}
