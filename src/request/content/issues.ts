import type { RequestIssue } from '../../errors/invalid-request-error.js';
import { sourceFault } from '../../media/source-fault.js';
import { isBlank } from '../../prompt/blank.js';
import { nearPlaceholders } from '../../prompt/dialects.js';
import { danglingPlaceholders } from '../../prompt/placeholders.js';
import {
	messageFor,
	mixedPlaceholder,
	refusals,
	shotsDiffer,
	tooMany,
	type Refusal,
	type Subject,
} from '../../rules.js';
import { mediaKinds, spec, type MediaKind } from '../../spec.js';
import { readContent, type FoundContent, type FoundMedium } from './read.js';

/** The function that a chain starts with. `video` allows every mode. */
export type PinnedMode = 'video' | 'edit' | 'extend';

/** What a chain knows of its request, beside the payload. */
export interface ChainFacts {
	readonly mode: PinnedMode;

	/** The lengths of the shot lists in its text, in seconds. */
	readonly shots?: readonly number[] | undefined;

	/** A placeholder in its text that is written by hand beside the handles of a prompt. */
	readonly mixed?: string | undefined;
}

/** Checks the rules between the items of a request's content. Skips what has the wrong shape: `shape/issues.ts` reports it. */
export function contentIssues(request: unknown, facts: ChainFacts, subject: Subject): RequestIssue[] {
	const content = readContent(request);
	if (content === undefined) return [];
	const issues: RequestIssue[] = [];
	const report: Report = (refusal, ...path) =>
		void issues.push({ rule: refusal.rule, path, message: messageFor(subject, refusal) });
	for (const rule of contentRules) rule(content, report, subject);
	composition(content, facts, report);
	pinnedRules[facts.mode](content, report, subject);
	return issues;
}

/** Adds an issue: what is refused, and its path. */
type Report = (refusal: Refusal, ...path: RequestIssue['path']) => void;
type Rule = (content: FoundContent, report: Report, subject: Subject) => void;

const contentRules: readonly Rule[] = [
	somethingToMake,
	texts,
	order,
	roles,
	frames,
	counts,
	audioBesideVisual,
	sources,
	placeholders,
	webSearch,
];

/** The further rules of a chain's own mode. */
const pinnedRules: Readonly<Record<PinnedMode, Rule>> = {
	video: () => {},
	edit: editing,
	extend: extension,
};

function somethingToMake({ isEmpty }: FoundContent, report: Report): void {
	if (isEmpty) report(refusals.nothingToMake, 'content');
}

function texts({ texts }: FoundContent, report: Report): void {
	texts.forEach(({ index, text }, position) => {
		if (position > 0) report(refusals.oneText, 'content', index);
		if (typeof text === 'string' && isBlank(text)) report(refusals.blankText, 'content', index, 'text');
	});
}

function order({ texts, media }: FoundContent, report: Report): void {
	const [text] = texts;
	const [first] = media;
	if (text && first && first.index < text.index) report(refusals.textFirst, 'content', text.index);

	let latest: MediaKind = 'image';
	for (const { kind, index } of media) {
		const sentence = misplaced[kind][latest];
		if (sentence === undefined) latest = kind;
		else report(refusals[sentence], 'content', index);
	}
}

/** The sentence for an item of the first kind after one of the second. */
const misplaced: Readonly<Record<MediaKind, Partial<Record<MediaKind, keyof typeof refusals>>>> = {
	image: { video: 'imagesBeforeVideos', audio: 'imagesBeforeAudio' },
	video: { audio: 'videosBeforeAudio' },
	audio: {},
};

function roles({ media }: FoundContent, report: Report): void {
	const plain = media.find(isPlainImage);
	if (plain && soleImage(media) === undefined) report(refusals.roleMissing, 'content', plain.index);
}

function isPlainImage({ kind, role }: FoundMedium): boolean {
	return kind === 'image' && role === undefined;
}

function soleImage(media: readonly FoundMedium[]): FoundMedium | undefined {
	const images = media.filter(({ kind }) => kind === 'image');
	return images.length === 1 ? images[0] : undefined;
}

function frames({ media }: FoundContent, report: Report): void {
	const references = media.filter(({ isReference }) => isReference);
	const sole = soleImage(media); // without a role, a sole image is a first frame
	const first = media.filter((medium) => medium.role === 'first_frame' || (medium === sole && isPlainImage(medium)));
	const last = media.filter(({ role }) => role === 'last_frame');

	const [frame] = [...first, ...last];
	const [reference] = references;
	if (frame && reference) {
		return report(refusals.framesOrReferences, 'content', Math.max(frame.index, reference.index));
	}
	if (first[1]) report(refusals.oneFirstFrame, 'content', first[1].index);
	if (last[1]) report(refusals.oneLastFrame, 'content', last[1].index);
	if (last[0] && !(first[0] && first[0].index < last[0].index)) {
		report(refusals.lastFrameAlone, 'content', last[0].index);
	}
}

