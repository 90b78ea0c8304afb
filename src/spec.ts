/**
 * The facts of the Seedance 2.0 Ultra API, each once. Types, schema, messages, docs and CLI derive from this table.
 *
 * The source is the API page, in the section that is named. "Upstream" is the model's own API behind the gateway.
 */
export const spec = {
	/** "Request Parameters", `model`. */
	model: 'seedance-2.0-ultra',

	/** "Examples". */
	baseUrl: 'https://ai.alad.com',

	/** "Workflow". */
	path: '/v1/video/generations',

	/** Output tiers. "Request Parameters", `resolution`: "Required for Ultra", though the page's examples leave it out. */
	resolutions: ['720p', '1080p', '2k'],

	/** Aspect ratios. `adaptive` lets the model choose. "Request Parameters", `ratio`. */
	ratios: ['16:9', '4:3', '1:1', '3:4', '9:16', '21:9', 'adaptive'],

	/** Whole seconds of output. "Request Parameters", `duration`. */
	durations: [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],

	/** The format of the output. "Output Specifications". */
	format: 'mp4',

	/** What the API assumes where a field is left out. "Request Parameters". */
	defaults: { ratio: 'adaptive', duration: 5, generate_audio: true, watermark: false },

	/**
	 * The modes of a request. "Input Modes". Editing and extension are not listed: their payloads are those of multimodal
	 * reference.
	 */
	modes: ['text-to-video', 'first-frame', 'first-and-last-frame', 'multimodal-reference'],

	/**
	 * The kinds of media, in the order in which content must be passed after the text.
	 *
	 * - `type`, `roles`: the item's `type` and its possible roles. "Request Parameters".
	 * - `base64`: the beginning of a base64 source. The page allows base64; upstream gives the form.
	 * - `most`: the most references of the kind. "Key Capabilities", "Multimodal reference".
	 */
	media: {
		image: {
			type: 'image_url',
			roles: ['first_frame', 'last_frame', 'reference_image'],
			base64: 'data:image/',
			most: 9,
		},
		video: {
			type: 'video_url',
			roles: ['reference_video'],
			base64: undefined,
			most: 3,
		},
		audio: {
			type: 'audio_url',
			roles: ['reference_audio'],
			base64: 'data:audio/',
			most: 3,
		},
	},

	/** The beginning of a URL of any kind of media, unless it is base64. "Request Parameters". */
	schemes: ['http://', 'https://', 'asset://'],

	/** How long the URL of a result is valid, in milliseconds: 24 hours. "Workflow". */
	resultLifetime: 24 * 60 * 60 * 1000,
} as const;

/**
 * The files of media: their formats, the largest size, the shortest and the longest duration. What the API page does not
 * give is `undefined`. Apart from `spec`, so that a bundle has them only if it has the JSON Schema of a mode, the model for the AI SDK
 * or the reading of files.
 *
 * Source: the API page, "Request Parameters", `content[].video_url.url` and `content[].audio_url.url`.
 */
export const files = {
	image: { formats: undefined, megabytes: undefined, seconds: undefined },
	video: { formats: ['mp4', 'mov'], megabytes: 50, seconds: [2, 15] },
	audio: { formats: ['wav', 'mp3'], megabytes: 15, seconds: undefined },
} as const satisfies Record<MediaKind, object>;

/**
 * What upstream takes of the files of media, beside what the API page says. Apart from `spec`, as `files` is.
 *
 * - `formats`: the formats of images.
 * - `megabytesBelow`: the size that a file of an image stays under. A megabyte is a million bytes.
 * - `sides`, `ratios`: the shortest and the longest side of an image in pixels; the least and the greatest width divided by height.
 * - `framesPerSecond`, `seconds`: the least and the most.
 *
 * Source: upstream, undocumented on the API page.
 */
export const upstreamFiles = {
	image: {
		formats: ['jpeg', 'png', 'webp', 'bmp', 'tiff', 'gif', 'heic', 'heif'],
		megabytesBelow: 30,
		sides: [300, 6000],
		ratios: [0.4, 2.5],
	},
	video: { framesPerSecond: [23.8, 60] },
	audio: { seconds: [2, 15] },
} as const satisfies Record<MediaKind, object>;

/**
 * The recommended length of a prompt, at most.
 *
 * Source: the API page, "Request Parameters", `content[].text`.
 */
export const promptLength = { chineseCharacters: 500, englishWords: 1000 } as const;

/**
 * The most that a request may have in all: seconds of its reference videos, seconds of its audio clips, and megabytes of its
 * body, of a million bytes each.
 *
 * Source: upstream, undocumented on the API page.
 */
export const totals = { seconds: { video: 15, audio: 15 }, bodyMegabytes: 64 } as const;

/**
 * The formula of a task's tokens: (frames of input and output + extra frames) × pixels of a frame / pixels of a token.
 *
 * Source: upstream, undocumented on the API page.
 */
export const tokenFormula = { framesPerSecond: 24, extraFrames: 1, pixelsPerToken: 1024 } as const;

/**
 * The resolution that the gateway raises from a smaller video of upstream. The size of that video, and so its tokens, are unknown.
 *
 * Source: the vendor's page about reading tasks, not the API page.
 */
export const raisedResolution = '2k' satisfies Resolution;

/**
 * The options that older models of upstream read from the end of a prompt, `--rs 720p`: their names there, by the field of a
 * request. Those under `none` have no field on the API page.
 *
 * Source: upstream, undocumented on the API page.
 */
export const promptSuffixes = {
	resolution: ['rs', 'resolution'],
	ratio: ['rt', 'ratio'],
	duration: ['dur', 'duration'],
	watermark: ['wm', 'watermark'],
	none: ['seed', 'cf', 'camerafixed', 'fps', 'framespersecond', 'frames'],
} as const;

/**
 * The beginnings of a prompt by which upstream's model chooses the task, in English and in Chinese.
 *
 * Source: guides of upstream, undocumented on the API page.
 */
export const openings = {
	edit: ['Strictly edit', '严格编辑'],
	extend: ['Extend', '延长', '向前延长', '向后延长'],
	refer: ['Refer to', '参考'],
	/** What joins two videos. It stands before the second; the prompt begins with the first. */
	join: 'followed by',
} as const;

/**
 * Output sizes in pixels, width then height. `adaptive` has no size before the model has chosen a ratio.
 *
 * Source: the API page, "Resolution and Pixel Values by Aspect Ratio".
 */
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
} as const satisfies Record<Resolution, Record<Exclude<Ratio, 'adaptive'>, readonly [width: number, height: number]>>;

/** Every resolution, for a `<select>` or `z.enum`. */
export const resolutions = spec.resolutions;

/** Every aspect ratio, for a `<select>` or `z.enum`. `adaptive` lets the model choose. */
export const ratios = spec.ratios;

/** Every duration in whole seconds, for a `<select>` or `z.literal`. */
export const durations = spec.durations;

/** The kinds of media, in the order in which content must be passed. */
export const mediaKinds = Object.keys(spec.media) as readonly MediaKind[];

/** A kind of media in a request. */
export type MediaKind = keyof typeof spec.media;

/** An output tier: `720p`, `1080p` or `2k`. */
export type Resolution = (typeof spec.resolutions)[number];

/** An aspect ratio, or `adaptive`, which lets the model choose. */
export type Ratio = (typeof spec.ratios)[number];

/** A duration in whole seconds, 4 to 15. */
export type Duration = (typeof spec.durations)[number];

/** The mode of a request: which content the video is made from. */
export type Mode = (typeof spec.modes)[number];
