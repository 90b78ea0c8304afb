import { payloadOf } from '../builder-of.js';
import { parseRequest } from '../parse.js';
import { parseJsonText } from '../plain/parse-json.js';
import { requestFields } from '../shape/shape.js';
import type { ContentItem } from '../types.js';
import { chainCode, quoted, type ChainParts, type VerbCall } from './chain-code.js';

/**
 * Writes a request as a TypeScript module: a chain that builds an equal request.
 *
 * The module imports `video` and exports `request`. Texts and sources are written whole, and the options in the order of the API
 * page. An image without a role is written as a first frame: the request that is built has the role. A value that the compiler
 * would refuse or that is very long is written with `as string`: `.build()` checks it, and its type doesn't repeat it.
 *
 * Editing and extension are written with `video()` too: their payloads don't differ from those of multimodal reference.
 *
 * @param json The request: any JSON value, the text of one, or a finished chain.
 * @throws {InvalidRequestError} If it breaks a rule, with every issue, or if a text is not JSON.
 *
 * @example
 * const code = toCode('{"model":"seedance-2.0-ultra","content":[{"type":"text","text":"A cat"}],"resolution":"720p"}');
 * await writeFile('request.ts', code);
 */
export function toCode(json: unknown): string {
	const request = parseRequest(typeof json === 'string' ? parseJsonText(json, 'the text') : payloadOf(json));
	const fields: Readonly<Record<string, unknown>> = { ...request };
	const names = Object.keys(requestFields).filter((name) => name !== 'model' && name !== 'content' && name in fields);
	const options = Object.fromEntries(names.map((name) => [name, fields[name]]));
	const chain = chainCode({ mode: 'video', content: request.content.map(partOf), options }, wholeCall);
	return `import { video } from 'seedance-builder';\n\nexport const request = ${chain}\n\t.build();\n`;
}

function partOf(item: ContentItem): ChainParts['content'][number] {
	if (item.type === 'text') return { role: item.type, value: item.text };
	if (item.type === 'image_url') return { role: item.role ?? 'first_frame', value: item.image_url.url };
	return { role: item.role, value: (item.type === 'video_url' ? item.video_url : item.audio_url).url };
}

function wholeCall({ verb, args }: VerbCall): string {
	const literals = args.map((value) => (typeof value === 'string' ? literal(value, verb === 'text') : String(value)));
	const [first = '', ...others] = literals;
	return `\n\t.${verb}(${others.length === 0 ? first : literals.map((text) => `\n\t\t${text},`).join('') + '\n\t'})`;
}

function literal(value: string, isText: boolean): string {
	const escaped = quoted(value).replaceAll(misread, (character) => {
		return `\\u${character.charCodeAt(0).toString(hexadecimal).padStart('ffff'.length, '0')}`;
	});
	return value.length > mostChecked || (isText ? isSlowText(value) : isMisreadSource(value))
		? `${escaped} as string`
		: escaped;
}

/**
 * Characters that an editor shows as a line break or not at all, or that change the direction of what stands after them. None is
 * needed for a value that a reader can see: joiners and variation selectors of emoji stay.
 */
const misread = /[\u007f-\u009f\u00ad\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

const hexadecimal = 16;

/** The longest text or source whose type is the literal: editors and declarations repeat it. */
const mostChecked = 10_000;

/** Whether the compiler may give up on a text: it reads it from `@` to `@`, and white space character by character. */
function isSlowText(text: string): boolean {
	return text.split('@').length > mostSteps || text.length - text.trimStart().length > mostSteps;
}

const mostSteps = 100;

/** Whether the compiler would read a URL as base64 with two beginnings, because of `;base64,` in the middle. */
function isMisreadSource(source: string): boolean {
	return !source.startsWith('data:') && source.includes(';base64,');
}
