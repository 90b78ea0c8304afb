import {
	fromCurl,
	requestJsonSchema,
	toCode,
	toCurl,
	video,
	type CurlOptions,
	type JsonSchema,
	type RequestJsonSchema,
	type VideoRequest,
} from 'seedance-builder';
import { expectAssignable, expectError, expectType } from 'tsd';

const chain = video().text('A cat').resolution('720p');
declare const request: VideoRequest;
declare const json: unknown;

// A schema takes the mode as a literal, and fits where others want any object.
expectType<RequestJsonSchema>(requestJsonSchema());
expectType<RequestJsonSchema>(requestJsonSchema('first-frame'));
expectError(requestJsonSchema('NO_SUCH_MODE'));
expectAssignable<JsonSchema>(requestJsonSchema());
expectAssignable<Record<string, unknown>>(requestJsonSchema());
expectAssignable<{ type: 'object'; properties?: unknown; required?: string[] }>(requestJsonSchema());
expectType<Record<string, JsonSchema>>(requestJsonSchema().properties);

// Code is written for any JSON, its text, and a chain.
expectType<string>(toCode(json));
expectType<string>(toCode('{}'));
expectType<string>(toCode(chain));

// A command is written for a request or a finished chain.
expectType<string>(toCurl(request));
expectType<string>(toCurl(chain, { baseUrl: new URL('https://example.com'), allowInsecure: [] }));
expectType<string>(toCurl(chain.build(), { baseUrl: undefined }));
expectError(toCurl(video().text('A cat')));
expectError(toCurl(request, { baseURL: 'https://example.com' }));
expectAssignable<CurlOptions>({});

// A command gives a request of any mode.
expectType<VideoRequest>(fromCurl('curl'));
expectError(fromCurl(7));
