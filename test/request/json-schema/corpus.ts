import { runInNewContext } from 'node:vm';
import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import ts from 'typescript';
import * as library from '../../../src/index.js';
import { pairs } from '../../compiler/programs.js';
import { requests } from '../../docs/rules-page.js';
import pageRequests from '../../fixtures/api-page-requests.json' with { type: 'json' };
import { broken } from '../broken-requests.js';
import { payload } from '../payloads.js';

/** A wrong request as JSON, and the rules that it breaks. */
export interface WrongRequest {
	readonly json: unknown;
	readonly rules: readonly library.RuleId[];
}

/** The API page's examples, with the resolution that they leave out. */
export const rightRequests: readonly unknown[] = Object.values(pageRequests).map((request) => ({
	...request,
	resolution: '720p',
}));

/**
 * Wrong requests: those of the tests of the rules, those that the wrong programs and the examples of the page of the rules build,
 * the API page's examples, which lack the resolution, and wrong sources.
 */
export function wrongRequests(): readonly WrongRequest[] {
	const built = pairs.flatMap(({ wrong }) => [...payloadsOf(wrong)]);
	const examples = Object.values(requests).map(([, request]) => request);
	const wrongSources = sources.map((url) => ({
		...Object(rightRequests[0]),
		content: [{ type: 'image_url', image_url: { url } }],
	}));
	const all = [
		...wrongSources,
		...broken.map(({ json }) => json),
		...built,
		...examples,
		...Object.values(pageRequests),
	];
	return all.flatMap((request) => wrongRequest(request) ?? []);
}

/** A random request with a change at random, which may break a rule. */
export function changedRequest(): Arbitrary<unknown> {
	return fc
		.tuple(payload(), fc.array(fc.tuple(fc.nat(), fc.nat(changes.length - 1)), { minLength: 1, maxLength: 2 }))
		.map(([request, picks]) =>
			picks.reduce<Json>(
				(json, [at, change]) => {
					const copy = structuredClone(json);
					changes[change]!(copy, at);
					return copy;
				},
				request as unknown as Json,
			),
		);
}

/** The request as JSON has it, and the rules that it breaks; `undefined` if it breaks none, or is none that JSON can hold. */
export function wrongRequest(request: unknown): WrongRequest | undefined {
	const json = jsonOf(request);
	const result = json === undefined ? undefined : library.safeParseRequest(json);
	if (result === undefined || result.success) return undefined;
	return { json, rules: [...new Set(result.error.issues.map(({ rule }) => rule))] };
}

function jsonOf(request: unknown): unknown {
	try {
		return JSON.parse(JSON.stringify(request)) as unknown;
	} catch {
		return undefined;
	}
}

/** The payload that a program's chain would send. None where the program breaks a rule before there is one. */
function* payloadsOf(program: string): Generator {
	const [, expression = program] = /export const request = ([\s\S]*);\n$/.exec(program) ?? [];
	const chain = expression.replace(/\.(?:build|toJSON)\(\)$/, '');
	const code = ts.transpile(`(${chain})`).trim().replace(/;$/, '');
	try {
		const result = runInNewContext(`${code}.safeBuild()`, { ...library, URL }) as ReturnType<
			typeof library.safeParseRequest
		>;
		yield result.success ? result.data : result.payload;
	} catch {
		// It has no such chain.
	}
}

type Json = Record<string, unknown> & { content: Record<string, unknown>[] };

/** Changes of a request. `at` chooses what is changed. */
const changes: readonly ((json: Json, at: number) => void)[] = [
	(json, at) => void delete json[Object.keys(json)[at % Object.keys(json).length]!],
	({ content }, at) => void content?.splice(at % content.length, 1),
	({ content }, at) => void content?.push(content[at % content.length]!),
	({ content }, at) => void content?.unshift(content[at % content.length]!),
	({ content }) => void content?.sort((one, other) => String(other['type']).localeCompare(String(one['type']))),
	({ content }, at) => void Object.assign(content?.[at % content.length] ?? {}, { role: roles[at % roles.length] }),
	({ content }, at) => void delete content?.[at % content.length]?.['role'],
	({ content }, at) => void Object.assign(content?.[at % content.length] ?? {}, { text: texts[at % texts.length] }),
	(json, at) => void Object.assign(json, { duration: durations[at % durations.length] }),
	(json, at) => void Object.assign(json, { [at % 2 === 0 ? 'ratio' : 'resolution']: '5:4' }),
	(json) => void Object.assign(json, { tools: [{ type: 'web_search' }] }),
	(json) => void Object.assign(json, { seed: 1 }),
	(json) => void (json.content = Array.from({ length: 3 }, () => json.content).flat()),
	({ content }, at) => {
		for (const medium of content ?? []) {
			const source = medium[`${['image', 'video', 'audio'][at % 3]}_url`];
			if (source) Object.assign(source, { url: sources[at % sources.length] });
		}
	},
];

const roles = ['first_frame', 'last_frame', 'reference_image', 'reference_video', 'reference_audio', 'cover'];
const texts = ['', ' \n\u3000', '@image1', '@video3', '@Image1', '@audio 1', '@图片1', 'A cat'];
const durations = [3, 4, 4.5, 5, 15, 16, '5', null, true];
const sources = [
	'',
	'https://',
	'https://a b',
	'ftp://a',
	'HTTPS://a',
	'https://https://a',
	'asset://',
	'/a',
	'https://a:99999',
	'data:image/png;base64,',
	'data:image/png;base64,AA-A',
	'data:video/mp4;base64,AAAA',
	'data:audio/wav;base64,AAAA',
];
