import { spec, type MediaKind } from './spec.js';

const { media, durations } = spec;

/**
 * Every rule of a request: what it says, and who says so. The page's own rules are `API page`; `upstream` is the model's
 * own API behind the gateway, which refuses what the page doesn't mention; `this library` is ours. For people to read: no
 * code needs it at run time, so that a bundle leaves it out.
 */
export const rules = {
	unreadable: { says: 'a request can be read without an error', source: 'this library' },
	shape: { says: 'every field has the JSON type that the API page gives it', source: 'API page' },
	'unknown-field': { says: 'a request has only the fields that the API page names', source: 'API page' },
	'nothing-to-make': { says: 'a request has a text, a frame or a reference', source: 'API page' },
	'one-text': { says: 'a request has at most one text', source: 'API page' },
	'blank-text': { says: 'a text is not blank', source: 'this library' },
	order: { says: 'content comes in the order text, images, videos, audio', source: 'API page' },
	role: { says: 'a role fits its medium, and each of several images has one', source: 'API page' },
	'exclusive-modes': { says: 'frames and references exclude each other', source: 'API page' },
	'one-first-frame': { says: 'a request has at most one first frame', source: 'API page' },
	'one-last-frame': { says: 'a request has at most one last frame', source: 'API page' },
	'last-frame': { says: 'a last frame comes after a first frame', source: 'API page' },
	'too-many': { says: 'a request has no more references of a kind than the API takes', source: 'API page' },
	'audio-needs-visual': { says: 'audio has an image or a video beside it', source: 'upstream' },
	source: { says: 'a source is a URL, an asset or, for images and audio, base64', source: 'API page' },
	'dangling-placeholder': { says: 'every @imageN, @videoN and @audioN in a text has its item', source: 'API page' },
	'web-search': { says: 'web search goes with text alone', source: 'API page' },
	resolution: { says: 'a resolution is given, and is one that the API knows', source: 'API page' },
	ratio: { says: 'a ratio is one that the API knows', source: 'API page' },
	editing: { says: 'editing has a text, an image and a video, and nothing else', source: 'API page' },
	extension: { says: 'extension has a text and a video, and nothing else', source: 'API page' },
	duration: { says: 'a duration is a whole number of seconds that the API knows', source: 'API page' },
} as const satisfies Record<string, { says: string; source: 'API page' | 'upstream' | 'this library' }>;

/** The name of a rule, as an issue's `rule` gives it. */
export type RuleId = keyof typeof rules;

/**
 * The sentences with no value in them. The compiler prints them through {@link NotAllowed}, an issue carries them at run
 * time: one text for both.
 */
export const refusals = {
	nothingToMake: {
		rule: 'nothing-to-make',
		message: 'there is nothing to make yet: call .text(), .firstFrame() or a reference verb',
	},
	oneText: { rule: 'one-text', message: 'a request has one text: put the whole prompt into a single .text()' },
	blankText: { rule: 'blank-text', message: 'the text is blank: say what should be seen, or leave .text() out' },
	textFirst: { rule: 'order', message: 'the text comes first: call .text() before frames and references' },
	imagesBeforeVideos: {
		rule: 'order',
		message: 'images come before videos: call .referenceImage() before .referenceVideo()',
	},
	imagesBeforeAudio: {
		rule: 'order',
		message: 'images come before audio: call .referenceImage() before .referenceAudio()',
	},
	videosBeforeAudio: {
		rule: 'order',
		message: 'videos come before audio: call .referenceVideo() before .referenceAudio()',
	},
	framesOrReferences: {
		rule: 'exclusive-modes',
		message:
			'frames and references exclude each other: use .firstFrame() and .lastFrame(), or reference verbs, not both',
	},
	oneFirstFrame: { rule: 'one-first-frame', message: 'a request has one first frame: call .firstFrame() once' },
	oneLastFrame: { rule: 'one-last-frame', message: 'a request has one last frame: call .lastFrame() once' },
	lastFrameAlone: {
		rule: 'last-frame',
		message: 'a last frame needs a first frame: call .firstFrame() before .lastFrame()',
	},
	roleMissing: {
		rule: 'role',
		message: 'several images need a role each: write first_frame, last_frame or reference_image',
	},
	audioAlone: {
		rule: 'audio-needs-visual',
		message:
			'audio needs an image or a video beside it: call .referenceImage() or .referenceVideo() before .referenceAudio()',
	},
	searchTextOnly: {
		rule: 'web-search',
		message: 'web search goes with text alone: leave out .webSearch(), or the images, videos and audio',
	},
	resolutionMissing: {
		rule: 'resolution',
		message: 'a resolution is required: call .resolution() with 720p, 1080p or 2k',
	},
	imageSource: {
		rule: 'source',
		message: 'an image is an http(s):// URL, asset://<id> or data:image/<format>;base64,<data>',
	},
	videoSource: { rule: 'source', message: 'a video is an http(s):// URL or asset://<id>, never base64' },
	audioSource: {
		rule: 'source',
		message: 'audio is an http(s):// URL, asset://<id> or data:audio/<format>;base64,<data>',
	},
	editText: { rule: 'editing', message: 'editing needs a text: call .text() and say what changes' },
	editImage: { rule: 'editing', message: 'editing needs a reference image: call .referenceImage()' },
	editVideo: { rule: 'editing', message: 'editing needs the video to edit: call .referenceVideo()' },
	editOthers: { rule: 'editing', message: 'editing takes a text, images and videos: leave out the rest' },
	extendText: { rule: 'extension', message: 'extension needs a text: call .text() and say what follows' },
	extendVideo: { rule: 'extension', message: 'extension needs the video to extend: call .referenceVideo()' },
	extendOthers: { rule: 'extension', message: 'extension takes a text and videos: leave out the rest' },
	unreadable: { rule: 'unreadable', message: 'reading the request threw an error: pass plain JSON data' },
} as const satisfies Record<string, { rule: RuleId; message: string }>;

