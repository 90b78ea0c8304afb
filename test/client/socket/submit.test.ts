import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';
import { createClient, type ClientOptions, type SubmittingEvent } from '../../../src/client/index.js';
import { apiKey, request } from '../fake-api.js';
import { cut, halfGzip, json, page, raw, reset, silence, text, unbounded, type Answer } from './answers.js';
import { listen, requestFor, suite, type Row } from './harness.js';

const created = { outcome: 'created', creates: 1, taskId: 'task-1' } as const;
const uncertain = { outcome: 'SubmitUncertainError', creates: 1, says: "check the account's usage log" } as const;
const uncertainWithId = {
	outcome: 'SubmitUncertainError',
	creates: 1,
	taskId: 'task-1',
	says: 'resume with client.task("task-1").wait() before you submit again',
} as const;
const refused = (status: number, kind: string, creates = 1, facts: object = {}): Omit<Row, Sorts> => ({
	outcome: 'ApiError',
	creates,
	facts: { status, kind, ...facts },
});
type Sorts = 'create' | 'read' | 'video';

const id = { task_id: 'task-1' };
const filler = Array.from({ length: 4_000 }, (_, index) => (index * 7919).toString(36)).join(' ');
const ready = json(200, id);

const rows: Record<string, Row> = {
	// 1. An id that arrived is never lost.
	'200 that breaks off after the id': { create: cut(200, '{"task_id":"task-1"'), ...created },
	'200 that breaks off after the id, by a close': { create: cut(200, '{"task_id":"task-1",', 'close'), ...created },
	'200 that stalls after the id': {
		create: cut(200, '{"task_id":"task-1","x":', 'keep'),
		options: { requestTimeout: 400 },
		...created,
	},
	'200 in chunks that breaks off after the id': {
		create: raw('200 OK\r\nTransfer-Encoding: chunked', '14\r\n{"task_id":"task-1",\r\n'),
		...created,
	},
	'200 with a Content-Length one too long': {
		create: raw('200 OK\r\nContent-Length: 21', '{"task_id":"task-1"}', 'close'),
		...created,
	},
	'200 with a Content-Length too short': {
		create: raw('200 OK\r\nContent-Length: 19', '{"task_id":"task-1"}', 'close'),
		...created,
	},
	'200 that breaks off within the id': { create: cut(200, '{"task_id":"task-'), ...uncertain },
	'200 that breaks off within a number': { create: cut(200, '{"id":12'), ...uncertain },
	'200 that breaks off after a number': { create: cut(200, '{"id":12,'), ...created, taskId: '12' },
	'200 that breaks off before the id': { create: cut(200, '{"code":"success","data":{'), ...uncertain },
	'200 with a break after upstream quotes': {
		create: cut(200, '{"message":"a \\"quoted\\" {brace","data":{"task_id":"task-1"'),
		...created,
	},
	'200 in gzip, cut in half after the id': {
		create: halfGzip(200, JSON.stringify({ ...id, filler })),
		...created,
	},
	'200 in gzip, cut in half before the id': { create: halfGzip(200, JSON.stringify({ filler, ...id })), ...uncertain },
	'200 of 5 MiB with the id first': {
		create: json(200, { ...id, filler: 'x'.repeat(5 << 20) }),
		...created,
	},
	'200 of 5 MiB with the id last': {
		create: json(200, { filler: 'x'.repeat(5 << 20), ...id }),
		...uncertain,
		facts: { cause: { code: 'ANSWER_TOO_LARGE' } },
	},
	'200 with a byte order mark': { create: text(200, '\uFEFF{"task_id":"task-1"}'), ...created },
	'200 with JSON twice': { create: text(200, '{"task_id":"task-1"}\n{"task_id":"task-1"}'), ...created },
	'200 with JSON and a page behind it': { create: text(200, '{"task_id":"task-1"}<p>{"a":1}</p>'), ...created },
	...Object.fromEntries(
		[
			'{"a":1}\n{"task_id":"task-1"}',
			'data: {"task_id":"task-1"}\n\n',
			'callback({"data":{"task_id" : "task-1"}});',
			')]}\',\n{"taskId":"task-1"}',
			'<pre>{"task_id":"task-1"</pre>',
			'\0{"task_id":"task-1"}',
		].flatMap((body): [string, Row][] => [
			[`200 with an id in what is not JSON: ${JSON.stringify(body)}`, { create: text(200, body), ...uncertainWithId }],
			[`429 with an id in what is not JSON: ${JSON.stringify(body)}`, { create: text(429, body), ...uncertainWithId }],
		]),
	),
	'200 with half an id in what is not JSON': { create: text(200, 'data: {"task_id":"task-'), ...uncertain },
	'200 with half a number in what is not JSON': { create: text(200, 'data: {"task_id":12'), ...uncertain },
	'200 with an id in white space': { create: json(200, { task_id: ' task-1\n' }), ...created },
	'200 with a code of success and an id': { create: json(200, { code: 201, id: 'task-1' }), ...created },
	'202 with an id': { create: json(202, id), ...created },
	'500 with data.task_id': { create: json(500, { error: { message: 'oops' }, data: id }), ...uncertainWithId },
	'400 with data.task_id': { create: json(400, { code: 'InvalidParameter', data: id }), ...uncertainWithId },
	'429 with data.task_id': { create: json(429, { code: 'RateLimitExceeded', data: id }), ...uncertainWithId },
	'401 with data.task_id': { create: json(401, { code: 'Unauthorized', data: id }), ...uncertainWithId },
	'301 with data.task_id': {
		create: json(301, { data: id }, { location: 'https://example.com/' }),
		...uncertainWithId,
	},
	'500 with data.id beside no error': {
		create: json(500, { error: { code: 'x' }, data: { id: 'task-1' } }),
		...uncertainWithId,
	},
	'500 that breaks off after data.task_id': {
		create: cut(500, '{"code":"x","data":{"task_id":"task-1"'),
		...uncertainWithId,
	},
	'400 that breaks off after data.task_id': {
		create: cut(400, '{"code":"x","data":{"task_id":"task-1"'),
		...uncertainWithId,
	},
	'400 that breaks off before an id': { create: cut(400, '{"code":"InvalidParameter","data":{"task_i'), ...uncertain },
	'400 without a length, cut before an id': {
		create: unbounded(400, '{"code":"InvalidParameter","data":{"task_i'),
		...uncertain,
	},
	'200 with an error, its code and an id beside it': {
		create: json(200, { error: { code: 'InvalidParameter', message: 'no' }, id: 'req_1' }),
		...refused(200, 'invalid-input'),
	},
	'200 with an error without a code, and an id beside it': {
		create: json(200, { error: { message: 'no' }, id: 'req_1' }),
		...uncertain,
		facts: { requestId: 'req_1' },
	},
	'500 with an error, and an id beside it': {
		create: json(500, { error: { message: 'no' }, id: 'req_1' }),
		...uncertain,
		facts: { requestId: 'req_1' },
	},
	'200 with the id `.`': { create: json(200, { task_id: '.' }), ...uncertain },
	'200 with the id `..`': { create: json(200, { task_id: ' ..' }), ...uncertain },
	'200 with an id that ends in half a character': { create: text(200, '{"task_id":"a\\ud83d"}'), ...uncertain },
	'an abort after the id arrived': {
		create: cut(200, '{"task_id":"task-1",', 'keep'),
		run: ({ client }) => client.submit(request, { signal: AbortSignal.timeout(300) }),
		...uncertainWithId,
	},

	// 2. Repeat only on proof.
	'503 whose words mention an asset': {
		create: json(503, { error: { message: 'asset cache not ready, your request was queued' } }),
		...uncertain,
	},
	'503 with a page that mentions an asset': { create: page(503, 'Static asset service not ready'), ...uncertain },
	'503 whose quoted code is asset_copy_not_ready': {
		create: json(503, { error: { message: 'upstream: {"code":"asset_copy_not_ready"}' } }),
		...uncertain,
	},
	'a reset whose cause is an older refused connection': {
		create: reset,
		options: { fetch: rethrowing(oldRefusal) },
		...uncertain,
	},
	'a reset among many refused connections': {
		create: reset,
		options: {
			fetch: rethrowing(
				() =>
					new AggregateError([...Array(20).fill(syscall('connect', 'ECONNREFUSED')), syscall('read', 'ECONNRESET')]),
			),
		},
		...uncertain,
	},
	'no connection': {
		options: { fetch: elsewhere(Infinity) },
		outcome: 'NetworkError',
		creates: 0,
		says: 'nothing was sent: submit it again',
	},
	'no connection once': { options: { fetch: elsewhere(1) }, ...created },
	'no connection twice': { options: { fetch: elsewhere(2) }, ...created },
	'429 for ever': { create: json(429, {}), ...refused(429, 'rate-limit', 3, { retryable: true }) },
	'429 once': { create: [json(429, {}), ready], ...created, creates: 2 },
	'429 once, then a reset': { create: [json(429, {}), reset], ...uncertain, creates: 2 },
	'429 once, then no connection, then a task': {
		create: [json(429, {}), ready],
		options: { fetch: elsewhere(1, 1) },
		...created,
		creates: 2,
	},
	'429 with a page': { create: page(429, 'slow down'), ...refused(429, 'rate-limit') },
	'429 without a body': { create: text(429, ''), ...refused(429, 'rate-limit') },
	'429 with JSON and a page behind it': { create: text(429, '{} <html>'), ...uncertain },
	'429 without a length, cut before an id': {
		create: unbounded(429, '{"error":{"message":"slow down"},"data":{"task_id":"tas'),
		...uncertain,
	},
	'429 in gzip, cut before an id': {
		create: halfGzip(429, JSON.stringify({ message: filler, data: id })),
		...uncertain,
	},
	'429 about money': { create: json(429, { code: 'SetLimitExceeded' }), ...refused(429, 'billing') },
	'503 asset_copy_not_ready once': {
		create: [json(503, { code: 'asset_copy_not_ready' }), ready],
		...created,
		creates: 2,
	},
	'503 asset_copy_not_ready for ever': {
		create: json(503, { code: 'asset_copy_not_ready', message: 'not yet' }),
		...refused(503, 'asset-not-ready', 3, { retryable: true }),
	},
	'503 asset_copy_not_ready with an id': {
		create: json(503, { code: 'asset_copy_not_ready', data: id }),
		...uncertainWithId,
	},
	'504 asset_copy_not_ready': { create: json(504, { code: 'asset_copy_not_ready' }), ...uncertain },
	...Object.fromEntries(
		[408, 409, 425, 460, 499, 500, 502, 503, 504, 520, 524, 302, 303, 307].flatMap((status) => [
			[`${status} in JSON`, { create: json(status, { error: { message: 'x' } }), ...uncertain }],
			[`${status} with a page`, { create: page(status, 'x'), ...uncertain }],
		]),
	),
	'a reset': { create: reset, ...uncertain },
	'a reset in the middle of the head': {
		create: ({ response }) => response.socket!.end('HTTP/1.1 200 O'),
		...uncertain,
	},
	'an answer that is not HTTP': {
		create: ({ response }) => response.socket!.end('SSH-2.0-OpenSSH_9.6\r\n'),
		...uncertain,
	},
	'a silence': {
		create: silence,
		options: { requestTimeout: 300 },
		...uncertain,
		facts: { cause: { code: 'TIMEOUT' } },
	},
	'a head without a body': { create: cut(200, '', 'keep'), options: { requestTimeout: 300 }, ...uncertain },
	'204': { create: ({ response }) => response.writeHead(204).end(), ...uncertain },
	'an empty 200': { create: text(200, ''), ...uncertain },
	'a page with 200': { create: page(200, 'task_id'), ...uncertain },
	'JSON of no object': { create: text(200, '"task-1"'), ...uncertain },

	// 3. Certain refusals are certain.
	'503 model_not_found': {
		create: json(503, { error: { code: 'model_not_found', message: 'No available channel for model seedance' } }),
		...refused(503, 'capacity', 1, { retryable: true, code: 'model_not_found' }),
	},
	'503 model_not_found in Chinese': {
		create: json(503, { error: { code: 'model_not_found', message: '分组 default 下模型 seedance 无可用渠道' } }),
		...refused(503, 'capacity', 1, { retryable: true }),
	},
	'503 model_not_found with an id': { create: json(503, { code: 'model_not_found', data: id }), ...uncertainWithId },
	'503 that only says that no channel is available': {
		create: json(503, { error: { message: 'No available channel for model seedance' } }),
		...uncertain,
	},
	'200 with an error code and no data': {
		create: json(200, { code: 'InvalidParameter', message: 'duration is wrong', data: null }),
		...refused(200, 'invalid-input'),
	},
	'200 with a code of 400': { create: json(200, { code: 400, message: 'no' }), ...refused(200, 'invalid-input') },
	'200 with a code of 500': { create: json(200, { code: 500, message: 'no', data: null }), ...uncertain },
	'200 with an error code, cut': { create: cut(200, '{"code":"InvalidParameter","message":"x"'), ...uncertain },
	'301': {
		create: json(301, {}, { location: 'https://example.com/secret' }),
		...refused(301, 'not-found'),
		says: 'it has moved to https://example.com; check the base URL',
	},
	'308': {
		create: text(308, '', { location: 'https://example.com/' }),
		...refused(308, 'not-found'),
		says: 'check the base URL',
	},
	'a proxy that refuses CONNECT': {
		options: { fetch: throughProxy },
		outcome: 'NetworkError',
		creates: 0,
		says: 'Proxy response (403) !== 200 when HTTP Tunneling; nothing was sent: submit it again',
	},
	...Object.fromEntries(
		[400, 401, 402, 403, 404, 405, 413, 415, 422, 451].map((status) => [
			`${status}`,
			{
				create: json(status, { error: { message: `no, ${apiKey}` } }),
				outcome: 'ApiError',
				creates: 1,
				facts: { status },
			},
		]),
	),
	'400 with a page': { create: page(400, 'no'), outcome: 'ApiError', creates: 1 },
	'404 from a wrong base URL': {
		create: json(404, { error: { message: 'Invalid URL (POST /v1/v1/video)', type: 'invalid_request_error' } }),
		...refused(404, 'not-found'),
		says: 'check the base URL',
	},

	// 4. What is judged is what is sent.
	'a getter that changes': {
		...sends(() =>
			Object.defineProperty({ ...request }, 'resolution', { enumerable: true, get: changing('720p', '4k') }),
		),
	},
	'a list with its own forEach': {
		...sends(() => ({ ...request, content: Object.assign([...request.content], { forEach() {} }) })),
	},
	'a proxy': { ...sends(() => new Proxy({ ...request }, { get: proxied('720p', '4k') })) },
	'a toJSON': {
		run: ({ client }) => client.submit(Object.assign({ ...request }, { toJSON: () => ({ evil: true }) })),
		outcome: 'InvalidRequestError',
		creates: 0,
		says: 'toJSON',
	},
	'a function in the request': invalid({ watermark: () => true }),
	'a symbol in the request': invalid({ watermark: Symbol('true') }),
	'a bigint in the request': invalid({ duration: 5n }),
	'an extraBody with toJSON': extra({ toJSON: () => ({ resolution: '4k' }) }, 'extraBody.toJSON is a function'),
	'an extraBody with a getter that changes': {
		run: async (world) => {
			const extraBody = Object.defineProperty({}, 'seed', { enumerable: true, get: changing(7, 8) });
			const sent = await world.client.submit(request, { extraBody });
			expect(JSON.parse(world.bodies[0]!)).toEqual({ ...request, seed: 7 });
			return sent;
		},
		...created,
	},
	'an extraBody that hides a field of the request': extra({ resolution: '4k' }, 'is a field of the request itself'),
	'an extraBody with a symbol': extra({ a: [Symbol('x')] }, 'extraBody.a.0 is a symbol'),
	'an extraBody with a bigint': extra({ a: { b: 5n } }, 'extraBody.a.b is a bigint'),
	'an extraBody that is null': extra(null, 'extraBody is null'),
	'an extraBody that is a list': extra([], 'extraBody is a list'),
	'an extraBody that is a text': extra('x', 'extraBody is "x"'),
	'an extraBody that is a revoked proxy': extra(revoked(), 'extraBody'),
	'an extraBody that holds a revoked proxy': extra({ a: revoked() }, 'extraBody'),
	'an extraBody that contains itself': extra(cyclic(), 'extraBody'),
	'an extraBody with a date': extra({ at: new Date(0) }, 'extraBody'),
	'a request that is a revoked proxy': {
		run: ({ client }) => client.submit(revoked() as never),
		outcome: 'InvalidRequestError',
		creates: 0,
	},
	'a build that throws': {
		run: ({ client }) =>
			client.submit({
				build() {
					throw new Error('a bug');
				},
			}),
		outcome: 'CallbackError',
		creates: 0,
		says: 'build threw "a bug"; nothing was sent',
	},
	'a build that is there once': {
		run: async ({ client }) => {
			const build = changing(() => request, undefined);
			return client.submit(Object.defineProperty({}, 'build', { get: build }) as never);
		},
		...created,
	},

	// 5. onSubmitting.
	'onSubmitting that throws': {
		run: ({ client }) => client.submit(request, { onSubmitting: thrower }),
		outcome: 'CallbackError',
		creates: 0,
		says: 'onSubmitting threw "a bug"; nothing was sent',
	},
	'onSubmitting that is rejected later': {
		run: ({ client }) => client.submit(request, { onSubmitting: async () => sleep(20).then(thrower) }),
		outcome: 'CallbackError',
		creates: 0,
	},
	'onSubmitting that never settles': {
		run: ({ client }) => client.submit(request, { onSubmitting: () => new Promise(() => {}) }),
		options: { requestTimeout: 200 },
		outcome: 'CallbackError',
		creates: 0,
		says: 'nothing was sent',
	},
	'onSubmitting that never settles, and an abort': {
		run: ({ client }) =>
			client.submit(request, { onSubmitting: () => new Promise(() => {}), signal: AbortSignal.timeout(50) }),
		outcome: 'AbortError',
		creates: 0,
		says: 'no task exists',
	},
	'onSubmitting that is no function': {
		run: ({ client }) => client.submit(request, { onSubmitting: 5 as never }),
		outcome: 'ConfigurationError',
		creates: 0,
	},
	'onSubmitting that throws at the second attempt': {
		create: [json(429, {}), ready],
		run: ({ client }) => client.submit(request, { onSubmitting: ({ attempt }) => attempt === 2 && thrower() }),
		outcome: 'CallbackError',
		creates: 1,
		says: 'nothing was sent',
	},
	'onSubmitting before each attempt': {
		create: [json(429, {}), json(503, { code: 'asset_copy_not_ready' }), ready],
		run: async ({ client, counts }) => {
			const events: (SubmittingEvent & { sent: number })[] = [];
			const task = await client.submit(request, {
				onSubmitting: async (event) => {
					await sleep(20);
					events.push({ ...event, sent: counts.create });
				},
			});
			expect(events.map(({ attempt, sent }) => [attempt, sent])).toEqual([
				[1, 0],
				[2, 1],
				[3, 2],
			]);
			expect(new Set(events.map(({ fingerprint }) => fingerprint)).size).toBe(1);
			expect(events[0]!.fingerprint).toMatch(/^[0-9a-f]{64}$/);
			expect(events.every(({ at }) => new Date(at).toISOString() === at)).toBe(true);
			expect(events[0]).not.toHaveProperty('index');
			return task;
		},
		...created,
		creates: 3,
	},
	'onSubmitting through generate': {
		run: async ({ client, counts }) => {
			const seen: number[] = [];
			const result = await client.generate(request, { onSubmitting: () => void seen.push(counts.create) });
			expect(seen).toEqual([0]);
			return result;
		},
		...created,
		reads: 1,
	},
	'an uncertain submit, as JSON': {
		create: json(500, { error: { message: 'oops' }, request_id: 'trace-1' }),
		...uncertain,
		facts: { requestId: 'trace-1' },
		check(error) {
			const { fingerprint, requestId, request: sent } = JSON.parse(JSON.stringify(error)) as Record<string, unknown>;
			expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
			expect([requestId, sent]).toEqual(['trace-1', request]);
		},
	},
	'an uncertain submit whose trace is in a header': {
		create: json(502, {}, { 'x-oneapi-request-id': 'trace-2' }),
		...uncertain,
		facts: { requestId: 'trace-2' },
	},

	// 14. The key in what the caller passes.
	'the key in the prompt, and a reset': {
		create: reset,
		run: ({ client }) => client.submit(requestFor(`say ${apiKey}`)),
		...uncertain,
		check: (error, { bodies }) => {
			expect(bodies[0]).toContain(apiKey);
			expect(error).toMatchObject({ request: requestFor('say [api key]') });
		},
	},
	'the key in extraBody, and a 500': {
		create: json(500, {}),
		run: ({ client }) => client.submit(request, { extraBody: { a: [{ [apiKey]: `Bearer ${apiKey}` }] } }),
		...uncertain,
		check: (error, { bodies }) => {
			expect(JSON.parse(bodies[0]!)).toEqual({ ...request, a: [{ [apiKey]: `Bearer ${apiKey}` }] });
			expect(error).toMatchObject({ request: { a: [{ '[api key]': 'Bearer [api key]' }] } });
		},
	},
	'the key in the prompt, and an abort': {
		create: silence,
		run: ({ client }) => client.submit(requestFor(apiKey), { signal: abortsWith(new Error(apiKey)) }),
		...uncertain,
	},
	'the key in wrong fields': {
		run: ({ client }) =>
			client.submit({ ...request, ratio: apiKey, [apiKey]: 1, content: [{ type: apiKey }] } as never),
		outcome: 'InvalidRequestError',
		creates: 0,
		says: 'ratio "[api key]" is invalid',
	},
	'a long key in a wrong field, which its sentence cuts': {
		run: ({ url }) => {
			const long = apiKey.padEnd(80, 'x');
			return createClient({ apiKey: long, baseUrl: url }).submit({ ...request, ratio: long as never });
		},
		outcome: 'InvalidRequestError',
		creates: 0,
		says: 'ratio "[api key]" is invalid',
	},
	'the key in a wrong field of extraBody': {
		run: ({ client }) => client.submit(request, { extraBody: { [apiKey]: Number.NaN } }),
		outcome: 'ConfigurationError',
		creates: 0,
	},
	'the key as an id': {
		run: async ({ client }) => client.task(apiKey),
		outcome: 'ConfigurationError',
		creates: 0,
		says: 'taskId is the API key: pass the id of a task',
	},
	'a key that is a part of an id': {
		run: ({ url }) => createClient({ apiKey: 'asyntask', baseUrl: url }).task('asyntask_1').wait(),
		outcome: 'created',
		creates: 0,
		reads: 1,
		taskId: 'asyntask_1',
		read: json(200, { data: { status: 'SUCCESS', result_url: 'https://cdn.example/asyntask.mp4' } }),
		facts: { videoUrl: 'https://cdn.example/asyntask.mp4' },
	},
	'the key in what build throws': {
		run: ({ client }) =>
			client.submit({
				build() {
					throw new Error(apiKey);
				},
			}),
		outcome: 'CallbackError',
		creates: 0,
	},
	...Object.fromEntries(
		(['onSubmitting', 'onSubmitted', 'onProgress'] as const).flatMap((name) =>
			[
				['the key', new Error(apiKey)],
				['a revoked proxy', revoked()],
				['a throwing getter', Object.defineProperty(new Error('x'), 'stack', { get: () => JSON.parse(apiKey) })],
			].map(([what, thrown]): [string, Row] => [
				`${name} that throws ${what as string}`,
				{
					run: ({ client }) => client.generate(request, { [name]: () => Promise.reject(thrown) }),
					outcome: 'CallbackError',
					...(name === 'onSubmitting' ? { creates: 0 } : { creates: 1, taskId: 'task-1' }),
					...(name === 'onProgress' && { reads: 1 }),
					says: `${name} threw`,
				},
			]),
		),
	),
	'hooks that throw the key and a revoked proxy': {
		options: {
			onRequest: () => Promise.reject(new Error(apiKey)),
			onResponse: () => Promise.reject(revoked()),
		},
		...created,
	},
	'an abort with a revoked proxy': {
		create: silence,
		run: ({ client }) => client.submit(request, { signal: abortsWith(revoked()) }),
		...uncertain,
	},

	// 15 and 16. Options that can't be used.
	'a fetch that returns undefined': { options: { fetch: (async () => undefined) as never }, ...uncertain, creates: 0 },
	'a fetch that returns null, synchronously': { options: { fetch: (() => null) as never }, ...uncertain, creates: 0 },
	'a fetch that throws undefined': { options: { fetch: rethrowing(() => undefined) }, ...uncertain },
	'a fetch that throws a throwing getter': {
		options: {
			fetch: rethrowing(() =>
				Object.defineProperty({}, 'message', {
					get() {
						throw new Error(`Bearer ${apiKey}`);
					},
				}),
			),
		},
		...uncertain,
	},
	'a fetch that throws a revoked proxy': { options: { fetch: rethrowing(revoked) }, ...uncertain },
	'a fetch that throws errors in errors': { options: { fetch: rethrowing(tangled) }, ...uncertain },
	'a base URL that ends in /v1': { run: withBase('/v1'), ...created },
	'a base URL that ends in /v1/': { run: withBase('/v1/'), ...created },
	'a key that begins with Bearer': {
		run: async ({ url }) => {
			let seen = '';
			const fetch: Fetch = async (to, init) => {
				seen = new Headers(init?.headers).get('authorization') ?? '';
				return globalThis.fetch(to, init);
			};
			const task = await createClient({ apiKey: `Bearer ${apiKey}`, baseUrl: url, fetch }).submit(request);
			expect(seen).toBe(`Bearer ${apiKey}`);
			return task;
		},
		...created,
	},
	'no cache': {
		run: async ({ url }) => {
			const seen: unknown[] = [];
			const fetch: Fetch = async (to, init) => {
				seen.push(init?.cache);
				return globalThis.fetch(to, init);
			};
			const result = await createClient({ apiKey, baseUrl: url, fetch }).generate(request);
			expect(seen).toEqual(['no-store', 'no-store']);
			return result;
		},
		...created,
		reads: 1,
	},
	'a signal that is none': {
		run: ({ client }) => client.submit(request, { signal: {} as never }),
		outcome: 'ConfigurationError',
		creates: 0,
	},
};

