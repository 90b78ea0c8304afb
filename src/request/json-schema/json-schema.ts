// Types and not interfaces: the parameters of a model's tools are an object with any names, which an interface is not.

/** A JSON Schema, with the keywords that the schemas of requests have. Plain JSON. */
export type JsonSchema = {
	title?: string;
	description?: string;
	type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
	const?: string;
	enum?: (string | number)[];
	default?: string | number | boolean;
	pattern?: string;
	minimum?: number;
	maximum?: number;
	properties?: Record<string, JsonSchema>;
	required?: string[];
	additionalProperties?: boolean;
	prefixItems?: JsonSchema[];
	items?: JsonSchema | boolean;
	minItems?: number;
	maxItems?: number;
	contains?: JsonSchema;
	minContains?: number;
	maxContains?: number;
	oneOf?: JsonSchema[];
	anyOf?: JsonSchema[];
	allOf?: JsonSchema[];
};

/** The JSON Schema of a request, in the draft that `$schema` names. Plain JSON. */
export type RequestJsonSchema = JsonSchema & {
	$schema: string;
	type: 'object';
	properties: Record<string, JsonSchema>;
	required: string[];
	additionalProperties: false;
};
