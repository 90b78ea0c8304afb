import { shotFormats } from '../src/prompt/shots/formats.js';
import { files, mediaKinds, pixels, promptLength, spec, tokenFormula, type MediaKind } from '../src/spec.js';

/**
 * Compares the digits of a comment with `spec.ts`.
 *
 * @param isStrict Whether a number that no phrase here explains is an error too.
 * @returns What is wrong, in words. Empty where all is right.
 */
export function wrongDigits(comment: string, isStrict: boolean): string[] {
	const wrong: string[] = [];
	let rest = comment;
	for (const { phrase, isRight } of isStrict ? [...phrases, ...ownPhrases] : phrases) {
		rest = rest.replaceAll(phrase, (...match) => {
			const [text, ...groups] = match.slice(0, -2) as string[];
			const before = comment.slice(0, comment.indexOf(text!));
			if (!isRight(groups.map(bare), kindIn(before))) wrong.push(`"${text}" is not what spec.ts says`);
			return ' ';
		});
	}
	const unexplained = others.reduce((text, other) => text.replaceAll(other, ' '), rest).match(/\S*\d\S*/g) ?? [];
	return isStrict ? [...wrong, ...unexplained.map((number) => `"${number}" is in no known phrase`)] : wrong;
}

interface Phrase {
	readonly phrase: RegExp;

	/** Tells whether the groups of the phrase are right, after the last kind of media that the comment names before it. */
	readonly isRight: (groups: readonly string[], kind: MediaKind | undefined) => boolean;
}

const { media, durations } = spec;
const limits = (kind: MediaKind | undefined) => kind && { ...media[kind], ...files[kind] };
const kindOf = (noun: string | undefined): MediaKind | undefined => mediaKinds.find((kind) => noun?.startsWith(kind));
const same = (groups: readonly string[], values: readonly unknown[] | undefined): boolean =>
	groups.join() === values?.join();

/** The phrases in which a comment may state a fact of the API. */
const phrases: readonly Phrase[] = [
	{
		phrase: /`((?:Shot|\[)[^`…]*)…`/g,
		isRight: ([label]) => Object.values(shotFormats).some((format) => format(1, 0, 4) === label),
	},
	{ phrase: /\bshot\((\d+),/g, isRight: ([seconds]) => Number(seconds) >= 1 && Number(seconds) <= durations.at(-1)! },
	{ phrase: /\b(\d+) to (\d+)(?: s)? in all/g, isRight: (groups) => same(groups, [durations[0], durations.at(-1)]) },
	{ phrase: /\.duration; \/\/ (\d+)/g, isRight: ([seconds]) => durations.some((one) => String(one) === seconds) },
	{ phrase: /at most (\d+) in all/g, isRight: (groups, kind) => same(groups, [limits(kind)?.most]) },
	{
		phrase: /\b(\d+) (?:reference )?(images?|videos?|audio clips?)\b/g,
		isRight: ([number, noun]) => Number(number) === limits(kindOf(noun))?.most,
	},
	{ phrase: /\b(\w+) or (\w+)(?=, at most)/g, isRight: (groups, kind) => same(groups, limits(kind)?.formats) },
	{ phrase: /at most (\d+) MB\b/g, isRight: (groups, kind) => same(groups, [limits(kind)?.megabytes]) },
	{ phrase: /\b(\d+) (?:to|–) (\d+) s\b/g, isRight: (groups, kind) => same(groups, limits(kind)?.seconds) },
	{ phrase: /seconds, (\d+) to (\d+)/g, isRight: (groups) => same(groups, [durations[0], durations.at(-1)]) },
	{ phrase: /\.duration\((\d+)\)/g, isRight: ([seconds]) => durations.some((one) => String(one) === seconds) },
	{ phrase: /([\d,]+) Chinese characters/g, isRight: (groups) => same(groups, [promptLength.chineseCharacters]) },
	{ phrase: /([\d,]+) English words/g, isRight: (groups) => same(groups, [promptLength.englishWords]) },
	{
		phrase: /\((\d+) × \(input \+ output seconds\) \+ (\d+)\) × width × height \/ (\d+)/g,
		isRight: (groups) =>
			same(groups, [tokenFormula.framesPerSecond, tokenFormula.extraFrames, tokenFormula.pixelsPerToken]),
	},
	{ phrase: /\b(\d+) hours\b/g, isRight: (groups) => same(groups, [spec.resultLifetime / 3_600_000]) },
	{ phrase: /\b(\d+(?:p|k))\b/gi, isRight: ([tier]) => spec.resolutions.some((one) => one === tier) },
	{ phrase: /\b(\d+:\d+)\b/g, isRight: ([ratio]) => spec.ratios.some((one) => one === ratio) },
	{
		phrase: /@(image|video|audio)(\d+)/g,
		isRight: ([kind, number]) => Number(number) >= 1 && Number(number) <= (limits(kindOf(kind))?.most ?? 0),
	},
	{ phrase: /\b(seedance-\d[\w.-]*)/g, isRight: (groups) => same(groups, [spec.model]) },
	{ phrase: /(\/v\d[\w/]*)/g, isRight: ([path]) => spec.path.startsWith(path!) || path === `${spec.path}/` },
];

/** Those that are about something else in a file that is not about the API. */
const ownPhrases: readonly Phrase[] = [
	{ phrase: /@default (\d+)/g, isRight: (groups) => same(groups, [spec.defaults.duration]) },
	{
		phrase: /\/\/ (\d+), (\d+)|\b(\d+) ?[x×] ?(\d+)\b/g,
		isRight: (groups) => sizes.has(groups.filter(Boolean).join()),
	},
];

/** What else holds a digit and states nothing about the API. */
const others: readonly RegExp[] = [
	/https?:\/\/\S+/g,
	/base64|utf8|UTF-8|Seedance 2\.0/g,
	/numbered by kind from 1|seconds, 1 or more/g,
	// A value for a slot.
	/times: 3/g,
	/`[^`]*\$\{[^`]*`/g,
	// References in the forms of other tools.
	/[@[<](?:Image|Audio|图片?|视频|音频)[ _]?1[\]>]?|<<<image_1>>>/g,
	// Of the compiler: what it prints, how deep it goes, the number of an error.
	/160th character|990 `@`|TS\d+/g,
];

const sizes = new Set(Object.values(pixels).flatMap((row) => Object.values(row).map((size) => size.join())));

function kindIn(text: string): MediaKind | undefined {
	const nouns = text.toLowerCase().match(new RegExp(mediaKinds.join('|'), 'g'));
	return kindOf(nouns?.at(-1));
}

function bare(group: string | undefined): string {
	return group?.replaceAll(',', '') ?? '';
}
