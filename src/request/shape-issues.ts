import leven from 'leven';
import type { RequestIssue } from '../errors/invalid-request-error.js';
import { badDuration, notOneOf, refusals, unknownField, wrongType, type RuleId } from '../rules.js';
import { spec } from '../spec.js';
import { shape, type ShapeIssue } from './shape.js';

/** Says what the shape found in the words of the catalogue, with the rule that each field belongs to. */
export function shapeIssues(found: readonly ShapeIssue[]): RequestIssue[] {
	return found.flatMap((issue) => {
		const path = issue.path as (string | number)[];
		if (issue.code === 'unrecognized_keys') {
			return issue.keys.map((key) => ({
				rule: 'unknown-field' as const,
				path: [...path, key],
				message: unknownField(key, meant(key, path)),
			}));
		}
		const field = fieldOf(path);
		return { rule: fieldRules[field] ?? 'shape', path, message: sentence(issue, field) };
	});
}

const fieldRules: Readonly<Record<string, RuleId>> = {
	resolution: 'resolution',
	ratio: 'ratio',
	duration: 'duration',
	role: 'role',
};

const expectations: Readonly<Record<string, string>> = {
	request: 'an object',
	content: 'a list of items',
	item: 'an object with type, and what belongs to the type',
	text: 'text',
	url: 'text',
	image_url: 'an object with url',
	video_url: 'an object with url',
	audio_url: 'an object with url',
	generate_audio: 'true or false',
	watermark: 'true or false',
	return_last_frame: 'true or false',
	tools: 'a list of one object whose type is web_search',
};

function sentence(issue: ShapeIssue, field: string): string {
	const given = issue.code === 'invalid_union' ? (issue.input as { type?: unknown }).type : issue.input;
	if (field === 'resolution' && given === undefined) return refusals.resolutionMissing.message;
	if (field === 'duration') {
		return typeof given === 'number' ? badDuration(given) : wrongType(field, given, 'a whole number of seconds');
	}
	const expected = expectations[field];
	if (expected !== undefined) return wrongType(field, given, expected);
	return notOneOf(field, given, issue.code === 'invalid_value' ? issue.values : itemTypes);
}

/** The field that a path ends in. A position in a list is an item's. */
function fieldOf(path: readonly (string | number)[]): string {
	const last = path.at(-1);
	if (last === undefined) return 'request';
	return path[0] === 'tools' ? 'tools' : typeof last === 'number' ? 'item' : last;
}

const itemTypes = ['text', ...Object.values(spec.media).map(({ type }) => type)];
const itemFields = ['type', 'role', ...itemTypes];

/** The field that a misspelt key most likely means, by its letters alone: `generateAudio` is `generate_audio`. */
function meant(key: string, path: readonly (string | number)[]): string | undefined {
	const letters = lettersOf(key.slice(0, 40));
	const known = path.length === 0 ? Object.keys(shape.shape) : path.length === 2 ? itemFields : ['url'];
	return known.find((field) => {
		const wanted = lettersOf(field);
		const slips = Math.ceil(wanted.length / 4);
		return letters.endsWith(wanted) || leven(letters, wanted, { maxDistance: slips + 1 }) <= slips;
	});
}

const lettersOf = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');
