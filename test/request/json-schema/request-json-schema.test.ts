import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as classic from 'zod';
import * as mini from 'zod/mini';
import { isConfigurationError, modeOf, parseRequest, requestJsonSchema, requestSchema } from '../../../src/index.js';
import { rules, type RuleId } from '../../../src/rules.js';
import { files, promptLength, spec, type Mode } from '../../../src/spec.js';
import { payload } from '../payloads.js';
import { changedRequest, rightRequests, wrongRequest, wrongRequests, type WrongRequest } from './corpus.js';

// A list with an item of its own first and any number after has no fixed length.
const ajv = new Ajv2020({ strict: true, strictTuples: false });
const accepts = {
	all: ajv.compile(requestJsonSchema()),
	modes: spec.modes.map((mode) => ({ mode, accepts: ajv.compile(requestJsonSchema(mode)) })),
};
const modesThatAccept = (json: unknown): Mode[] =>
	accepts.modes.flatMap(({ mode, accepts }) => (accepts(json) ? [mode] : []));
const sampled = { numRuns: 1_000, seed: 5 };

test.each([
	['zod', classic],
	['zod/mini', mini],
])('without a mode, the schema is what %s makes of requestSchema', (_, z) => {
	expect(requestJsonSchema()).toStrictEqual({ ...z.toJSONSchema(requestSchema) });
	expect(requestJsonSchema()).toStrictEqual({ ...z.toJSONSchema(requestSchema, { io: 'input' }) });
});

test.each([undefined, ...spec.modes])('the schema is plain JSON, and another object at each call: %s', (mode) => {
	const schema = requestJsonSchema(mode);
	expect(JSON.parse(JSON.stringify(schema))).toStrictEqual(schema);
	expect(Reflect.ownKeys(schema)).toStrictEqual(Object.keys(schema));
	schema.properties['content']!.items = false;
	schema.properties['resolution']!.enum!.push('4k');
	expect(requestJsonSchema(mode)).not.toStrictEqual(schema);
	expect(requestJsonSchema(mode).properties['resolution']!.enum).toStrictEqual([...spec.resolutions]);
	expect(ajv.validateSchema(requestJsonSchema(mode))).toBe(true);
});

test.each(spec.modes)('each list has a schema of its items, which models’ tools require: %s', (mode) => {
	const lists = (value: unknown): unknown[] =>
		typeof value === 'object' && value !== null
			? [...('type' in value && value.type === 'array' ? [value] : []), ...Object.values(value).flatMap(lists)]
			: [];
	const { content, tools } = requestJsonSchema(mode).properties;
	expect(lists(requestJsonSchema(mode).properties)).toStrictEqual(tools ? [content, tools] : [content]);
	for (const list of [content, tools ?? content]) expect(list?.items).toBeTypeOf('object');
});

test('a mode that there is not is refused with the modes', () => {
	for (const mode of ['edit', '', null, 7]) {
		let thrown: unknown;
		try {
			requestJsonSchema(mode as Mode);
		} catch (error) {
			thrown = error;
		}
		expect(isConfigurationError(thrown) && thrown.message).toBe(
			`mode ${JSON.stringify(mode)} is invalid: choose ${spec.modes.slice(0, -1).join(', ')} or ${spec.modes.at(-1)}`,
		);
	}
});

describe('right requests', () => {
	test('the examples of the API page are accepted by the schema, and by that of their mode alone', () => {
		for (const request of rightRequests) {
			expect(accepts.all(request)).toBe(true);
			expect(modesThatAccept(request)).toStrictEqual([modeOf(parseRequest(request))]);
		}
	});

	test('random ones are accepted by the schema, and by that of their mode alone', () => {
		fc.assert(
			fc.property(payload(), (request) => {
				expect(accepts.all(request)).toBe(true);
				expect(modesThatAccept(request)).toStrictEqual([modeOf(request)]);
			}),
			sampled,
		);
	});

	test('a source of megabytes is accepted', () => {
		const url = `data:image/png;base64,${'iVBORw0K'.repeat(2_000_000)}`;
		const content = [{ type: 'image_url', image_url: { url } }];
		expect(modesThatAccept({ model: spec.model, content, resolution: '720p' })).toStrictEqual(['first-frame']);
	});
});

