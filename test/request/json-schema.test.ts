import { expect, test } from 'vitest';
import * as classic from 'zod';
import * as mini from 'zod/mini';
import { durations, ratios, requestSchema, resolutions } from '../../src/index.js';
import { spec } from '../../src/spec.js';

const text = { type: 'text', text: 'A cat' };
const request = { model: spec.model, content: [text], resolution: '720p' };

/** Both builds of zod, for what goes into a schema and for what comes out. */
const builds = [
	['zod', 'input', classic],
	['zod', 'output', classic],
	['zod/mini', 'input', mini],
	['zod/mini', 'output', mini],
] as const;

/** An object of a JSON Schema. */
interface ObjectSchema {
	readonly type: string;
	readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
	readonly required: readonly string[];
	readonly additionalProperties: unknown;
}

test.each(builds)('%s writes the fields, their values and what is required: %s', (_, io, z) => {
	const { $schema, ...schema } = z.toJSONSchema(requestSchema, { io }) as unknown as ObjectSchema & { $schema: string };
	expect($schema).toContain('json-schema.org');
	expect(schema).toMatchObject({
		type: 'object',
		required: ['model', 'content', 'resolution'],
		additionalProperties: false,
		properties: {
			model: { const: spec.model },
			resolution: { enum: [...resolutions] },
			ratio: { enum: [...ratios] },
			duration: { enum: [...durations] },
			generate_audio: { type: 'boolean' },
			return_last_frame: { type: 'boolean' },
			content: { type: 'array' },
			tools: { type: 'array' },
		},
	});
});

test.each(builds)('%s writes the items of the content by their type: %s', (_, io, z) => {
	const { properties } = z.toJSONSchema(requestSchema, { io }) as unknown as ObjectSchema;
	const { oneOf } = properties['content']!['items'] as { oneOf: ObjectSchema[] };
	const required = oneOf.map(({ required, additionalProperties }) => [...required, additionalProperties]);
	expect(required).toStrictEqual([
		['type', 'text', false],
		['type', 'image_url', false],
		['type', 'video_url', 'role', false],
		['type', 'audio_url', 'role', false],
	]);
	expect(oneOf.map(({ properties }) => properties['role']?.['enum'] ?? properties['role']?.['const'])).toStrictEqual([
		undefined,
		[...spec.media.image.roles],
		'reference_video',
		'reference_audio',
	]);
});

test.each(builds)('%s writes the same inside another schema: %s', (_, io, z) => {
	const { $schema, ...alone } = z.toJSONSchema(requestSchema, { io });
	const outer = z.toJSONSchema(z.object({ request: requestSchema }), { io }) as unknown as ObjectSchema;
	expect($schema).toBeDefined();
	expect(outer.required).toStrictEqual(['request']);
	expect(outer.properties['request']).toStrictEqual(alone);
});

test.each([
	['zod', classic.object({ request: requestSchema })],
	['zod/mini', mini.object({ request: requestSchema })],
])('a schema of %s with the request in it parses as before', (_, schema) => {
	const parsed = schema.parse({ request });
	expect(parsed).toStrictEqual({ request });
	expect(Object.isFrozen(parsed.request.content)).toBe(true);
	expect(schema.safeParse({ request: { ...request, resolution: '4k' } }).error?.issues).toMatchObject([
		{ path: ['request', 'resolution'], params: { rule: 'resolution' } },
	]);
});

test('a request that another schema requires is refused where it is missing', () => {
	for (const schema of [classic.object({ request: requestSchema }), mini.object({ request: requestSchema })]) {
		expect(schema.safeParse({}).error?.issues).toMatchObject([
			{ path: ['request'], message: 'request is missing: give an object' },
		]);
	}
	expect(mini.object({ request: mini.optional(requestSchema) }).parse({})).toStrictEqual({});
});

test('the lists of values fit a schema of one’s own', () => {
	const settings = classic.object({
		resolution: classic.enum(resolutions),
		ratio: mini.enum(ratios),
		duration: classic.literal(durations),
	});
	const chosen = { resolution: resolutions[0], ratio: ratios[0], duration: durations[0] };
	expect(settings.parse(chosen)).toStrictEqual(chosen);
	expect(settings.safeParse({ ...chosen, duration: 1000 }).success).toBe(false);
});
