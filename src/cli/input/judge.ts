import { InvalidRequestError } from '../../errors/index.js';
import { withPlaces } from '../../request/content/places.js';
import { safeParseRequest } from '../../request/parse.js';
import { parseJsonText } from '../../request/plain/parse-json.js';
import { asRecord } from '../../request/content/read.js';
import type { VideoRequest } from '../../request/types.js';
import type { Context } from '../context.js';
import { loadLocalMedia, type LoadedRequest } from './local-media.js';
import { readText, type TextInput } from './read-text.js';

/** A valid request, and the way to write it with the paths of its local files. */
export interface JudgedRequest {
	readonly request: VideoRequest;
	readonly restore: LoadedRequest['restore'];
}

/** Reads a file of JSON, or the standard input for `-`. */
export interface JsonInput extends TextInput {
	readonly json: unknown;
}

/**
 * Reads a file of JSON, or the standard input for `-`.
 *
 * @throws {UsageError} If it can't be read.
 * @throws {InvalidRequestError} If it is not JSON. The message has the line and the column.
 */
export async function readJson(path: string, context: Context): Promise<JsonInput> {
	const input = await readText(path, context);
	return { ...input, json: parseJsonText(input.text, input.name) };
}

/**
 * Reads the local files of a request, and judges it by the library's rules.
 *
 * @param folder The folder that the paths in the request begin at.
 * @throws {InvalidRequestError} If a file can't be used or the request breaks a rule, with every issue.
 */
export async function judge(json: unknown, folder: string, context: Context): Promise<JudgedRequest> {
	const { input, issues, restore } = await loadLocalMedia(json, folder, context);
	const parsed = safeParseRequest(input);
	if (parsed.success && issues.length === 0) return { request: parsed.data, restore };
	const paths = new Set(issues.map(({ path }) => path.join()));
	const others = parsed.success ? [] : parsed.error.issues.filter(({ path }) => !paths.has(path.join()));
	throw new InvalidRequestError([...others, ...withPlaces(issues, asRecord(json)['content'])]);
}