/** How far a schema says a rule. */
type Coverage = 'yes' | 'in part' | 'no';

/** The table in the documentation: what the schema of all requests and those of the modes say of each rule. */
const documented = new Map(
	Array.from(
		readFileSync(join(import.meta.dirname, '../../../docs/other-tools.md'), 'utf8').matchAll(
			/^\| \[`([a-z-]+)`\]\(rules\.md#\1\) \| (yes|in part|no) \| (yes|in part|no) \|/gm,
		),
		([, rule, all, mode]) => [rule as RuleId, [all, mode] as readonly Coverage[]] as const,
	),
);

describe('wrong requests', () => {
	const corpus = wrongRequests();

	test('there are some of each rule that JSON can break, and that alone', () => {
		const alone = corpus.flatMap(({ rules: [rule, ...others] }) => (others.length === 0 ? [rule] : []));
		expect(new Set(documented.keys())).toStrictEqual(new Set(alone));
		const others = ['unreadable', 'editing', 'extension', 'prompt-value', 'mixed-placeholder', 'slot', 'shots'];
		expect(new Set([...documented.keys(), ...others])).toStrictEqual(new Set(Object.keys(rules)));
	});

	test.each([...documented])('the documentation tells how far the schemas say the rule %s', (rule, [all, mode]) => {
		const broken = corpus.filter(({ rules }) => rules.join() === rule);
		expect(coverage(broken.map(({ json }) => accepts.all(json)))).toBe(all);
		expect(coverage(broken.map(({ json }) => modesThatAccept(json).length > 0))).toBe(mode);
	});

	test('those that a schema accepts break a rule that it does not say', () => {
		const unsaid = (column: number): RuleId[] =>
			[...documented].flatMap(([rule, said]) => (said[column] === 'yes' ? [] : rule));
		/** The rules that are broken by what a schema accepts, though it should say them. */
		const missed = ({ json, rules }: WrongRequest): RuleId[] => [
			...(accepts.all(json) ? rules.filter((rule) => !unsaid(0).includes(rule)) : []),
			...(modesThatAccept(json).length > 0 ? rules.filter((rule) => !unsaid(1).includes(rule)) : []),
		];
		expect(corpus.flatMap(missed)).toStrictEqual([]);
		const changed = fc.sample(changedRequest(), { ...sampled, numRuns: 5_000 });
		const wrong = changed.flatMap((json) => wrongRequest(json) ?? []);
		expect(wrong.length).toBeGreaterThan(1_000);
		expect(wrong.flatMap(missed)).toStrictEqual([]);
	});
});

test('the schema of a mode has the defaults, the limits and the descriptions of the API page', () => {
	const { properties } = requestJsonSchema('multimodal-reference');
	expect(properties).toMatchObject({
		ratio: { enum: [...spec.ratios], default: spec.defaults.ratio },
		duration: {
			type: 'integer',
			minimum: spec.durations[0],
			maximum: spec.durations.at(-1),
			default: spec.defaults.duration,
		},
		generate_audio: { default: spec.defaults.generate_audio },
		watermark: { default: spec.defaults.watermark },
	});
	expect(properties).not.toHaveProperty('tools');
	expect(requestJsonSchema('text-to-video').properties).toHaveProperty('tools');
	const text = JSON.stringify(properties);
	expect(text).toContain(`at most ${promptLength.chineseCharacters} Chinese characters`);
	expect(text).toContain(`mp4 or mov, at most ${files.video.megabytes} MB, 2 to 15 seconds`);
	for (const property of Object.values(properties)) expect(property.description).toMatch(/^[A-Z].*\.$/);
});

function coverage(accepted: readonly boolean[]): Coverage {
	if (accepted.every((one) => !one)) return 'yes';
	return accepted.every((one) => one) ? 'no' : 'in part';
}
