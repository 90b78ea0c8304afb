import { fromCurl, isInvalidRequestError, normalizeReferences, toCode } from 'seedance-builder';
import { placeholderPattern } from '../../../src/prompt/placeholders.js';
import { verbName } from '../../../src/request/verb-name.js';
import { mediaKinds, spec, type MediaKind } from '../../../src/spec.js';

/** The program that a pasted text becomes, and what a person should know of it; or why it becomes none. */
export type Pasted =
	| { readonly type: 'code'; readonly code: string; readonly notes: readonly string[] }
	| { readonly type: 'refused'; readonly sentences: readonly string[] };

/**
 * Makes a program of a text that somebody pastes: a curl command or a JSON request as the chain that builds it, any other text as a
 * prompt, with a placeholder of a URL for each reference in it.
 */
export function readPasted(text: string): Pasted {
	const pasted = withoutFence(text.trim());
	if (pasted === '') return { type: 'refused', sentences: [nothingPasted] };
	try {
		if (isCommand(pasted))
			return { type: 'code', code: toCode(fromCurl(pasted)), notes: ['The curl command is now a chain.'] };
		if (isJson(pasted)) return { type: 'code', code: toCode(pasted), notes: ['The request is now a chain.'] };
		return readPrompt(pasted);
	} catch (error) {
		if (!isInvalidRequestError(error)) throw error;
		return { type: 'refused', sentences: error.issues.map(({ message }) => message) };
	}
}

/** The sentence about an empty box. */
export const nothingPasted = 'the box is empty: paste a prompt, a curl command or a JSON request';

/** Whether a text is a command of curl, or of another tool, which `fromCurl` refuses by name. */
function isCommand(text: string): boolean {
	return /^(?:curl(?:\.exe)?\s|wget\s|(?:await\s+)?fetch\(|Invoke-\w+\s)/.test(text);
}

function isJson(text: string): boolean {
	return /^\{\s*(?:"|\})/.test(text);
}

/** Returns the text in a block of Markdown, and any other text as it is. */
function withoutFence(text: string): string {
	return /^```\w*\n([^]*?)\n?```$/.exec(text)?.[1]?.trim() ?? text;
}

function readPrompt(pasted: string): Pasted {
	const { text, changes } = normalizeReferences(pasted);
	const counts = countsIn(text);
	const calls = mediaKinds.flatMap((kind) => (counts[kind] > 0 ? [referencesTo(kind, counts[kind])] : []));
	const [resolution] = spec.resolutions;
	const code = [
		`import { video } from 'seedance-builder';\n\nexport const request = video()`,
		`\t.text(${literal(text)})`,
		...calls,
		`\t.resolution('${resolution}')\n\t.build();\n`,
	].join('\n');
	const notes = [
		'The prompt is now a chain.',
		...changes.slice(0, mostNotes).map(({ from, to }) => `"${from}" is now ${to.trim()}.`),
		...(calls.length > 0 ? ['Replace each https://example.com/… with the URL of your file.'] : []),
		`The resolution is ${resolution}: change it if you want another.`,
	];
	return { type: 'code', code, notes };
}

const mostNotes = 10;

/** The highest number of each kind among the placeholders of a text, but no more than a request takes. */
function countsIn(text: string): Readonly<Record<MediaKind, number>> {
	const counts: Record<MediaKind, number> = { image: 0, video: 0, audio: 0 };
	for (const [placeholder] of text.matchAll(placeholderPattern())) {
		const kind = mediaKinds.find((kind) => placeholder.startsWith(kind, 1))!;
		const number = Number(placeholder.slice(1 + kind.length));
		counts[kind] = Math.max(counts[kind], Math.min(number, spec.media[kind].most));
	}
	return counts;
}

function referencesTo(kind: MediaKind, count: number): string {
	const extension = { image: 'png', video: 'mp4', audio: 'mp3' }[kind];
	const urls = Array.from({ length: count }, (_, index) => `'https://example.com/${kind}${index + 1}.${extension}'`);
	const verb = `\t.${verbName(`reference_${kind}`)}`;
	return urls.length === 1 ? `${verb}(${urls[0]})` : `${verb}(\n${urls.map((url) => `\t\t${url},\n`).join('')}\t)`;
}

/** Writes a prompt as a literal: on several lines in backticks, else in single quotes. */
function literal(text: string): string {
	if (text.includes('\n')) return `\`${text.replaceAll(/[\\`]|\$(?=\{)/g, '\\$&').replaceAll('\r', '')}\``;
	return `'${text.replaceAll(/[\\']/g, '\\$&')}'`;
}
