import type { LastArrayElement } from 'type-fest';
import { mediaKinds, spec } from '../spec.js';
import { formatValue, listed } from './values.js';

const { durations } = spec;
const longest = last(durations);

/** What an issue is about: a chain, whose sentences name verbs, or a payload, whose sentences name fields. */
export type Subject = 'chain' | 'json';

/** The sentence for a duration that is given as text. */
export function durationText(text: string): string {
	const meant = durations.find((seconds) => String(seconds) === text.trim());
	const next = meant === undefined ? `from ${durations[0]} to ${longest}` : `such as ${meant}, without quotes`;
	return `duration ${formatValue(text)} is text: give a whole number of seconds, ${next}`;
}

/** The sentence for an empty list of tools. */
export const emptyTools = 'tools is empty: remove it, or write [{ "type": "web_search" }]';

/** The sentence for a duration out of range. */
export type BadDuration<Seconds extends number> =
	`duration ${Seconds} is invalid: choose a whole number of seconds from ${(typeof durations)[0]} to ${typeof longest}`;

/** The sentence for a duration out of range. */
export function badDuration<Seconds extends number>(seconds: Seconds): BadDuration<Seconds> {
	return `duration ${seconds} is invalid: choose a whole number of seconds from ${durations[0]} to ${longest}`;
}

/** The sentence for a value that is not one of a field's values. */
export function notOneOf(field: string, value: unknown, choices: readonly unknown[]): string {
	if (value === undefined) return wrongType(field, value, listed(choices));
	return `${field} ${formatValue(value)} is invalid: choose ${listed(choices)}`;
}

/** The sentence for a value of the wrong JSON type, or a missing field. */
export function wrongType(field: string, value: unknown, expected: string): string {
	const found = value === undefined ? 'is missing' : `is ${formatValue(value)}`;
	return `${field} ${found}: give ${expected}`;
}

/** The sentence for an option that `.options()` does not take. */
export type UnknownField<Name extends string> = `unknown field "${Name}": remove it`;

/** The sentence for a field that the API page does not list. */
export function unknownField(field: string, meant: string | undefined): string {
	return `unknown field ${formatValue(field)}: ${meant === undefined ? 'remove it' : `did you mean ${meant}?`}`;
}

/** The sentence for a field of a request that other APIs have, if it is one: where its value belongs here. */
export function foreignField(field: string, subject: Subject): string | undefined {
	const name = field
		.slice(0, 40)
		.toLowerCase()
		.replace(/[^a-z]/g, '');
	const found = Object.values(foreignFields).find(({ names }) => names.includes(name));
	return found && `unknown field ${formatValue(field)}: ${found[subject]}`;
}

/** What a value that is too large to be read has too many of. */
export type ExcessKind = 'items' | 'fields' | 'levels' | 'values' | 'characters';

/** The sentence for a value that is too large to be read. */
export function tooLarge(field: string, excess: ExcessKind, count: number): string {
	const most = 1 + mediaKinds.reduce((sum, kind) => sum + spec.media[kind].most, 0);
	const problems = {
		items: `has ${count} items: a request has at most ${most}`,
		fields: `has more than ${count} fields: remove the unknown ones`,
		levels: `is nested more than ${count} levels deep: pass plain JSON data`,
		values: `has more than ${count} values: pass plain JSON data`,
		characters: `has more than ${count} characters: pass media as URLs`,
	};
	return `${field} ${problems[excess]}`;
}

/** The fields of other video APIs by their letters alone, and where their values belong in a chain and in JSON. */
const foreignFields: Readonly<
	Record<string, { readonly names: readonly string[] } & Readonly<Record<Subject, string>>>
> = {
	text: {
		names: ['prompt', 'text'],
		chain: "the prompt is content's text: use .text()",
		json: "the prompt is content's text: add an item of type text",
	},
	image: {
		names: ['image', 'images', 'imageurl', 'imageurls'],
		chain: "images are content's: use .firstFrame() or .referenceImage()",
		json: "images are content's: add an item of type image_url with the role first_frame or reference_image",
	},
	video: {
		names: ['video', 'videos', 'videourl', 'videourls'],
		chain: "videos are content's: use .referenceVideo()",
		json: "videos are content's: add an item of type video_url",
	},
	audio: {
		names: ['audio', 'audios', 'audiourl', 'audiourls'],
		chain: "audio is content's: use .referenceAudio()",
		json: "audio is content's: add an item of type audio_url",
	},
	seconds: { names: ['seconds', 'length'], chain: 'did you mean duration?', json: 'did you mean duration?' },
	size: { names: ['size', 'quality'], chain: 'did you mean resolution?', json: 'did you mean resolution?' },
	extra: {
		names: ['seed', 'callbackurl'],
		chain: 'the API page lists no such field: to send it, pass it to client.submit() as extraBody',
		json: 'the API page lists no such field: to send it, pass it to client.submit() as extraBody',
	},
};

/**
 * Returns the last item of a list.
 *
 * @__NO_SIDE_EFFECTS__
 */
function last<const List extends readonly unknown[]>(list: List): LastArrayElement<List> {
	return list.at(-1) as LastArrayElement<List>;
}
