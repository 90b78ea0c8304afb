import type { LastArrayElement } from 'type-fest';
import { durations, mediaKinds, spec } from '../spec.js';
import { formatValue, listed } from './values.js';

/** The longest duration of a video, in seconds. */
export const longest = last(durations);

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
	if (field.startsWith(notOption)) {
		return `unknown field ${formatValue(field)}: .options() takes the names of verbs, such as generateAudio`;
	}
	const letters = field
		.slice(0, 40)
		.toLowerCase()
		.replaceAll(/[^a-z]/g, '');
	// One or several: `images`, `image_urls`.
	const name = letters.replace(/s$/, '').replace(/(?<=.)url$/, '');
	const content = Object.hasOwn(contentFields, name) ? contentFields[name] : undefined;
	const next = content
		? `${content.says}: ${content[subject]}`
		: Object.hasOwn(otherFields, letters) && otherFields[letters];
	return next ? `unknown field ${formatValue(field)}: ${next}` : undefined;
}

/** What the name of a payload's field begins with where it was given to `.options()`, which takes the names of verbs. */
export const notOption = 'options.';

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

const text = {
	says: "the prompt is content's text",
	chain: 'use .text()',
	json: 'add an item of type text',
};

/** The fields that other video APIs have for the content, by their letters alone, and where their values belong. */
const contentFields: Readonly<Record<string, { readonly says: string } & Readonly<Record<Subject, string>>>> = {
	prompt: text,
	text,
	image: {
		says: "images are content's",
		chain: 'use .firstFrame() or .referenceImage()',
		json: 'add an item of type image_url with the role first_frame or reference_image',
	},
	video: { says: "videos are content's", chain: 'use .referenceVideo()', json: 'add an item of type video_url' },
	audio: { says: "audio is content's", chain: 'use .referenceAudio()', json: 'add an item of type audio_url' },
};

const extra = 'pass it to client.submit() as extraBody';

/** Other fields that other video APIs have, by their letters alone. */
const otherFields: Readonly<Record<string, string>> = {
	seconds: 'did you mean duration?',
	size: 'did you mean resolution?',
	seed: extra,
	callbackurl: extra,
};

/**
 * Returns the last item of a list.
 *
 * @__NO_SIDE_EFFECTS__
 */
function last<const List extends readonly unknown[]>(list: List): LastArrayElement<List> {
	return list.at(-1) as LastArrayElement<List>;
}
