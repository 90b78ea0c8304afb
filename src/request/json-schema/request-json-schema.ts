import { toJSONSchema } from 'zod/mini';
import { ConfigurationError } from '../../errors/configuration-error.js';
import { notOneOf } from '../../rules.js';
import { spec, type Mode } from '../../spec.js';
import { requestSchema } from '../schema.js';
import { contentOf, itemsOf } from './content.js';
import { fieldDetails } from './descriptions.js';
import type { JsonSchema, RequestJsonSchema } from './json-schema.js';

/**
 * Returns the JSON Schema of a request, for forms, OpenAPI and the tools of a model.
 *
 * Without a mode, it is what `z.toJSONSchema(requestSchema)` gives: the fields, their values and the kinds of items. With a mode,
 * it takes the requests of that mode alone: their items by order and number, the beginnings of sources, no blank text. It then
 * has defaults and descriptions, too. It says less than `parseRequest`: `docs/other-tools.md` lists the rules that it leaves out.
 *
 * @returns A new object of plain JSON at each call. Changing it changes nothing else.
 * @throws {ConfigurationError} If there is no such mode.
 *
 * @example
 * const { properties } = requestJsonSchema('first-frame');
 */
export function requestJsonSchema(mode?: Mode): RequestJsonSchema {
	// By way of text, because zod adds a property that is no JSON.
	const schema = JSON.parse(JSON.stringify(toJSONSchema(requestSchema))) as RequestJsonSchema;
	return mode === undefined ? schema : schemaOf(mode, schema);
}

/** Restricts the schema of all requests to those of a mode. */
function schemaOf(mode: Mode, schema: RequestJsonSchema): RequestJsonSchema {
	if (!spec.modes.includes(mode)) {
		const message = notOneOf('mode', mode, spec.modes);
		throw new ConfigurationError('mode', message.slice('mode '.length));
	}
	const content = contentOf(mode, itemsOf(schema));
	const fields = Object.entries({ ...schema.properties, content }).filter(
		([name]) => name !== 'tools' || mode === 'text-to-video',
	);
	const properties = Object.fromEntries(
		fields.map(([name, field]) => [
			name,
			name === 'duration' ? fieldDetails()[name]! : { ...withoutTuple(field), ...fieldDetails()[name] },
		]),
	);
	return { ...schema, title: `Video request, ${mode}`, description: `The body of POST ${spec.path}.`, properties };
}

/** Writes a list of exactly one item with `items` alone, which every tool reads. */
function withoutTuple(field: JsonSchema): JsonSchema {
	const { prefixItems: [item] = [], ...others } = field;
	return item !== undefined && field.items === false ? { ...others, items: item } : field;
}