suite('submit', 'created', ({ client }) => client.submit(request), rows);

type Fetch = NonNullable<ClientOptions['fetch']>;

/** Sends the request, and throws something else in place of the answer. */
function rethrowing(thrown: () => unknown): Fetch {
	return async (...call) => {
		await fetch(...call).catch(() => undefined);
		throw thrown();
	};
}

/** Sends a number of attempts to a port where nobody listens, after some that it sends on. */
function elsewhere(attempts: number, after = 0): Fetch {
	let count = 0;
	return async (url, init) => {
		count += 1;
		return fetch(count > after && count <= after + attempts ? 'http://127.0.0.1:1/' : url, init).catch(unblocked);
	};
}

// Node's fetch refuses to ask port 1. What the system says of it is the same for all ports.
function unblocked(): never {
	throw new TypeError('fetch failed', { cause: syscall('connect', 'ECONNREFUSED') });
}

function syscall(call: string, code: string, cause?: Error): Error {
	return Object.assign(new Error(`${call} ${code}`, { cause }), { syscall: call, code });
}

function oldRefusal(): Error {
	return new TypeError('fetch failed', {
		cause: syscall('read', 'ECONNRESET', syscall('connect', 'ECONNREFUSED')),
	});
}

/** An error that contains itself many times. */
function tangled(): Error {
	const error = new AggregateError([]);
	error.errors = Array.from({ length: 16 }, () => error);
	error.cause = error;
	return error;
}

