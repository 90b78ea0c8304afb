import { InvalidArgumentError, Option, type Command } from 'commander';
import { optionFields, type VideoOptions } from '../../../request/shape/shape.js';
import { spec } from '../../../spec.js';
import { collect } from '../../options/collect.js';

/** The flags that make a request, by their names in commander. */
export interface RequestFlags extends VideoOptions {
	readonly text?: string;
	readonly firstFrame?: string;
	readonly lastFrame?: string;
	readonly image?: readonly string[];
	readonly video?: readonly string[];
	readonly audio?: readonly string[];
	readonly webSearch?: boolean;
}

/** The flags that give the content of a request, in the order of the API. */
export const contentFlags = ['text', 'firstFrame', 'lastFrame', 'image', 'video', 'audio'] as const;

/** Adds the flags that make a request. Their values are those of the spec. */
export function addRequestOptions(command: Command): Command {
	const { image, video, audio } = spec.media;
	const { defaults, durations, ratios, resolutions } = spec;
	const source = 'a URL or asset://<id>';
	command
		.optionsGroup('Content of the request, if there is no file:')
		.option('--text <prompt>', 'the prompt; - reads it from standard input')
		.option('--first-frame <source>', `the first frame: a file, ${source}`)
		.option('--last-frame <source>', `the last frame: a file, ${source}`)
		.option(
			'--image <source>',
			`a reference image: a file, ${source}; @image1 in the prompt (up to ${image.most})`,
			collect,
		)
		.option('--video <source>', `a reference video: ${source}; @video1 in the prompt (up to ${video.most})`, collect)
		.option(
			'--audio <source>',
			`a reference audio clip: a file, ${source}; @audio1 in the prompt (up to ${audio.most})`,
			collect,
		)
		.optionsGroup('Options of the request, which replace those of a file:')
		.addOption(new Option('--resolution <tier>', 'the output tier (required)').choices(resolutions))
		.addOption(new Option('--ratio <ratio>', `the aspect ratio (default: ${defaults.ratio})`).choices(ratios))
		.option(
			'--duration <seconds>',
			`the length, ${durations[0]} to ${durations.at(-1)} whole seconds (default: ${defaults.duration})`,
			wholeSeconds,
		);
	for (const [name, says] of Object.entries(switches)) {
		const flag = flagOf(name);
		command.option(`--${flag}`, says).option(`--no-${flag}`, `the opposite of --${flag}`);
	}
	return command.option('--web-search', 'let the model search the web; for requests of text alone');
}

/** The options that are on or off, and what they do. */
const switches = {
	generateAudio: `generate sound with the video (default: ${onOff(spec.defaults.generate_audio)})`,
	watermark: `add a watermark (default: ${onOff(spec.defaults.watermark)})`,
	returnLastFrame: 'return the last frame as an image, too; undocumented on the API page',
} as const satisfies Partial<Record<keyof VideoOptions, string>>;

/** Returns the payload that the flags stand for, without defaults: the library judges it. */
export function requestOf(flags: RequestFlags): Readonly<Record<string, unknown>> {
	return { model: spec.model, content: contentOf(flags), ...fieldsOf(flags) };
}

/** Returns the fields of the options that were given. */
export function fieldsOf(flags: RequestFlags): Readonly<Record<string, unknown>> {
	const given = Object.entries(optionFields).filter(([name]) => flags[name as keyof VideoOptions] !== undefined);
	const fields = given.map(([name, field]) => [field as string, flags[name as keyof VideoOptions]] as const);
	return { ...Object.fromEntries(fields), ...(flags.webSearch && { tools: [{ type: 'web_search' }] }) };
}

/** Returns the flag of a payload's field or of an item: `--resolution`. `undefined` if there is none. */
export function flagAt([field, index]: readonly (string | number)[], flags: RequestFlags): string | undefined {
	if (field === 'content' && typeof index === 'number') return sourcesOf(flags)[index]?.flag;
	const option = Object.entries(optionFields).find(([, name]) => name === field)?.[0];
	if (option !== undefined) return `--${flagOf(option)}`;
	return field === 'tools' ? '--web-search' : undefined;
}

function contentOf(flags: RequestFlags): readonly object[] {
	return sourcesOf(flags).map(({ item }) => item);
}

function sourcesOf(flags: RequestFlags): readonly { readonly flag: string; readonly item: object }[] {
	const { text, firstFrame, lastFrame, image = [], video = [], audio = [] } = flags;
	const medium = (kind: keyof typeof spec.media, role: string, name: string) => (url: string) => {
		const { type } = spec.media[kind];
		return { flag: `--${flagOf(name)}`, item: { type, [type]: { url }, role } };
	};
	const one = (source: string | undefined): readonly string[] => (source === undefined ? [] : [source]);
	return [
		...one(text).map((words) => ({ flag: '--text', item: { type: 'text', text: words } })),
		...one(firstFrame).map(medium('image', 'first_frame', 'firstFrame')),
		...one(lastFrame).map(medium('image', 'last_frame', 'lastFrame')),
		...image.map(medium('image', 'reference_image', 'image')),
		...video.map(medium('video', 'reference_video', 'video')),
		...audio.map(medium('audio', 'reference_audio', 'audio')),
	];
}

function flagOf(name: string): string {
	return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function wholeSeconds(text: string): number {
	if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text);
	throw new InvalidArgumentError(`write a whole number of seconds, such as ${spec.defaults.duration}`);
}

function onOff(value: boolean): string {
	return value ? 'on' : 'off';
}
