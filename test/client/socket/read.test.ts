import { expect } from 'vitest';
import { createClient, type TaskProgress } from '../../../src/client/index.js';
import { apiKey, request } from '../fake-api.js';
import { cut, halfGzip, json, page, reset, silence, succeeded, task, text, unbounded } from './answers.js';
import { suite, type Row } from './harness.js';

const done = { outcome: 'finished', creates: 0, reads: 1, taskId: 'task-1' } as const;
const again = { ...done, reads: 2 } as const;
const failed = (kind: string, facts: object = {}): Omit<Row, 'read'> => ({
	outcome: 'TaskFailedError',
	creates: 0,
	reads: 1,
	taskId: 'task-1',
	facts: { kind, ...facts },
});
const refused = (status: number, kind: string): Omit<Row, 'read'> => ({
	outcome: 'ApiError',
	creates: 0,
	reads: 1,
	taskId: 'task-1',
	facts: { status, kind },
});
const unfinished = {
	outcome: 'TaskTimeoutError',
	creates: 0,
	reads: 'many',
	taskId: 'task-1',
	options: { polling: { deadline: 60 } },
	says: 'resume with client.task("task-1").wait()',
} as const;

/** A failure of the read alone, once: the next read says that the task has succeeded. */
const once = (answer: NonNullable<Row['read']> & Function): Row => ({ read: [answer as never, succeeded()], ...again });
const bodyOf = (body: object): Row => once(json(200, body));
const fails = (body: object, kind = 'unknown', facts: object = {}): Row => ({
	read: json(200, body),
	...failed(kind, facts),
});
const because = (reason: string, kind: string, code?: string): Row =>
	fails({ data: { task_id: 'task-1', status: 'FAILURE', fail_reason: reason }, ...(code && { code }) }, kind);
const status =
	(run: (client: ReturnType<typeof createClient>) => Promise<unknown>): NonNullable<Row['run']> =>
	({ client }) =>
		run(client);
const finished = (data: object): Row => ({ read: json(200, data), ...done });