/** Asks a proxy for a tunnel that it refuses, and throws what the ProxyAgent of undici makes `fetch` throw then. */
async function throughProxy(url: string): Promise<Response> {
	const proxy = createServer().on('connect', (_, socket) => socket.end('HTTP/1.1 403 Forbidden\r\n\r\n'));
	await listen(proxy);
	const { port } = proxy.address() as AddressInfo;
	const status = await new Promise<number>((resolve, reject) => {
		httpRequest({ port, method: 'CONNECT', path: new URL(url).host })
			.on('connect', (response) => resolve(response.statusCode ?? 0))
			.on('error', reject)
			.end();
	});
	proxy.close();
	const refusal = Object.assign(new Error(`Proxy response (${status}) !== 200 when HTTP Tunneling`), {
		name: 'AbortError',
		code: 'UND_ERR_ABORTED',
	});
	throw new TypeError('fetch failed', {
		cause: Object.assign(new Error('Request was cancelled.', { cause: refusal }), { code: 0 }),
	});
}

/** What is sent is the request as it was judged. */
function sends(input: () => unknown): Row {
	return {
		async run({ client, bodies }) {
			const task = await client.submit(input() as typeof request);
			expect(JSON.parse(bodies[0]!)).toEqual(request);
			return task;
		},
		...created,
	};
}

