import { ConfigurationError } from '../errors/configuration-error.js';
import { readOptions } from '../errors/read-options.js';
import { canParseUrl } from '../media/can-parse-url.js';
import type { VideoRequest } from '../request/types.js';
import { formatValue } from '../rules.js';
import { spec } from '../spec.js';
import { errorResponse } from './error-responses.js';
import { ResultHost } from './result-host.js';
import type { Accepted } from './script/accepted.js';
import type { Reply } from './script/replies.js';
import type { Script } from './script/script.js';
import type { Served } from './script/served.js';
import type { TaskStep } from './script/steps.js';
import { successTimeline } from './script/timeline.js';
import { shapes, type Shape } from './shapes/index.js';
import { resultOrigin } from './task.js';
import { TaskEndpoints } from './task-endpoints.js';
import { TaskStore } from './task-store.js';

/**
 * Options of {@link createEmulator}. Durations are in milliseconds.
 *
 * A script is a list with one entry for each request. The last entry is repeated for all later requests. Without a script, every
 * request succeeds.
 */
export interface EmulatorOptions {
	/**
	 * The clock, in milliseconds since 1970. A test with its own clock needs no real waiting.
	 *
	 * @default Date.now
	 */
	readonly now?: (() => number) | undefined;

	/**
	 * The origin that the emulator is served from, such as `http://localhost:4000`. Both the API and the results are then at this
	 * origin, so that another process or a browser can use them.
	 *
	 * @default the API's own origin, and another one for the results
	 */
	readonly origin?: string | URL | undefined;

	/** How long a task is queued before it runs. @default 100 */
	readonly queuedFor?: number | undefined;

	/** How long a task runs before it succeeds. @default 400 */
	readonly runningFor?: number | undefined;

	/**
	 * The answers to create requests, such as `[reply.rateLimited({ retryAfter: 4 }), accepted()]`.
	 *
	 * @default [accepted()]
	 */
	readonly create?: Script<Accepted | Reply> | undefined;

	/**
	 * The states that the queries for a task find, such as `[queued(), reply.dropped(), running(50), succeeded()]`. Each query
	 * plays one entry, independent of the time. Every task plays the script from the start.
	 *
	 * @default the states that follow from the clock, `queuedFor` and `runningFor`
	 */
	readonly task?: Script<TaskStep | Reply> | undefined;

	/**
	 * The answers to requests for a video whose task has succeeded, such as `[served({ dropAt: 0.5 }), served()]`.
	 *
	 * @default [served()]
	 */
	readonly download?: Script<Served | Reply> | undefined;

	/** The format of the answers. @default 'starrise', the documented format */
	readonly shape?: Shape | undefined;
}

/** The API in memory. */
export interface Emulator {
	/**
	 * A standard `fetch` that reaches only the emulator.
	 *
	 * @throws {TypeError} If the URL has another host than the API's and the results', as `fetch` does for an unreachable host.
	 * @throws The signal's reason, if the request's signal is aborted.
	 */
	readonly fetch: typeof globalThis.fetch;

	/** The number of create requests: accepted, refused and lost ones. The API bills each accepted one. */
	readonly creates: number;

	/** The number of queries for a task's status, answered or not. */
	readonly polls: number;

	/** The accepted payloads, in order. They include those whose client received no answer. */
	readonly requests: readonly VideoRequest[];
}

/**
 * Creates an emulator of the Seedance API in memory.
 *
 * It validates requests by this library's schema, runs tasks, and serves an mp4 of the requested size and length: one colour, and
 * 16:9 if the ratio is `adaptive`.
 *
 * - `POST /v1/video/generations` answers an invalid request with HTTP 400 and the messages of its issues.
 * - `GET /v1/video/generations/{task_id}` answers like the gateway, with the progress and the upstream record.
 * - Both require an `Authorization: Bearer …` header with any key, or answer HTTP 401.
 * - The video, and the last frame if requested, are served from another host, as with the API. That host supports `Range`
 *   headers, and answers HTTP 400 to an `Authorization` header, so that a test fails if the key is sent there.
 *
 * With an `origin`, the emulator can be served to other processes: pass each request to `fetch`.
 *
 * Scripts simulate failures: see {@link EmulatorOptions}. Ids count up from `asyntask_00000001`.
 *
 * @throws {ConfigurationError} If `options` is not an object, or `origin`, `shape` or `now` can't be used.
 *
 * @example
 * const emulator = createEmulator();
 * const client = createClient({ apiKey: 'test', fetch: emulator.fetch, polling: { interval: 50 } });
 * const result = await client.generate(video().text('A cat plays the piano').resolution('720p'));
 * emulator.creates; //=> 1
 */