const rows: Record<string, Row> = {
	// 7. A task is dead only if the answer is about the task.
	'an error of the read': bodyOf({ status: 'error', error: { code: 'RateLimitExceeded' } }),
	'an envelope with a status and no data': bodyOf({ code: 500, status: 'failed', data: null }),
	'a timeout of the read': bodyOf({ status: 'timeout' }),
	'an error of the read with a message': bodyOf({ status: 'failed', message: 'upstream error' }),
	'an error of the read with the id of the request': bodyOf({ id: 'req_1', status: 'failed', error: { message: 'x' } }),
	'an error of the read with an empty reason': bodyOf({ status: 'FAILURE', fail_reason: '', finish_time: 0 }),
	'an error of the read with a status as data': bodyOf({ status: 'failed', data: 'failed' }),
	'a cancelled read': bodyOf({ status: 'cancelled' }),
	'the failure of another task': bodyOf({ data: { task_id: 'task-2', status: 'FAILURE', fail_reason: 'x' } }),
	'the failure of another task, by its id': bodyOf({ id: 'task-2', status: 'failed' }),
	'the success of another task': bodyOf({
		data: { task_id: 'task-2', status: 'SUCCESS', result_url: 'https://x.test/a.mp4' },
	}),
	'another task for ever': { read: json(200, { data: { task_id: 'task-2', status: 'SUCCESS' } }), ...unfinished },
	'an error of the read for ever': { read: json(200, { status: 'error', error: { code: 'x' } }), ...unfinished },
	'a failure with the id of the task': fails({ id: 'task-1', status: 'failed', error: { code: 'x', message: 'no' } }),
	'a failure with the task_id': fails({ task_id: 'task-1', status: 'failed' }),
	'a failure with data.status': fails({ code: 'success', data: { status: 'FAILURE' } }),
	'a failure with a reason': fails({ status: 'failed', fail_reason: 'no' }),
	'a failure with a finish time': fails({ status: 'failed', finish_time: 1_700_000_000 }),
	'a failure with a completion time': fails({ status: 'failed', completed_at: '2025-01-01T00:00:00Z' }),
	'a failure beside the number of a row': fails({ data: { id: 17, status: 'FAILURE', fail_reason: 'no' } }),
	"a failure beside upstream's id": fails({
		data: { task_id: 'task-1', status: 'FAILURE', data: { id: 'cgt-1', status: 'failed' } },
	}),
	'an expired task': fails({ data: { task_id: 'task-1', status: 'expired' } }, 'unknown', { status: 'expired' }),
	'a cancelled task': fails({ data: { task_id: 'task-1', status: 'cancelled' } }, 'unknown', { status: 'cancelled' }),

	// 8. Success without a URL, and the places of a URL.
	'success with an empty reason and no URL': {
		read: json(200, { status: 'SUCCESS', fail_reason: '' }),
		outcome: 'UnexpectedResponseError',
		creates: 0,
		reads: 4,
		taskId: 'task-1',
		says: 'the task succeeded and has no URL of its video',
		facts: { body: '{"status":"SUCCESS","fail_reason":""}' },
	},
	'success whose URL comes later': { read: [task('SUCCESS'), task('SUCCESS'), succeeded()], ...done, reads: 3 },
	'success without a URL, then a break, then the URL': {
		read: [task('SUCCESS'), reset, succeeded()],
		...done,
		reads: 3,
	},
	'success with a URL that is none': {
		read: task('SUCCESS', { result_url: 'ftp://x.test/a.mp4' }),
		outcome: 'UnexpectedResponseError',
		creates: 0,
		reads: 4,
		taskId: 'task-1',
	},
	'a URL in video_url': url({ status: 'succeeded', video_url: 'https://x.test/a.mp4' }),
	'a URL in output.video_url': url({ status: 'succeeded', output: { video_url: 'https://x.test/a.mp4' } }),
	'a URL in url, with white space': url({ status: 'succeeded', url: ' \n https://x.test/a.mp4\t' }),
	'a URL in content.video_url': url({ status: 'succeeded', content: { video_url: 'https://x.test/a.mp4' } }),
	'a URL in data.data': url({ data: { status: 'SUCCESS', data: { content: { video_url: 'https://x.test/a.mp4' } } } }),
	'a URL in fail_reason': url({ status: 'SUCCESS', fail_reason: 'https://x.test/a.mp4' }),

	// 9. Kinds.
	'a timeout while fetching': because('timeout while fetching resource', 'media-fetch', 'InvalidParameter'),
	'a failed download': because('image download failed', 'media-fetch', 'InvalidParameter'),
	'an asset in processing': because(
		'the asset asset-20250101 is still processing',
		'asset-not-ready',
		'InvalidParameter',
	),
	'refused audio': because('output audio may contain sensitive information', 'output-moderation'),
	'refused video': because('The output video may contain sensitive information.', 'output-moderation'),
	'refused text': because('The input text may contain sensitive information', 'input-moderation'),
	'refused input audio': because('input audio may contain sensitive information', 'input-moderation'),
	'a real person': because('the input image may contain real person', 'input-moderation', 'InvalidParameter'),
	'a quoted failure': because(
		'bad response: {"error":{"code":"OutputVideoSensitiveContentDetected","message":"no"}}',
		'output-moderation',
	),
	'404 from a wrong base URL': {
		read: json(404, { error: { message: 'Invalid URL (GET /v1/x)', type: 'invalid_request_error' } }),
		...refused(404, 'not-found'),
		says: 'check the task id and the base URL',
	},
	'401': { read: json(401, { error: { message: apiKey } }), ...refused(401, 'auth') },
	'400': { read: json(400, {}), ...refused(400, 'invalid-input') },
	'404': { read: json(404, {}), ...refused(404, 'not-found') },

	// Reads that fail are repeated.
	'429 once': once(json(429, {})),
	'429 with a page, once': once(page(429, 'x')),
	'500 once': once(json(500, {})),
	'500 that says that the task failed, once': once(json(500, { data: { task_id: 'task-1', status: 'FAILURE' } })),
	'502 with a page, once': once(page(502, 'x')),
	'a reset once': once(reset),
	'a page with 200, once': once(page(200, 'Log in')),
	'an empty 200, once': once(text(200, '')),
	'an answer that breaks off, once': once(cut(200, '{"data":{"task_id":"task-1","status":"FAIL')),
	'an answer that breaks off behind a failure, once': once(
		cut(200, '{"data":{"task_id":"task-1","status":"FAILURE","fail_reason":'),
	),
	'an answer that ends in a failure, once': once(
		unbounded(200, '{"data":{"task_id":"task-1","status":"FAILURE","fail_rea'),
	),
	'an answer in half a gzip, once': once(halfGzip(200, JSON.stringify({ data: { status: 'FAILURE' } }))),
	'a silence, once': { ...once(silence), options: { requestTimeout: 250 } },
	'a redirect': {
		read: text(302, '', { location: 'https://example.com/' }),
		outcome: 'UnexpectedResponseError',
		creates: 0,
		reads: 1,
		taskId: 'task-1',
		says: 'redirects are not followed',
	},
	'an unknown status': { read: task('PONDERING'), ...unfinished, facts: { rawStatus: 'PONDERING' } },
	'a status that quotes the key': { read: task(`waits for ${apiKey}`), ...unfinished },
	'a result that quotes the key': {
		read: task('SUCCESS', { result_url: 'https://x.test/a.mp4', ratio: apiKey, super_resolution: `${apiKey}!` }),
		...done,
		check: (result) => expect(result).toMatchObject({ ratio: '[api key]', resolution: '[api key]!' }),
	},
	'a snapshot whose status quotes the key': {
		read: task(apiKey),
		run: status((client) => client.task('task-1').status()),
		...done,
		check: (snapshot) => expect(snapshot).toMatchObject({ rawStatus: '[api key]', status: 'unknown' }),
	},

	// 10. Bounds.
	'an answer of 300 MB': { ...once(endless(300)), check: (_, { counts }) => expect(counts.read).toBe(2) },
	'an error of 300 MB': { ...once(endless(300, 500)) },
	'a reason of 200 kB': {
		...fails({ data: { status: 'FAILURE', fail_reason: 'asset {"'.repeat(25_000) } }),
		check: (error) => expect((error as { reason: string }).reason.length).toBeLessThan(2_010),
	},
	'a reason of 200 kB of spaces': { ...fails({ data: { status: 'FAILURE', fail_reason: ' '.repeat(200_000) } }) },
	'a code and a request id of 1 MB': {
		read: json(400, { error: { code: 'x'.repeat(1 << 20), message: 'no' }, request_id: 'y'.repeat(1 << 20) }),
		outcome: 'ApiError',
		creates: 0,
		reads: 1,
		taskId: 'task-1',
		check(error) {
			const { code, requestId, message } = error as Record<'code' | 'requestId' | 'message', string>;
			expect([code.length, requestId.length]).toEqual([200, 200]);
			expect(message.length).toBeLessThan(1_000);
		},
	},
	'a status of 1 MB': {
		read: task('x'.repeat(1 << 20)),
		...unfinished,
		check: (error) => expect((error as Error).message.length).toBeLessThan(1_000),
	},

	// 12. Callbacks and deadlines.
	'onProgress that never settles': {
		read: task('QUEUED'),
		run: status((client) => client.task('task-1').wait({ deadline: 50, onProgress: () => new Promise(() => {}) })),
		outcome: 'TaskTimeoutError',
		creates: 0,
		reads: 1,
		taskId: 'task-1',
		facts: { lastStatus: 'queued', cause: { name: 'CallbackError' } },
	},
	'onProgress that throws': {
		read: task('QUEUED'),
		run: status((client) =>
			client.task('task-1').wait({
				onProgress() {
					throw new Error('a bug');
				},
			}),
		),
		outcome: 'CallbackError',
		creates: 0,
		reads: 1,
		taskId: 'task-1',
		says: 'resume with client.task("task-1").wait()',
	},
	'onProgress that never settles, and an abort': {
		read: task('QUEUED'),
		run: status((client) =>
			client.task('task-1').wait({ signal: AbortSignal.timeout(50), onProgress: () => new Promise(() => {}) }),
		),
		outcome: 'AbortError',
		creates: 0,
		reads: 1,
		taskId: 'task-1',
	},
	'onSubmitted that never settles': {
		run: status((client) => client.generate(request, { deadline: 50, onSubmitted: () => new Promise(() => {}) })),
		outcome: 'TaskTimeoutError',
		creates: 1,
		taskId: 'task-1',
	},
	'onSubmitted that throws': {
		run: status((client) => client.generate(request, { onSubmitted: () => Promise.reject(new Error('a bug')) })),
		outcome: 'CallbackError',
		creates: 1,
		taskId: 'task-1',
		says: 'resume with client.task("task-1").wait()',
	},
	'hooks that never settle': {
		...done,
		options: { onRequest: () => new Promise(() => {}), onResponse: () => new Promise(() => {}) },
	},
	'hooks that throw': {
		...done,
		options: {
			onRequest() {
				throw new Error('a bug');
			},
			onResponse: () => Promise.reject(new Error('a bug')),
		},
	},
	'progress is told': {
		read: [task('QUEUED'), task('IN_PROGRESS', { progress: '30%' }), succeeded()],
		async run({ client }) {
			const seen: TaskProgress[] = [];
			const result = await client.task('task-1').wait({ onProgress: (progress) => seen.push(progress) });
			expect(seen.map(({ progress }) => progress)).toEqual([0, 0.3, 1]);
			return result;
		},
		...done,
		reads: 3,
	},

	// 13. Signals.
	'status with AbortSignal.timeout': {
		read: silence,
		run: status((client) => client.task('task-1').status({ signal: AbortSignal.timeout(100) })),
		outcome: 'AbortError',
		creates: 0,
		reads: 1,
		taskId: 'task-1',
		facts: { cause: { name: 'TimeoutError' } },
	},
	'wait with AbortSignal.timeout': {
		read: task('QUEUED'),
		options: { polling: { interval: 60_000, maxInterval: 60_000, deadline: 600_000 } },
		run: status((client) => client.task('task-1').wait({ signal: AbortSignal.timeout(100) })),
		outcome: 'AbortError',
		creates: 0,
		reads: 1,
		taskId: 'task-1',
	},
	'status with a signal that has aborted': {
		run: status((client) => client.task('task-1').status({ signal: AbortSignal.abort() })),
		outcome: 'AbortError',
		creates: 0,
		taskId: 'task-1',
	},
	'status with a signal that is none': {
		run: status((client) => client.task('task-1').status({ signal: 'stop' as never })),
		outcome: 'ConfigurationError',
		creates: 0,
	},

	// 14. The key is a word of the answer.
	'a key that is a part of the URL': {
		read: succeeded('/emulator/video.mp4'),
		run: async ({ url: baseUrl }) => createClient({ apiKey: 'emulator', baseUrl }).task('task-1').wait(),
		...done,
		check(result, { url: baseUrl }) {
			const { videoUrl, raw } = result as { videoUrl: string; raw: unknown };
			expect(videoUrl).toBe(`${baseUrl}/emulator/video.mp4`);
			expect(JSON.stringify(raw)).toContain('[api key]');
		},
	},
	'a key that is a part of the id': {
		create: json(200, { task_id: 'emulator-1' }),
		run: async ({ url: baseUrl }) => createClient({ apiKey: 'emulator', baseUrl }).submit(request),
		outcome: 'finished',
		creates: 1,
		taskId: 'emulator-1',
	},
	'a key that is a status': {
		read: succeeded(),
		run: async ({ url: baseUrl }) => createClient({ apiKey: 'succeeded', baseUrl }).task('task-1').wait(),
		...done,
	},

	// 15. Ids.
	...Object.fromEntries(
		(
			[
				['a lone surrogate', 'a\ud83d'],
				['an empty id', ''],
				['a blank id', ' \n'],
				['a dot', '.'],
				['two dots', ' .. '],
				['a bigint', 5n],
				['a symbol', Symbol('x')],
				['an object that contains itself', cyclic()],
				['a revoked proxy', revoked()],
				['undefined', undefined],
			] as const
		).map(([name, id]) => [
			`an id that is ${name}`,
			{
				run: async ({ client }) => client.task(id as never).wait(),
				outcome: 'ConfigurationError',
				creates: 0,
				says: 'is not a task id',
			} satisfies Row,
		]),
	),
	'an id in white space': { run: status((client) => client.task(' task-1\n').wait()), ...done },
	'an id with a path in it': {
		read: ({ incoming, response }) => response.writeHead(418).end(incoming.url),
		run: status((client) => client.task('../models?x#y').status()),
		outcome: 'ApiError',
		creates: 0,
		reads: 1,
		taskId: '../models?x#y',
		facts: { reason: '/v1/video/generations/..%2Fmodels%3Fx%23y' },
	},
	'a deadline that is none': {
		run: status((client) => client.generate(request, { deadline: 5n as never })),
		outcome: 'ConfigurationError',
		creates: 0,
	},
};

suite('read', 'finished', ({ client }) => client.task('task-1').wait(), rows);

function url(body: object): Row {
	return { ...finished(body), facts: { videoUrl: 'https://x.test/a.mp4' } };
}

/** Answers with megabytes of JSON, as fast as they are taken, and no more than 20 MB of them. */
function endless(megabytes: number, code = 200): NonNullable<Row['read']> & Function {
	return async ({ response }: Parameters<Extract<NonNullable<Row['read']>, Function>>[0]) => {
		let sent = 0;
		response.writeHead(code, { 'content-length': megabytes * 1e6 }).write('{"message":"');
		while (!response.destroyed && sent < megabytes) {
			sent += 1;
			if (!response.write('x'.repeat(1e6))) {
				await new Promise((resolve) => response.once('drain', resolve).once('close', resolve));
			}
		}
		// What the system holds in its buffers comes on top of the 4 MiB.
		expect(sent).toBeLessThan(30);
	};
}

function cyclic(): object {
	const value: Record<string, unknown> = {};
	value['self'] = value;
	return value;
}

function revoked(): object {
	const { proxy, revoke } = Proxy.revocable({}, {});
	revoke();
	return proxy;
}
