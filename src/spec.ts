/**
 * The facts of the Seedance 2.0 Ultra API, each once. Types, schema, messages, docs and CLI derive from this table.
 *
 * Source: the API page, unless a line says otherwise. "Upstream" is the model's own API behind the gateway,
 * whose limits the API page doesn't restate.
 */
export const spec = {
	model: 'seedance-2.0-ultra',
	baseUrl: 'https://ai.alad.com',
	path: '/v1/video/generations',

	/** Output tiers. Required: the page says "Required for Ultra", though its examples leave it out. */
	resolutions: ['720p', '1080p', '2k'],

	/** Aspect ratios. `adaptive` lets the model choose and is the API's default. */
	ratios: ['16:9', '4:3', '1:1', '3:4', '9:16', '21:9', 'adaptive'],

	/** Whole seconds of output. The API's default is 5. */
	durations: [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],

	/** What the API assumes where a field is left out. */
	defaults: { ratio: 'adaptive', duration: 5, generate_audio: true, watermark: false },

	/** The modes of a request. Editing and extension are multimodal reference as far as a payload shows. */
	modes: ['text-to-video', 'first-frame', 'first-and-last-frame', 'multimodal-reference'],

	/** The kinds of media, in the order in which content must be passed after the text: their content type, their roles, how a base64 source begins, and the most references of the kind. */
	media: {
		image: {
			type: 'image_url',
			roles: ['first_frame', 'last_frame', 'reference_image'],
			base64: 'data:image/',
			most: 9,
		},
		video: { type: 'video_url', roles: ['reference_video'], base64: undefined, most: 3 },
		audio: { type: 'audio_url', roles: ['reference_audio'], base64: 'data:audio/', most: 3 },
	},

	/** How the URL of any medium begins, unless it is base64. */
	schemes: ['http://', 'https://', 'asset://'],

	/** How long a result's URL answers, in milliseconds: 24 hours. */
	resultLifetime: 24 * 60 * 60 * 1000,
} as const;

/** Output size in pixels, width then height. `adaptive` has no row: the result tells what was chosen. */
export const pixels = {
	'720p': {
		'16:9': [1280, 720],
		'4:3': [1112, 834],
		'1:1': [960, 960],
		'3:4': [834, 1112],
		'9:16': [720, 1280],
		'21:9': [1470, 630],
	},
	'1080p': {
		'16:9': [1920, 1080],
		'4:3': [1664, 1248],
		'1:1': [1440, 1440],
		'3:4': [1248, 1664],
		'9:16': [1080, 1920],
		'21:9': [2208, 944],
	},
	'2k': {
		'16:9': [2560, 1440],
		'4:3': [2224, 1668],
		'1:1': [1920, 1920],
		'3:4': [1668, 2224],
		'9:16': [1440, 2560],
		'21:9': [2944, 1260],
	},
} as const;

/** The kinds of media, in the order in which content must be passed. */
export const mediaKinds = Object.keys(spec.media) as readonly MediaKind[];

/** A kind of media that a request can carry. */
export type MediaKind = keyof typeof spec.media;

/** An output tier: `720p`, `1080p` or `2k`. */
export type Resolution = (typeof spec.resolutions)[number];

/** An aspect ratio, or `adaptive`, which lets the model choose. */
export type Ratio = (typeof spec.ratios)[number];

/** A length in whole seconds, 4 to 15. */
export type Duration = (typeof spec.durations)[number];

/** How a request makes its video. */
export type Mode = (typeof spec.modes)[number];
