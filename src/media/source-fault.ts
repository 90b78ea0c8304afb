import type { refusals } from '../rules.js';
import { spec, type MediaKind } from '../spec.js';
import { canParseUrl } from './can-parse-url.js';
import type { SourceTexts } from './source.js';

/** What is wrong with a source: the name of its sentence in `refusals`. */
export type FaultName = Extract<
	keyof typeof refusals,
	| `${MediaKind}Source`
	| 'sourceSpace'
	| 'sourceCase'
	| 'localSource'
	| 'twoBeginnings'
	| 'missingAssetId'
	| 'missingHost'
	| 'unreadableUrl'
	| 'dataFormat'
	| 'dataMissing'
	| 'dataInvalid'
>;

/**
 * Patterns of the texts that begin like a source and are none. What they don't show is left to the run time: rare white
 * space, the rest of a URL, the letters of a format and of base64 data.
 */
export type MalformedSource =
	| `${string}${Space}${string}`
	| TwoBeginnings
	| MissingAssetId
	| MissingHost
	| MissingFormat
	| MissingData;

/** What is wrong with a text that is no source of this kind; the same cases in the same order as {@link sourceFault}. */
export type SourceFault<Kind extends MediaKind, Text> = Text extends `${Space}${string}`
	? 'sourceSpace'
	: Text extends SourceTexts[Kind]
		? Text extends `${string}${Space}${string}`
			? 'sourceSpace'
			: Text extends TwoBeginnings
				? 'twoBeginnings'
				: Text extends MissingAssetId
					? 'missingAssetId'
					: Text extends MissingHost
						? 'missingHost'
						: Text extends MissingFormat
							? 'dataFormat'
							: 'dataMissing'
		: Text extends `${Beginnings[Kind]}${string}`
			? `${Kind}Source`
			: Text extends string
				? Lowercase<Text> extends `${Beginnings[Kind]}${string}`
					? 'sourceCase'
					: Lowercase<Text> extends `${LocalBeginning}${string}`
						? 'localSource'
						: `${Kind}Source`
				: `${Kind}Source`;

/** What is wrong with a literal as a source of this kind; `never` if it is one. Text that isn't a literal is left to the run time. */
export type LiteralFault<Kind extends MediaKind, Text> = {} extends { [Literal in Text & string]: 1 }
	? never
	: Text extends SourceTexts[Kind]
		? Text extends MalformedSource
			? SourceFault<Kind, Text>
			: never
		: SourceFault<Kind, Text>;

/** Returns what is wrong with a text as a source of this kind of medium; `undefined` if it is one. */
export function sourceFault(text: string, kind: MediaKind): FaultName | undefined {
	const { base64 } = spec.media[kind];
	const beginnings = [...spec.schemes, ...(base64 === undefined ? [] : [base64])];
	const beginning = beginnings.find((one) => text.startsWith(one));
	const rest = text.slice(beginning?.length);
	if (/^\s/.test(text)) return 'sourceSpace';
	if (beginning === undefined) {
		const start = text.slice(0, 20).toLowerCase();
		if (beginnings.some((one) => start.startsWith(one))) return 'sourceCase';
		return localBeginnings.some((one) => start.startsWith(one)) ? 'localSource' : `${kind}Source`;
	}
	if (beginning === base64) return rest.includes(';base64,') ? base64Fault(rest) : `${kind}Source`;
	if (/\s/.test(rest)) return 'sourceSpace';
	if (secondBeginning.test(rest)) return 'twoBeginnings';
	if (beginning === 'asset://') return rest === '' ? 'missingAssetId' : undefined;
	if (/^(?:[/?#:]|$)/.test(rest)) return 'missingHost';
	return canParseUrl(text) ? undefined : 'unreadableUrl';
}

/** Returns what is wrong with `<format>;base64,<data>`. */
function base64Fault(text: string): FaultName | undefined {
	const end = text.indexOf(';base64,');
	const data = text.slice(end + ';base64,'.length);
	if (/\s/.test(text)) return 'sourceSpace';
	if (secondBeginning.test(data)) return 'twoBeginnings';
	if (!/^[a-z\d][a-z\d.+-]*$/.test(text.slice(0, end))) return 'dataFormat';
	if (data === '') return 'dataMissing';
	return isBase64(data) ? undefined : 'dataInvalid';
}

/** Tells whether a text is standard base64, with or without the padding. */
function isBase64(data: string): boolean {
	const padding = /={0,2}$/.exec(data.slice(-2))?.[0].length ?? 0;
	const length = data.length - padding;
	if (length % 4 === 1 || (padding > 0 && data.length % 4 !== 0)) return false;
	return !/[^A-Za-z\d+/]/.test(data.slice(0, length));
}

/** The white space that a literal is most likely to have. */
type Space = ' ' | '\t' | '\n' | '\r';

type Scheme = (typeof spec.schemes)[number];

/** The beginnings of a source of each kind. A table, because a lookup costs the compiler least. */
interface Beginnings {
	image: Scheme | (typeof spec.media)['image']['base64'];
	video: Scheme;
	audio: Scheme | (typeof spec.media)['audio']['base64'];
}

type TwoBeginnings = `${Scheme | `${string};base64,`}${Scheme | 'data:'}${string}`;
type MissingAssetId = 'asset://';
type MissingHost = `http${'s' | ''}://` | `http${'s' | ''}://${'/' | '?' | '#' | ':'}${string}`;
type MissingFormat = `data:${'image' | 'audio'}/;base64,${string}`;
type MissingData = `data:${'image' | 'audio'}/${string};base64,`;

const secondBeginning = /^(?:https?:\/\/|asset:\/\/|data:)/;

/** The beginnings of what only the user's machine can read: a path, a file or an object URL. */
const localBeginnings = ['blob:', 'file:', './', '../', '/'] as const;
type LocalBeginning = (typeof localBeginnings)[number];