export function createEmulator(options?: EmulatorOptions): Emulator {
	return new InMemoryApi(checked(readOptions('options', options, readEmulatorOptions)));
}

function readEmulatorOptions(options: EmulatorOptions): EmulatorOptions {
	const { now, origin, queuedFor, runningFor, create, task, download, shape } = options;
	return { now, origin, queuedFor, runningFor, create, task, download, shape };
}

function checked(options: EmulatorOptions): EmulatorOptions {
	const { origin, shape = 'starrise', now = Date.now } = options;
	if (origin !== undefined && !canParseUrl(String(origin))) {
		throw new ConfigurationError('origin', `${formatValue(origin)} is not a URL: write it like http://localhost:4000`);
	}
	if (!Object.hasOwn(shapes, shape)) {
		const known = Object.keys(shapes).join(', ');
		throw new ConfigurationError('shape', `${formatValue(shape)} is unknown: choose one of ${known}`);
	}
	if (typeof now !== 'function') throw new ConfigurationError('now', `is ${formatValue(now)}: pass a function`);
	return options;
}

class InMemoryApi implements Emulator {
	creates = 0;
	polls = 0;
	readonly requests: readonly VideoRequest[];
	readonly #endpoints: TaskEndpoints;
	readonly #resultHost: ResultHost;
	readonly #apiOrigin: string;
	readonly #resultBase: string;

	constructor(options: EmulatorOptions) {
		const { origin } = options;
		this.#apiOrigin = origin === undefined ? spec.baseUrl : new URL(origin).origin;
		this.#resultBase = origin === undefined ? resultOrigin : `${this.#apiOrigin}/results`;
		const { now = Date.now, queuedFor = 100, runningFor = 400, shape = 'starrise', create, task, download } = options;
		const tasks = new TaskStore(now, this.#resultBase);
		this.requests = tasks.requests;
		this.#endpoints = new TaskEndpoints(tasks, {
			shape,
			create,
			task,
			timeline: successTimeline(queuedFor, runningFor),
		});
		this.#resultHost = new ResultHost(tasks, shape, download);
	}

	readonly fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
		const request = new Request(input, init);
		request.signal.throwIfAborted();
		const response = await this.#answer(request);
		request.signal.throwIfAborted();
		return response;
	};

	async #answer(request: Request): Promise<Response> {
		const { origin, pathname } = new URL(request.url);
		const url = origin + pathname;
		if (url.startsWith(`${this.#resultBase}/`)) return this.#resultHost.serve(request, url);
		if (origin === this.#apiOrigin) return this.#answerApi(request, pathname);
		// Chrome's words. HTTP libraries recognise a network error by them.
		throw new TypeError(
			`Failed to fetch (${request.url}: the emulator serves only ${this.#apiOrigin} and ${this.#resultBase})`,
		);
	}

	async #answerApi(request: Request, pathname: string): Promise<Response> {
		const route = `${request.method} ${pathname}`;
		const isCreate = route === `POST ${spec.path}`;
		const isQuery = route.startsWith(`GET ${spec.path}/`);
		if (!isCreate && !isQuery)
			return errorResponse(404, 'invalid_request_error', 'not_found', `Invalid URL (${route})`);

		if (isCreate) this.creates++;
		else this.polls++;
		if (!/^Bearer \S+$/.test(request.headers.get('authorization') ?? '')) {
			return errorResponse(401, 'authentication_error', 'invalid_api_key', 'Invalid API key');
		}
		if (isCreate) return this.#endpoints.create(request);
		return this.#endpoints.query(request, pathname.slice(spec.path.length + 1));
	}
}
