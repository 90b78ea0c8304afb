import type { RuleId } from '../../src/rules.js';

export const text = { type: 'text', text: 'A cat' };
export const image = (role?: string, url = 'https://example.com/cat.jpg') => ({
	type: 'image_url',
	image_url: { url },
	...(role && { role }),
});
const reference = image('reference_image');
const clip = { type: 'video_url', video_url: { url: 'https://example.com/cat.mp4' }, role: 'reference_video' };
export const music = { type: 'audio_url', audio_url: { url: 'https://example.com/cat.mp3' }, role: 'reference_audio' };

export const request = (content: unknown, fields: object = {}): object => ({
	model: 'seedance-2.0-ultra',
	content,
	resolution: '720p',
	...fields,
});

/** A request that breaks one rule or several, and the issue of the first. */
export interface BrokenRequest {
	readonly rule: RuleId;
	readonly json: unknown;
	readonly path: readonly (string | number)[];
	readonly message: RegExp;
}

/** Requests that break rules: at least one for each rule that a payload can break. */
export const broken: readonly BrokenRequest[] = [
	{ rule: 'shape', json: null, path: [], message: /^request is null: give an object$/ },
	{ rule: 'shape', json: request('A cat'), path: ['content'], message: /^content is "A cat": give a list of items$/ },
	{ rule: 'shape', json: request([7]), path: ['content', 0], message: /^item is 7: give an object/ },
	{
		rule: 'shape',
		json: request([{ type: 'txt' }]),
		path: ['content', 0, 'type'],
		message: /^type "txt" is invalid/,
	},
	{ rule: 'shape', json: request([{ type: 'text' }]), path: ['content', 0, 'text'], message: /^text is missing/ },
	{
		rule: 'shape',
		json: request([text], { model: 'seedance-2.0' }),
		path: ['model'],
		message: /choose seedance-2.0-ultra$/,
	},
	{ rule: 'shape', json: request([text], { watermark: 'no' }), path: ['watermark'], message: /give true or false$/ },
	{
		rule: 'shape',
		json: request([text], { tools: [] }),
		path: ['tools'],
		message: /^tools is empty: remove it, or write \[{ "type": "web_search" }\]$/,
	},
	{
		rule: 'unknown-field',
		json: request([text], { watermrk: true }),
		path: ['watermrk'],
		message: /did you mean watermark\?$/,
	},
	{
		rule: 'unknown-field',
		json: request([text], { generateAudio: true }),
		path: ['generateAudio'],
		message: /mean generate_audio\?$/,
	},
	{
		rule: 'unknown-field',
		json: request([text], { aspect_ratio: '1:1' }),
		path: ['aspect_ratio'],
		message: /mean ratio\?$/,
	},
	{
		rule: 'unknown-field',
		json: request([text], { negative_prompt: 'dogs' }),
		path: ['negative_prompt'],
		message: /remove it$/,
	},
	{
		rule: 'unknown-field',
		json: request([{ ...text, role: 'first_frame' }]),
		path: ['content', 0, 'role'],
		message: /remove it$/,
	},
	{ rule: 'unknown-field', json: request([{ ...text, txt: 1 }]), path: ['content', 0, 'txt'], message: /mean text\?$/ },
	{ rule: 'nothing-to-make', json: request([]), path: ['content'], message: /^the request is empty/ },
	{
		rule: 'blank-text',
		json: request([{ type: 'text', text: ' \n\u3000' }]),
		path: ['content', 0, 'text'],
		message: /^the text is blank/,
	},
	{ rule: 'one-text', json: request([text, text]), path: ['content', 1], message: /^a request has one text/ },
	{ rule: 'order', json: request([reference, text]), path: ['content', 1], message: /^the text comes first/ },
	{ rule: 'order', json: request([clip, reference]), path: ['content', 1], message: /^images come before videos/ },
	{
		rule: 'order',
		json: request([reference, music, image('reference_image')]),
		path: ['content', 2],
		message: /^images come before audio/,
	},
	{
		rule: 'order',
		json: request([reference, music, clip]),
		path: ['content', 2],
		message: /^videos come before audio/,
	},
	{
		rule: 'exclusive-modes',
		json: request([image('first_frame'), reference]),
		path: ['content', 1],
		message: /cannot be combined/,
	},
	{ rule: 'exclusive-modes', json: request([image(), clip]), path: ['content', 1], message: /cannot be combined/ },
	{
		rule: 'one-first-frame',
		json: request([image('first_frame'), image('first_frame')]),
		path: ['content', 1],
		message: /one first frame/,
	},
	{
		rule: 'one-last-frame',
		json: request([image('first_frame'), image('last_frame'), image('last_frame')]),
		path: ['content', 2],
		message: /one last frame/,
	},
	{
		rule: 'last-frame',
		json: request([image('last_frame')]),
		path: ['content', 0],
		message: /^a last frame requires a first/,
	},
	{
		rule: 'last-frame',
		json: request([image('last_frame'), image('first_frame')]),
		path: ['content', 0],
		message: /^a last frame requires/,
	},
	{
		rule: 'role',
		json: request([image(), image()]),
		path: ['content', 0],
		message: /^several images require a role each/,
	},
	{
		rule: 'role',
		json: request([{ ...clip, role: 'reference_image' }]),
		path: ['content', 0, 'role'],
		message: /choose reference_video$/,
	},
	{
		rule: 'too-many',
		json: request(Array.from({ length: 10 }, () => reference)),
		path: ['content', 9],
		message: /^a request has at most 9 reference images/,
	},
	{
		rule: 'too-many',
		json: request(Array.from({ length: 4 }, () => clip)),
		path: ['content', 3],
		message: /^a request has at most 3 reference videos/,
	},
	{
		rule: 'too-many',
		json: request([clip, ...Array.from({ length: 4 }, () => music)]),
		path: ['content', 4],
		message: /^a request has at most 3 reference audio clips/,
	},
	{
		rule: 'audio-needs-visual',
		json: request([text, music]),
		path: ['content', 1],
		message: /^audio requires an image or a video/,
	},
	{
		rule: 'source',
		json: request([image('first_frame', 'cat.jpg')]),
		path: ['content', 0, 'image_url', 'url'],
		message: /^an image must be an http\(s\):\/\/ URL/,
	},
	{
		rule: 'source',
		json: request([{ ...clip, video_url: { url: 'data:video/mp4;base64,AAAA' } }]),
		path: ['content', 0, 'video_url', 'url'],
		message: /not base64$/,
	},
	{
		rule: 'source',
		json: request([clip, { ...music, audio_url: { url: 'data:image/png;base64,AAAA' } }]),
		path: ['content', 1, 'audio_url', 'url'],
		message: /^audio must be an http/,
	},
	{
		rule: 'dangling-placeholder',
		json: request([{ type: 'text', text: '@image1 and @image2' }, reference]),
		path: ['content', 0, 'text'],
		message: /^@image2 refers to a missing/,
	},
	{
		rule: 'near-placeholder',
		json: request([{ type: 'text', text: '@image1 and @IMAGE 2' }, reference, reference]),
		path: ['content', 0, 'text'],
		message: /^"@IMAGE 2" is not the API page's form: write @image2$/,
	},
	{
		rule: 'web-search',
		json: request([text, reference], { tools: [{ type: 'web_search' }] }),
		path: ['tools'],
		message: /^web search works/,
	},
	{
		rule: 'resolution',
		json: request([text], { resolution: undefined }),
		path: ['resolution'],
		message: /^a resolution is required/,
	},
	{
		rule: 'resolution',
		json: request([text], { resolution: '2K' }),
		path: ['resolution'],
		message: /^resolution "2K" is invalid: choose 720p, 1080p or 2k$/,
	},
	{
		rule: 'ratio',
		json: request([text], { ratio: '5:4' }),
		path: ['ratio'],
		message: /^ratio "5:4" is invalid: choose 16:9/,
	},
	{
		rule: 'duration',
		json: request([text], { duration: 20 }),
		path: ['duration'],
		message: /^duration 20 is invalid/,
	},
	{
		rule: 'duration',
		json: request([text], { duration: 7.5 }),
		path: ['duration'],
		message: /^duration 7.5 is invalid/,
	},
	{
		rule: 'duration',
		json: request([text], { duration: '8' }),
		path: ['duration'],
		message: /^duration "8" is text: give a whole number of seconds, such as 8, without quotes$/,
	},
	{
		rule: 'unreadable',
		json: {
			get content(): never {
				throw new Error('no');
			},
		},
		path: [],
		message: /^reading the request threw/,
	},
];
