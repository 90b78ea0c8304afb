import { listed } from '../../rules.js';
import { durations, files, mediaKinds, promptLength, spec, type MediaKind, type Mode } from '../../spec.js';
import type { Role } from '../types.js';
import type { JsonSchema } from './json-schema.js';

/** What the schema of a mode says of each field beside its type: a description, and the default of the API. */
export function fieldDetails(): Readonly<Record<string, JsonSchema>> {
	const { ratio, duration, generate_audio, watermark } = spec.defaults;
	return {
		model: { description: 'The model.' },
		resolution: { description: 'The output tier.' },
		ratio: { default: ratio, description: `The aspect ratio. With ${ratio}, the model chooses it.` },
		duration: {
			type: 'integer',
			minimum: durations[0],
			maximum: durations.at(-1)!,
			default: duration,
			description: 'The duration of the video in whole seconds.',
		},
		generate_audio: {
			default: generate_audio,
			description: 'Whether voice, sound effects and music are generated with the video.',
		},
		watermark: { default: watermark, description: 'Whether the video has a watermark.' },
		tools: { description: 'Web search, for text-to-video only.' },
		return_last_frame: {
			description:
				'Whether the last frame is returned as an image. The parameter is upstream’s, undocumented on the API page.',
		},
	};
}

/** The description of the content of each mode. */
export function contentDescriptions(): Readonly<Record<Mode, string>> {
	const most = mediaKinds.map((kind) => `${spec.media[kind].most} ${nouns[kind]}`);
	return {
		'text-to-video': 'A text.',
		'first-frame': 'A text, which may be left out, then the first frame.',
		'first-and-last-frame': 'A text, which may be left out, then the first frame, then the last frame.',
		'multimodal-reference': `A text, which may be left out, then images, then videos, then audio: at most ${listed(most, 'and')}, and not audio without an image or a video.`,
	};
}

/** The description of each role. */
export function roleDescriptions(): Readonly<Record<Role, string>> {
	return {
		first_frame: 'The image is the first frame of the video.',
		last_frame: 'The image is the last frame of the video.',
		reference_image: 'The image is a reference.',
		reference_video: 'The video is a reference.',
		reference_audio: 'The audio clip is a reference.',
	};
}

/** The description of a text. */
export function textDescription(mode: Mode): string {
	const names = listed(
		mediaKinds.map((kind) => `@${kind}1`),
		'and',
	);
	const numbers =
		mode === 'multimodal-reference' ? ` It refers to the items as ${names}, numbered by kind in their order.` : '';
	const { chineseCharacters, englishWords } = promptLength;
	return `The prompt.${numbers} Recommended: at most ${chineseCharacters} Chinese characters or ${englishWords} English words.`;
}

/** The description of a source of a kind of media, with the limits of its file. */
export function sourceDescription(kind: MediaKind): string {
	const { base64 } = spec.media[kind];
	const forms = [
		'an http(s) URL',
		'asset://<id>',
		...(base64 === undefined ? [] : [`${base64}<format>;base64,<data>`]),
	];
	const { formats, megabytes, seconds } = files[kind];
	const limits = [
		...(formats === undefined ? [] : [listed(formats)]),
		...(megabytes === undefined ? [] : [`at most ${megabytes} MB`]),
		...(seconds === undefined ? [] : [`${seconds[0]} to ${seconds[1]} seconds`]),
	];
	return `The source: ${listed(forms)}.${limits.length === 0 ? '' : ` The file: ${limits.join(', ')}.`}`;
}

const nouns: Readonly<Record<MediaKind, string>> = { image: 'images', video: 'videos', audio: 'audio clips' };
