import type { Subject } from './rules/field-sentences.js';
import { listed, type Listed } from './rules/values.js';
import { spec } from './spec.js';

// The sentences that contain a value.
export * from './rules/advice.js';
export * from './rules/advice-sentences.js';
export * from './rules/content-sentences.js';
export * from './rules/field-sentences.js';
export * from './rules/prompt-sentences.js';
export * from './rules/text-sentences.js';
export * from './rules/token-sentences.js';
export * from './rules/video-setting-sentences.js';
export { formatValue, isList, listed, separator, truncate } from './rules/values.js';

/**
 * Every rule of a request: its sentence and its source. `API page` stands for the page's own rules, `upstream` for those
 * of the model's own API behind the gateway, `this library` for ours. No code reads the table at run time, so a bundle
 * leaves it out.
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
	'exclusive-modes': { says: 'frames and references are not combined', source: 'API page' },
	'one-first-frame': { says: 'a request has at most one first frame', source: 'API page' },
	'one-last-frame': { says: 'a request has at most one last frame', source: 'API page' },
	'last-frame': { says: 'a last frame comes after a first frame', source: 'API page' },
	'too-many': { says: 'a request has no more references of a kind than the API takes', source: 'API page' },
	'audio-needs-visual': { says: 'audio comes with an image or a video', source: 'upstream' },
	source: { says: 'a source is a URL, an asset or, for images and audio, base64, and complete', source: 'API page' },
	'dangling-placeholder': { says: 'every @imageN, @videoN and @audioN in a text has its item', source: 'API page' },
	'near-placeholder': { says: 'a placeholder is written as the API page writes it: @image1', source: 'this library' },
	'web-search': { says: 'web search is used with text only', source: 'API page' },
	resolution: { says: 'a resolution is given, and is one that the API knows', source: 'API page' },
	ratio: { says: 'a ratio is one that the API knows', source: 'API page' },
	editing: { says: 'editing has a text, an image and a video, and nothing else', source: 'API page' },
	extension: { says: 'extension has a text and a video, and nothing else', source: 'API page' },
	duration: { says: 'a duration is a whole number of seconds that the API knows', source: 'API page' },
	'prompt-value': { says: 'a prompt is made of texts, numbers, handles and other prompts', source: 'this library' },
	'mixed-placeholder': {
		says: 'a prompt has handles or placeholders that are written by hand, not both',
		source: 'this library',
	},
	slot: { says: 'every slot of a template has a value, and every value has a slot', source: 'this library' },
	shots: {
		says: 'a prompt has one shot list at most, and its shots last as long as the video',
		source: 'this library',
	},
} as const satisfies Record<string, { says: string; source: 'API page' | 'upstream' | 'this library' }>;

/** The id of a rule, as in an issue's `rule`. */
export type RuleId = keyof typeof rules;

/**
 * The sentences that contain no value. The compiler prints them through {@link NotAllowed}; at run time an issue carries
 * them as its message. A `message` that names a verb has the same for a payload in `json`, unless no payload breaks the rule.
 */
