import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createClient, type GenerateOptions } from '../../src/client/index.js';
import { saveVideo } from '../../src/node/index.js';
import { apiKey, request } from './fake-api.js';
import { mp4 } from './mp4.js';

/** Answers one call. `url` is the server's own, `nth` counts the calls of its sort from 1. */
type Answer = (response: ServerResponse, call: { incoming: IncomingMessage; url: string; nth: number }) => void;

interface Row {
	readonly create?: Answer;
	readonly poll?: Answer;
	readonly video?: Answer;

	/** How the call is aborted: the moment, told as `creates`, `polls` or `videos` reaching 1, or before anything. */
	readonly abortAt?: 'start' | 'create' | 'poll' | 'video';
	readonly deadline?: number;
	readonly requestTimeout?: number;

	/** What it comes to: the error's name, or `saved`. */
	readonly outcome: string;
	readonly creates: number;

	/** How many polls: a number, or `many` where they go on to the deadline. */
	readonly polls?: number | 'many';
	readonly taskId?: boolean;
	readonly facts?: object;
}

const video = mp4(Buffer.alloc(100_000, 'video'));
const uncertain = { outcome: 'SubmitUncertainError', creates: 1 } as const;
const done = { outcome: 'saved', creates: 1, polls: 1 } as const;
const atDeadline = { outcome: 'TaskTimeoutError', creates: 1, polls: 'many', taskId: true, deadline: 40 } as const;
const failed = { outcome: 'TaskFailedError', creates: 1, polls: 1, taskId: true } as const;
const refused = (status: number, kind: string, creates = 1): Row => ({
	create: say(status, { error: { message: `no, ${apiKey}`, code: 'x' } }),
	outcome: 'ApiError',
	creates,
	facts: { status, kind },
});

