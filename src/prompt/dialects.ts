import { nearPlaceholder, truncate, type NearPlaceholder } from '../rules.js';
import { mediaKinds, type MediaKind } from '../spec.js';
import { mostPlaceholders, type AfterAt, type NumberAt } from './placeholders.js';

/**
 * The sentences for the placeholders in `Text` that are written in another form than the API page's, as a union; `never` where
 * there are none. Such a form has a letter in upper case, a space before the number, or the Chinese name of the kind.
 */
export type NearPlaceholders<Text> = NearPlaceholderAt<AfterAt<Text>>;

/**
 * Patterns of the texts that may have such a placeholder, in a property, as `DoubtfulPlaceholders` has them: a letter in upper
 * case, a space after the name, and the Chinese names. Written out, because computing them would cost every program.
 */
export interface DoubtfulDialect {
	text: `${string}@${
		| 'I'
		| 'iM'
		| 'imA'
		| 'imaG'
		| 'imagE'
		| 'image '
		| 'V'
		| 'vI'
		| 'viD'
		| 'vidE'
		| 'videO'
		| 'video '
		| 'A'
		| 'aU'
		| 'auD'
		| 'audI'
		| 'audiO'
		| 'audio '
		| ChineseNames[MediaKind]}${string}`;
}

/**
 * Returns the sentences for the placeholders in `text` that are not in the API page's form, each once, in order of appearance. The
 * first {@link mostPlaceholders} of them are looked at.
 */
export function nearPlaceholders(text: string): string[] {
	const sentences = new Set<string>();
	let left = mostPlaceholders;
	for (const [written, number = ''] of text.matchAll(nearPattern())) {
		const kind = mediaKinds.find((kind) => [kind, chineseNames[kind]].some((name) => isNamed(written, name)));
		if (kind !== undefined) sentences.add(nearPlaceholder(truncate(written, 99), kind, truncate(number, 99)));
		if (--left === 0) break;
	}
	return [...sentences];
}

let pattern: RegExp | undefined;

/** Matches the placeholders in another form only, so that right ones cost no memory. It is built once, when it is needed. */
function nearPattern(): RegExp {
	if (pattern !== undefined) return pattern;
	const right = `(?:${mediaKinds.join('|')})\\d`;
	const anyCase = mediaKinds.map((kind) => kind.replace(/./g, (letter) => `[${letter}${letter.toUpperCase()}]`));
	const names = `(?:${anyCase.join('|')}) ?|${Object.values(chineseNames).join('|')}`;
	pattern = new RegExp(`(?<!\\w)@(?!${right})(?:${names})(\\d+)`, 'g');
	return pattern;
}

function isNamed(placeholder: string, name: string): boolean {
	return placeholder.toLowerCase().startsWith(name, 1);
}

type NearPlaceholderAt<Piece> = Piece extends string ? NearPlaceholderIn<Piece, Lowercase<Piece>> : never;

type NearPlaceholderIn<Piece extends string, Lower> = Lower extends `${MediaKind}${string}`
	? Lower extends `image${infer Rest}`
		? NearPlaceholderOf<Piece, 'image', NumberAt<WithoutSpace<Rest>>>
		: Lower extends `video${infer Rest}`
			? NearPlaceholderOf<Piece, 'video', NumberAt<WithoutSpace<Rest>>>
			: Lower extends `audio${infer Rest}`
				? NearPlaceholderOf<Piece, 'audio', NumberAt<WithoutSpace<Rest>>>
				: never
	: Piece extends `${ChineseNames['image']}${infer Rest}`
		? NearPlaceholderOf<Piece, 'image', NumberAt<Rest>>
		: Piece extends `${ChineseNames['video']}${infer Rest}`
			? NearPlaceholderOf<Piece, 'video', NumberAt<Rest>>
			: Piece extends `${ChineseNames['audio']}${infer Rest}`
				? NearPlaceholderOf<Piece, 'audio', NumberAt<Rest>>
				: never;

type WithoutSpace<Text extends string> = Text extends ` ${infer Rest}` ? Rest : Text;

type NearPlaceholderOf<Piece extends string, Kind extends MediaKind, Number extends string> = Number extends Number
	? Piece extends `${infer Name}${Number}${string}`
		? Name extends Kind
			? never
			: NearPlaceholder<`@${Name}${Number}`, Kind, Number>
		: never
	: never;

/** The Chinese names of the kinds, as prompts in Chinese have them behind the `@`. */
export const chineseNames = { image: '图片', video: '视频', audio: '音频' } as const satisfies Record<
	MediaKind,
	string
>;
type ChineseNames = typeof chineseNames;