function counts({ media }: FoundContent, report: Report): void {
	for (const kind of mediaKinds) {
		const excess = media.filter((medium) => medium.kind === kind && medium.isReference)[spec.media[kind].most];
		if (excess) report({ rule: 'too-many', message: tooMany(kind) }, 'content', excess.index);
	}
}

function audioBesideVisual({ media }: FoundContent, report: Report): void {
	const [first] = media;
	if (first && media.every(({ kind }) => kind === 'audio')) {
		report(refusals.audioAlone, 'content', first.index);
	}
}

function sources({ media }: FoundContent, report: Report, subject: Subject): void {
	for (const medium of media) {
		const { kind, url, index } = medium;
		const isSpread = subject === 'json' || !medium.isReference;
		const fault = typeof url === 'string' ? sourceFault(url, kind) : isSpread ? undefined : unspreadFault(url);
		if (fault) report(refusals[fault], 'content', index, spec.media[kind].type, 'url');
	}
}

/** Returns what is wrong with an argument of a reference verb that should have been spread. */
function unspreadFault(source: unknown): 'undefinedSource' | 'sourceList' | undefined {
	if (source === undefined) return 'undefinedSource';
	return Array.isArray(source) ? 'sourceList' : undefined;
}

function placeholders({ texts, media }: FoundContent, report: Report): void {
	const attached = { image: 0, video: 0, audio: 0 };
	for (const { kind } of media) attached[kind]++;
	// Further texts are refused, whatever they say.
	const [first] = texts;
	if (typeof first?.text !== 'string') return;
	for (const message of danglingPlaceholders(first.text, attached)) {
		report({ rule: 'dangling-placeholder', message }, 'content', first.index, 'text');
	}
	for (const message of nearPlaceholders(first.text)) {
		report({ rule: 'near-placeholder', message }, 'content', first.index, 'text');
	}
}

/** Checks that what a text is composed of fits together, and fits the duration. */
function composition({ texts: [text], fields }: FoundContent, { shots = [], mixed }: ChainFacts, report: Report): void {
	const { duration } = fields;
	const [seconds] = shots;
	const path = ['content', text?.index ?? 0, 'text'];
	if (mixed !== undefined) report({ rule: 'mixed-placeholder', message: mixedPlaceholder(mixed) }, ...path);
	if (shots.length > 1) report(refusals.oneShotList, ...path);
	else if (seconds !== undefined && typeof duration === 'number' && duration !== seconds) {
		report({ rule: 'shots', message: shotsDiffer(duration, seconds) }, 'duration');
	}
}

function webSearch(content: FoundContent, report: Report): void {
	if (searchesWeb(content) && content.media.length > 0) report(refusals.searchTextOnly, 'tools');
}

function searchesWeb({ fields: { tools } }: FoundContent): boolean {
	return Array.isArray(tools) && tools.length > 0;
}

function editing(content: FoundContent, report: Report): void {
	const { media } = content;
	const has = (kind: MediaKind): boolean => media.some((medium) => medium.kind === kind && medium.isReference);
	const other = media.find((medium) => medium.kind === 'audio' || !medium.isReference);
	pinnedText(content, 'editText', report);
	if (!has('image')) report(refusals.editImage, 'content');
	if (!has('video')) report(refusals.editVideo, 'content');
	if (other) report(refusals.editOthers, 'content', other.index);
	if (searchesWeb(content)) report(refusals.editOthers, 'tools');
}

function extension(content: FoundContent, report: Report): void {
	const { media } = content;
	const other = media.find(({ kind }) => kind !== 'video');
	pinnedText(content, 'extendText', report);
	if (!media.some(({ kind }) => kind === 'video')) report(refusals.extendVideo, 'content');
	if (other) report(refusals.extendOthers, 'content', other.index);
	if (searchesWeb(content)) report(refusals.extendOthers, 'tools');
}

/** Reports a missing text: with media, as a text that must come first. */
function pinnedText({ texts, media: [first] }: FoundContent, missing: 'editText' | 'extendText', report: Report): void {
	if (texts.length > 0) return;
	if (first) report(refusals.textFirst, 'content', first.index);
	else report(refusals[missing], 'content');
}