const rows: Record<string, Row> = {
	'submit 400': refused(400, 'invalid-input'),
	'submit 401': refused(401, 'auth'),
	'submit 402': refused(402, 'billing'),
	'submit 403': refused(403, 'auth'),
	'submit 404': refused(404, 'not-found'),
	'submit 413': refused(413, 'invalid-input'),
	'submit 429 for ever': refused(429, 'rate-limit', 3),
	'submit 429 once': { create: once(say(429, {})), ...done, creates: 2 },
	'submit 429 once, with Retry-After': { create: once(say(429, {}, { 'retry-after': '0' })), ...done, creates: 2 },
	'submit 503 once, of an asset': { create: once(say(503, { code: 'asset_copy_not_ready' })), ...done, creates: 2 },
	'submit 500': { create: say(500, {}), ...uncertain },
	'submit 502': { create: page(502), ...uncertain },
	'submit 503': { create: say(503, { code: 'x', message: 'No available channel' }), ...uncertain },
	'submit 504': { create: page(504), ...uncertain },
	'submit reset before the request was read': { create: (response) => response.socket?.destroy(), ...uncertain },
	'submit reset after the request was read': {
		create: (response, { incoming }) => incoming.resume().on('end', () => response.socket?.destroy()),
		...uncertain,
	},
	'submit timeout': { requestTimeout: 500, create: () => {}, ...uncertain, facts: { cause: { code: 'TIMEOUT' } } },
	'submit with an empty 200': { create: (response) => response.end(), ...uncertain },
	'submit with an HTML 200': { create: page(200), ...uncertain },
	'submit with truncated JSON': { create: (response) => response.end('{"task_id":"ta'), ...uncertain },
	'submit with a redirect': { create: say(307, {}, { location: 'http://127.0.0.1:9/' }), ...uncertain },

	'poll 401': {
		poll: say(401, { error: { message: apiKey } }),
		outcome: 'ApiError',
		creates: 1,
		polls: 1,
		taskId: true,
	},
	'poll 404': { poll: say(404, {}), outcome: 'ApiError', creates: 1, polls: 1, taskId: true },
	'poll 429 once, with Retry-After': { poll: once(say(429, {}, { 'retry-after': '0' })), ...done, polls: 2 },
	'poll 429 with Retry-After: 4, to the deadline': {
		poll: say(429, {}, { 'retry-after': '4' }),
		...atDeadline,
		polls: 2,
	},
	'poll 500 once': { poll: once(say(500, {})), ...done, polls: 2 },
	'poll 500 for ever': { poll: say(500, {}), ...atDeadline, facts: { cause: { status: 500 } } },
	'poll 503 once': { poll: once(say(503, {})), ...done, polls: 2 },
	'poll reset once': { poll: once((response) => response.socket?.destroy()), ...done, polls: 2 },
	'poll HTML once': { poll: once(page(200)), ...done, polls: 2 },
	'poll empty once': { poll: once((response) => response.end()), ...done, polls: 2 },
	'poll with a slow body, once': {
		requestTimeout: 250,
		poll: once((response) => void response.writeHead(200).write('{"data":')),
		...done,
		polls: 2,
	},
	'poll with an unknown status': { poll: status('PONDERING'), ...atDeadline, facts: { rawStatus: 'PONDERING' } },
	'poll failed': { poll: status('FAILURE', { fail_reason: `no, ${apiKey}` }), ...failed },
	'poll failed with nested JSON': {
		poll: status('FAILURE', {
			fail_reason: JSON.stringify({ error: { code: 'OutputVideoSensitiveContentDetected', message: 'content[0]' } }),
		}),
		...failed,
		facts: { kind: 'output-moderation', reason: 'content[0]', place: { verb: '.text()' } },
	},
	'poll cancelled': { poll: status('cancelled'), ...failed, facts: { status: 'cancelled' } },
	'poll expired': { poll: status('expired'), ...failed, facts: { status: 'expired' } },
	'poll SUCCESS': { poll: finished('SUCCESS'), ...done },
	'poll succeeded': { poll: finished('succeeded'), ...done },
	'poll completed': { poll: finished('completed'), ...done },

	'abort before the submit': { abortAt: 'start', outcome: 'AbortError', creates: 0 },
	'abort during the submit': { abortAt: 'create', create: () => {}, ...uncertain },
	'abort between polls': {
		abortAt: 'poll',
		poll: status('IN_PROGRESS'),
		outcome: 'AbortError',
		creates: 1,
		polls: 1,
		taskId: true,
	},
	'abort during the download': {
		abortAt: 'video',
		video: half,
		outcome: 'AbortError',
		creates: 1,
		polls: 1,
		taskId: true,
	},
	deadline: { poll: status('QUEUED'), ...atDeadline, facts: { lastStatus: 'queued' } },

	'result 403': { video: say(403, {}), outcome: 'DownloadError', creates: 1, polls: 2, taskId: true },
	'result drop at half, once': { video: once(half, rest), ...done },
	'result drop at half, from a server without ranges': { video: once(half), ...done },
	'result of a wrong length, for ever': {
		video: half,
		outcome: 'DownloadError',
		creates: 1,
		polls: 1,
		taskId: true,
	},
	'result with a redirect to another host': {
		video: (response, { url, incoming }) =>
			incoming.url === '/video.mp4'
				? response.writeHead(302, { location: url.replace('127.0.0.1', 'localhost') + '/elsewhere.mp4' }).end()
				: response.end(video),
		...done,
		polls: 1,
	},
};

let server: Server;
let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'failures-'));
});
afterEach(async () => {
	server.closeAllConnections();
	server.close();
	await rm(folder, { recursive: true });
});