export const refusals = {
	nothingToMake: {
		rule: 'nothing-to-make',
		message: 'the request is empty: call .text(), .firstFrame() or a reference verb',
		json: 'the request is empty: add a text, an image or a video to content',
	},
	oneText: {
		rule: 'one-text',
		message: 'a request has one text: put the whole prompt into a single .text()',
		json: 'a request has one text: put the whole prompt into a single text item',
	},
	blankText: {
		rule: 'blank-text',
		message: 'the text is blank: describe the video or remove .text()',
		json: 'the text is blank: describe the video or remove the item',
	},
	textFirst: {
		rule: 'order',
		message: 'the text comes first: call .text() before frames and references',
		json: 'the text comes first: put it before the images, videos and audio',
	},
	textMayBeMissing: {
		rule: 'nothing-to-make',
		message: 'the text may be undefined, and the request has nothing else: pass a text',
	},
	imagesBeforeVideos: {
		rule: 'order',
		message: 'images come before videos: call .referenceImage() before .referenceVideo()',
		json: 'images come before videos: put the image_url items before the video_url items',
	},
	imagesBeforeAudio: {
		rule: 'order',
		message: 'images come before audio: call .referenceImage() before .referenceAudio()',
		json: 'images come before audio: put the image_url items before the audio_url items',
	},
	videosBeforeAudio: {
		rule: 'order',
		message: 'videos come before audio: call .referenceVideo() before .referenceAudio()',
		json: 'videos come before audio: put the video_url items before the audio_url items',
	},
	framesOrReferences: {
		rule: 'exclusive-modes',
		message: 'frames and references cannot be combined: use .firstFrame() and .lastFrame(), or reference verbs',
		json: 'frames and references cannot be combined: use the roles first_frame and last_frame, or reference roles',
	},
	oneFirstFrame: {
		rule: 'one-first-frame',
		message: 'a request has one first frame: call .firstFrame() once',
		json: 'a request has one first frame: remove the others or give them another role',
	},
	oneLastFrame: {
		rule: 'one-last-frame',
		message: 'a request has one last frame: call .lastFrame() once',
		json: 'a request has one last frame: remove the others or give them another role',
	},
	lastFrameAlone: {
		rule: 'last-frame',
		message: 'a last frame requires a first frame: call .firstFrame() before .lastFrame()',
		json: 'a last frame requires a first frame: put an image with the role first_frame before it',
	},
	roleMissing: {
		rule: 'role',
		message: withValues('several images require a role each: write', () => spec.media.image.roles),
	},
	audioAlone: {
		rule: 'audio-needs-visual',
		message: 'audio requires an image or a video: call .referenceImage() or .referenceVideo() before .referenceAudio()',
		json: 'audio requires an image or a video: put an image_url or a video_url item before it',
	},
	searchTextOnly: {
		rule: 'web-search',
		message: 'web search works with text only: remove .webSearch(), or the images, videos and audio',
		json: 'web search works with text only: remove tools, or the images, videos and audio',
	},
	resolutionMissing: {
		rule: 'resolution',
		message: withValues('a resolution is required: call .resolution() with', () => spec.resolutions),
		json: withValues('a resolution is required: set resolution to', () => spec.resolutions),
	},
	imageSource: {
		rule: 'source',
		message: 'an image must be an http(s):// URL, asset://<id> or data:image/<format>;base64,<data>',
	},
	videoSource: { rule: 'source', message: 'a video must be an http(s):// URL or asset://<id>, not base64' },
	audioSource: {
		rule: 'source',
		message: 'audio must be an http(s):// URL, asset://<id> or data:audio/<format>;base64,<data>',
	},
	undefinedSource: { rule: 'source', message: 'a source may be undefined: spread it, ...(image ? [image] : [])' },
	sourceList: { rule: 'source', message: 'a list is passed as one source: spread it, ...images' },
	sourceSpace: { rule: 'source', message: 'a source has no white space: remove it, or write %20 in a URL' },
	sourceCase: {
		rule: 'source',
		message: 'the beginning of a source is in lower case: write http://, https://, asset:// or data:',
	},
	localSource: {
		rule: 'source',
		message:
			'the API cannot read a local file or a blob: upload it and pass its URL, or pass an image or audio as base64',
	},
	twoBeginnings: {
		rule: 'source',
		message: 'a source has one beginning: remove the second http://, https://, asset:// or data:',
	},
	missingAssetId: { rule: 'source', message: 'an asset requires an id: write asset://<id>' },
	missingHost: { rule: 'source', message: 'a URL requires a host: write https://<host>/<path>' },
	unreadableUrl: { rule: 'source', message: 'a URL cannot be parsed: correct its host or its port' },
	dataFormat: {
		rule: 'source',
		message:
			'a base64 source requires its format in lower case: write data:image/png;base64,<data> or data:audio/wav;base64,<data>',
	},
	dataMissing: { rule: 'source', message: 'a base64 source requires data: write it after ;base64,' },
	dataInvalid: {
		rule: 'source',
		message: 'the data of a base64 source is invalid: encode the file as standard base64, with the letters + and /',
	},
	editText: { rule: 'editing', message: 'editing requires a text: call .text() and describe the change' },
	editImage: { rule: 'editing', message: 'editing requires a reference image: call .referenceImage()' },
	editVideo: { rule: 'editing', message: 'editing requires the video to edit: call .referenceVideo()' },
	editOthers: { rule: 'editing', message: 'editing accepts only a text, images and videos: remove the rest' },
	extendText: { rule: 'extension', message: 'extension requires a text: call .text() and describe what follows' },
	extendVideo: { rule: 'extension', message: 'extension requires the video to extend: call .referenceVideo()' },
	extendOthers: { rule: 'extension', message: 'extension accepts only a text and videos: remove the rest' },
	oneShotList: { rule: 'shots', message: 'a prompt has one shot list: put all shots into a single shotList()' },
	notBuilt: { rule: 'shape', message: 'this is a chain and not a request: call .build() and pass the result' },
	unreadable: { rule: 'unreadable', message: 'reading the request threw an error: pass plain JSON data' },
} as const satisfies Record<string, Refusal>;

/** What is refused: its rule and its sentence. */
export interface Refusal {
	readonly rule: RuleId;

	/** The sentence for a chain, and for a payload if that has none of its own. */
	readonly message: string;

	/** The sentence for a payload. */
	readonly json?: string;
}

/** The sentence of a refusal for a chain or a payload. */
export function messageFor(subject: Subject, { message, json = message }: Refusal): string {
	return subject === 'json' ? json : message;
}

declare const rule: unique symbol;

/**
 * The type of what a rule refuses: a verb that may not be called at a stage, or a value that may not be passed. No value
 * has this type, so the compiler's error prints it with the sentence.
 */
export interface NotAllowed<Message extends string> {
	// A function, because an intersection of two different literals would be `never`.
	readonly [rule]: () => Message;
}

/** A sentence of {@link refusals}, by its name. */
export type Sentence<Name extends keyof typeof refusals> = (typeof refusals)[Name]['message'];

/** The sentence of {@link refusals} for a payload, by its name. */
export type JsonSentence<Name extends keyof typeof refusals> = Name extends Name
	? (typeof refusals)[Name] extends { readonly json: infer Json extends string }
		? Json
		: Sentence<Name>
	: never;

/**
 * Ends a sentence with a list of values. They come from a function, which a bundler can leave out.
 *
 * @__NO_SIDE_EFFECTS__
 */
function withValues<Text extends string, const Values extends readonly string[]>(
	text: Text,
	values: () => Values,
): `${Text} ${Listed<Values>}` {
	return `${text} ${listed(values()) as Listed<Values>}`;
}
