import { readOptions } from '../../errors/read-options.js';
import { spec } from '../../spec.js';
import { checkedBaseUrl } from '../base-url.js';
import { payloadOf } from '../builder-of.js';
import { parseRequest } from '../parse.js';
import type { Buildable, VideoRequest } from '../types.js';

/** Options of {@link toCurl}. */
export interface CurlOptions {
	/**
	 * The URL of the API, as `createClient` takes it.
	 *
	 * @default "https://ai.alad.com"
	 */
	readonly baseUrl?: string | URL | undefined;

	/**
	 * The `http:` origins beside loopback that the key may be sent to, as `createClient` takes them.
	 *
	 * @default none
	 */
	readonly allowInsecure?: readonly string[] | undefined;
}

/**
 * Writes a request as a curl command for `sh`, bash and zsh.
 *
 * The body is the JSON that the client would send. The key is not in the command: the shell reads it from the environment's
 * `SEEDANCE_API_KEY`. A body that is too long for an argument, as with base64, is passed as a here-document.
 *
 * @param request A request, or a finished chain.
 * @throws {InvalidRequestError} If the request breaks a rule.
 * @throws {ConfigurationError} If an option can't be used.
 *
 * @example
 * const command = toCurl(video().text('A cat plays the piano').resolution('720p'));
 */
export function toCurl(request: VideoRequest | Buildable, options?: CurlOptions): string {
	const { baseUrl, allowInsecure } = readOptions('options', options, ({ baseUrl, allowInsecure }) => ({
		baseUrl,
		allowInsecure,
	}));
	const { origin, pathname } = checkedBaseUrl(baseUrl, allowInsecure);
	const path = encodeBrackets(`${pathname.replace(/\/$/, '')}${spec.path}`);
	const json = JSON.stringify(parseRequest(payloadOf(request)));
	return [
		`curl ${shellWord(`${origin}${path}`)}`,
		`-H "Authorization: Bearer $SEEDANCE_API_KEY"`,
		`-H 'Content-Type: application/json'`,
		isLong(json) ? `-d @- <<'JSON'\n${json}\nJSON` : `-d ${singleQuoted(json)}`,
	].join(' \\\n  ');
}

/** Encodes the brackets in a path, which curl would take for a pattern of several URLs. */
function encodeBrackets(path: string): string {
	return path.replaceAll(/[[\]]/g, (bracket) => (bracket === '[' ? '%5B' : '%5D'));
}

/** Writes a text as a word of the shell: in single quotes, unless each of its characters stands for itself. */
function shellWord(text: string): string {
	return /^[\w./:%+,@-]+$/.test(text) ? text : singleQuoted(text);
}

function singleQuoted(text: string): string {
	return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** Whether a text is too long for one argument. */
function isLong(text: string): boolean {
	return text.length > longestArgument || new TextEncoder().encode(text).length > longestArgument;
}

/** The longest argument in bytes that is written as one. Linux takes a third more. */
const longestArgument = 100_000;