test.each(Object.entries(rows))('%s', async (_, row) => {
	const calls = { create: 0, poll: 0, video: 0 };
	const keys = new Set<string>();
	const controller = new AbortController();
	const answers = {
		create: row.create ?? say(200, { task_id: 'task-1' }),
		poll: row.poll ?? finished('SUCCESS'),
		video: row.video ?? ((response) => response.end(video)),
	} satisfies Record<string, Answer>;
	const url = await listen((incoming, response) => {
		const sort = incoming.method === 'POST' ? 'create' : incoming.url?.startsWith('/v1/') ? 'poll' : 'video';
		calls[sort] += 1;
		if (incoming.headers.authorization) keys.add(sort);
		if (row.abortAt === sort) setTimeout(() => controller.abort(), 5);
		answers[sort](response, { incoming, url, nth: calls[sort] });
	});
	if (row.abortAt === 'start') controller.abort();

	// Between two polls, the pause is one that the test would notice.
	const interval = row.abortAt === 'poll' ? 5_000 : 1;
	const client = createClient({
		apiKey,
		baseUrl: url,
		requestTimeout: row.requestTimeout ?? 5_000,
		polling: { interval, maxInterval: interval, deadline: row.deadline ?? 5_000 },
	});
	const options: GenerateOptions = { signal: controller.signal };
	const run = async (): Promise<string> =>
		saveVideo(await client.generate(request, options), join(folder, 'a.mp4'), { signal: controller.signal });

	const error = await run().then(
		() => undefined,
		(thrown: Error & { taskId?: string }) => thrown,
	);
	const printed = [inspect(error, { depth: Infinity, showHidden: true }), JSON.stringify(error), error?.stack];
	expect({
		outcome: error?.name ?? 'saved',
		taskId: error?.taskId,
		files: await readdir(folder),
		creates: calls.create,
		polls: row.polls === 'many' && calls.poll > 1 ? 'many' : calls.poll,
		showsKey: printed.join('\n').includes(apiKey) || keys.has('video'),
	}).toEqual({
		outcome: row.outcome,
		taskId: row.taskId ? 'task-1' : undefined,
		files: row.outcome === 'saved' ? ['a.mp4'] : [],
		creates: row.creates,
		polls: row.polls ?? 0,
		showsKey: false,
	});
	expect(error ?? {}).toMatchObject(row.facts ?? {});
});

async function listen(listener: (incoming: IncomingMessage, response: ServerResponse) => void): Promise<string> {
	server = createServer(listener);
	await new Promise<void>((resolve) => server.listen(0, resolve));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function say(code: number, body: object, headers: Record<string, string> = {}): Answer {
	return (response) => response.writeHead(code, headers).end(JSON.stringify(body));
}

function page(code: number): Answer {
	return (response) => response.writeHead(code).end(`<html>${apiKey}</html>`);
}

function status(rawStatus: string, data: object = {}): Answer {
	return say(200, { data: { task_id: 'task-1', status: rawStatus, ...data } });
}

function finished(rawStatus: string): Answer {
	return (response, call) => status(rawStatus, { result_url: `${call.url}/video.mp4` })(response, call);
}

/** Answers the first call, and leaves the others to `then`, or to what goes well. */
function once(first: Answer, then?: Answer): Answer {
	return (response, call) => {
		if (call.nth === 1) return first(response, call);
		if (then) return then(response, call);
		if (call.incoming.method === 'POST') return say(200, { task_id: 'task-1' })(response, call);
		return call.incoming.url?.startsWith('/v1/') ? finished('SUCCESS')(response, call) : void response.end(video);
	};
}

/** The first half of the video, and then nothing. */
function half(response: ServerResponse): void {
	response.writeHead(200, { 'content-length': video.byteLength, etag: '"1"' });
	response.write(video.subarray(0, video.byteLength / 2), () => setTimeout(() => response.socket?.destroy(), 20));
}

/** The part that is asked for. */
function rest(response: ServerResponse, { incoming }: { incoming: IncomingMessage }): void {
	expect(incoming.headers['if-range']).toBe('"1"');
	const start = Number(incoming.headers.range?.match(/^bytes=(\d+)-$/)?.[1]);
	const range = `bytes ${start}-${video.byteLength - 1}/${video.byteLength}`;
	response.writeHead(206, { 'content-range': range, etag: '"1"' }).end(video.subarray(start));
}