declare const rule: unique symbol;

/**
 * The type of what a rule shuts out: a verb at a stage where it may not be called, or a value where it may not stand.
 * Nothing has this type, so that the compiler's error prints it, and with it the sentence.
 */
export interface NotAllowed<Message extends string> {
	// A function, because an intersection of two unlike literals would be `never`.
	readonly [rule]: () => Message;
}

/** A sentence without a value, by its name in {@link refusals}. */
export type Sentence<Name extends keyof typeof refusals> = (typeof refusals)[Name]['message'];

/** The sentence for one reference too many. */
export type TooMany<Kind extends MediaKind> =
	`at most ${(typeof media)[Kind]['most']} reference ${Plural[Kind]} fit in a request: leave out the rest`;

/** The sentence for one reference too many. */
export function tooMany<Kind extends MediaKind>(kind: Kind): TooMany<Kind> {
	const most: (typeof media)[Kind]['most'] = media[kind].most;
	return `at most ${most} reference ${plural[kind]} fit in a request: leave out the rest`;
}

/** The sentence for a placeholder without its item. */
export type Dangling<
	Kind extends string,
	Number extends string,
> = `@${Kind}${Number} points at nothing: attach that ${Kind} or correct the number`;

/** The sentence for a placeholder without its item. */
export function dangling<Kind extends string, Number extends string>(
	kind: Kind,
	number: Number,
): Dangling<Kind, Number> {
	return `@${kind}${number} points at nothing: attach that ${kind} or correct the number`;
}

/** The sentence for a duration out of range. */
export type BadDuration<Seconds extends number> =
	`duration ${Seconds} does not fit: choose a whole number of seconds from ${Shortest} to ${Longest}`;

/** The sentence for a duration out of range. */
export function badDuration<Seconds extends number>(seconds: Seconds): BadDuration<Seconds> {
	return `duration ${seconds} does not fit: choose a whole number of seconds from ${durations[0]} to ${durations[11]}`;
}

/** The sentence for a value that is none of a field's choices. */
export function notOneOf(field: string, value: unknown, choices: readonly unknown[]): string {
	if (value === undefined) return wrongType(field, value, listed(choices));
	return `${field} ${brief(value)} does not fit: choose ${listed(choices)}`;
}

/** The sentence for a value of the wrong JSON type, or a field that isn't there. */
export function wrongType(field: string, value: unknown, expected: string): string {
	const found = value === undefined ? 'is missing' : `is ${brief(value)}`;
	return `${field} ${found}: give ${expected}`;
}

/** The sentence for a field that the API page doesn't name. */
export function unknownField(field: string, meant: string | undefined): string {
	return `${brief(field)} is no field here: ${meant === undefined ? 'leave it out' : `did you mean ${meant}?`}`;
}

/** The choices as prose: `720p, 1080p or 2k`. */
function listed(choices: readonly unknown[]): string {
	return choices.length < 2 ? choices.join() : `${choices.slice(0, -1).join(', ')} or ${choices.slice(-1).join()}`;
}

/** A text as a message can hold it: its beginning, where it is longer than that. */
export function cut(text: string, longest: number): string {
	return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** A value as a sentence can hold it: text is quoted and cut, anything that isn't text or a number is named by its type. */
export function brief(value: unknown): string {
	if (typeof value === 'string') return JSON.stringify(cut(value, 40));
	if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value);
	if (Array.isArray(value)) return 'a list';
	return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

type Shortest = (typeof durations)[0];
type Longest = (typeof durations)[11];

const plural = { image: 'images', video: 'videos', audio: 'audio clips' } as const;
type Plural = typeof plural;