function invalid(fields: object): Row {
	return {
		run: ({ client }) => client.submit({ ...request, ...fields } as never),
		outcome: 'InvalidRequestError',
		creates: 0,
	};
}

function extra(extraBody: unknown, says: string): Row {
	return {
		run: ({ client }) => client.submit(request, { extraBody: extraBody as never }),
		outcome: 'ConfigurationError',
		creates: 0,
		says,
	};
}

function withBase(path: string): NonNullable<Row['run']> {
	return async ({ url }) => {
		return createClient({ apiKey, baseUrl: url + path }).submit(requestFor('base'));
	};
}

function changing<T>(first: T, then: unknown): () => T {
	let reads = 0;
	return () => (reads++ === 0 ? first : then) as T;
}

function proxied(first: unknown, then: unknown): NonNullable<ProxyHandler<typeof request>['get']> {
	const resolution = changing(first, then);
	return (target, field): unknown => (field === 'resolution' ? resolution() : Reflect.get(target, field));
}

function revoked(): object {
	const { proxy, revoke } = Proxy.revocable({}, {});
	revoke();
	return proxy;
}

function cyclic(): object {
	const value: Record<string, unknown> = {};
	value['self'] = value;
	return value;
}

function thrower(): never {
	throw new Error('a bug');
}

function sleep(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

export type { Answer };

/** A signal that aborts soon, with a reason. */
function abortsWith(reason: unknown): AbortSignal {
	const controller = new AbortController();
	setTimeout(() => controller.abort(reason), 200);
	return controller.signal;
}
