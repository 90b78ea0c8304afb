import { safeParseRequest } from '../request/parse.js';
import type { VideoRequest } from '../request/types.js';
import { spec } from '../spec.js';
import type { Accepted } from './accepted.js';
import { errorAnswer, refusalAnswer } from './answers.js';
import { scripted, timed } from './course.js';
import { type EmulatedTask, outputOf } from './emulated-task.js';
import { fileAnswer } from './file-answer.js';
import { createMp4 } from './mp4.js';
import { createPng } from './png.js';
import type { Reply } from './reply.js';
import { player, type Script } from './script.js';
import type { Served } from './served.js';
import { type Shape, shapes } from './shapes/index.js';
import { viewOf } from './shapes/shape.js';
import type { TaskStep } from './steps.js';
import { succeeding, type Timeline } from './timeline.js';

/**
 * How {@link createEmulator}'s API goes. Durations are in milliseconds.
 *
 * A script is a list, an entry a request; its last entry counts for every request after it. What has no script goes as it does
 * at the API on a good day.
 */
export interface EmulatorOptions {
	/**
	 * The clock, in milliseconds since 1970. With one of its own, a test moves tasks on without sleeping.
	 *
	 * @default Date.now
	 */
	readonly now?: (() => number) | undefined;

	/** How long a task waits before it runs. @default 100 */
	readonly queuedFor?: number | undefined;

	/** How long a task runs before it succeeds. @default 400 */
	readonly runningFor?: number | undefined;

	/**
	 * What create requests are answered with, such as `[reply.rateLimited({ retryAfter: 4 }), accepted()]`.
	 *
	 * @default [accepted()]
	 */
	readonly create?: Script<Accepted | Reply> | undefined;

	/**
	 * What the queries for a task find, such as `[queued(), reply.dropped(), running(50), succeeded()]`. Every task plays it from
	 * the start, a query an entry, and no time counts.
	 *
	 * @default what the clock, `queuedFor` and `runningFor` say
	 */
	readonly task?: Script<TaskStep | Reply> | undefined;

	/**
	 * What requests for a video are answered with, once its task has succeeded, such as `[served({ dropAt: 0.5 }), served()]`.
	 *
	 * @default [served()]
	 */
	readonly download?: Script<Served | Reply> | undefined;

	/** How answers are written. @default 'starrise', the documented way */
	readonly shape?: Shape | undefined;
}

/** The API in memory. */
export interface Emulator {
	/**
	 * A standard `fetch` that reaches the emulator and nothing else.
	 *
	 * @throws {TypeError} Where the URL is of another host than the API's and the results', as `fetch` does where a host can't be reached.
	 * @throws The signal's reason, once the request's signal is aborted.
	 */
	readonly fetch: typeof globalThis.fetch;

	/** How many create requests were made: accepted, refused or lost. At the API, each accepted one is paid for. */
	readonly creates: number;

	/** How many queries for a task's status were made, answered or not. */
	readonly polls: number;

	/** The payloads that were accepted, in order, those included whose client was never told. */
	readonly requests: readonly VideoRequest[];
}

/**
 * Plays the Seedance API in memory: it judges requests by the same schema as this library does, lets tasks wait, run and
 * succeed, and serves an mp4 of the size and length that was asked for: one colour, and 16:9 where the ratio is `adaptive`.
 *
 * - `POST /v1/video/generations` refuses what the schema refuses, with HTTP 400 and the issues' messages.
 * - `GET /v1/video/generations/{task_id}` answers as the gateway does, progress and upstream record included.
 * - Both want an `Authorization: Bearer …` header, with any key: without one, HTTP 401.
 * - The video, and the last frame where it was asked for, are served on another host, as the API's are. That host takes
 *   `Range` headers, and answers HTTP 400 to an `Authorization` header, so that a key sent too far fails a test.
 *
 * Its scripts play what can go wrong: see {@link EmulatorOptions}. Ids count up, from `asyntask_00000001`.
 *
 * @example
 * const emulator = createEmulator();
 * const client = createClient({ apiKey: 'test', fetch: emulator.fetch, polling: { interval: 50 } });
 * const result = await client.generate(video().text('A cat plays the piano').resolution('720p'));
 * emulator.creates; //=> 1
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
	return new InMemoryApi(options);
}

const resultOrigin = 'https://emulator.seedance.test';

class InMemoryApi implements Emulator {
	creates = 0;
	polls = 0;
	readonly requests: VideoRequest[] = [];
	readonly #tasks: EmulatedTask[] = [];
	readonly #now: () => number;
	readonly #timeline: Timeline;
	readonly #nextCreate: () => Accepted | Reply | undefined;
	readonly #taskScript: Script<TaskStep | Reply>;
	readonly #nextDownload: () => Served | Reply | undefined;
	readonly #shape: Shape;

	constructor(options: EmulatorOptions) {
		const {
			now = Date.now,
			queuedFor = 100,
			runningFor = 400,
			create,
			task = [],
			download,
			shape = 'starrise',
		} = options;
		this.#now = now;
		this.#timeline = succeeding(queuedFor, runningFor);
		this.#nextCreate = player(create);
		this.#taskScript = task;
		this.#nextDownload = player(download);
		this.#shape = shape;
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
		if (origin === spec.baseUrl) return this.#answerApi(request, pathname);
		if (origin === resultOrigin) return this.#serve(request, origin + pathname);
		// Chrome words it like this, and HTTP libraries know a network error by the words.
		throw new TypeError(
			`Failed to fetch (${request.url}: the emulator serves only ${spec.baseUrl} and ${resultOrigin})`,
		);
	}

	async #answerApi(request: Request, pathname: string): Promise<Response> {
		const route = `${request.method} ${pathname}`;
		const isCreate = route === `POST ${spec.path}`;
		const isQuery = route.startsWith(`GET ${spec.path}/`);
		if (!isCreate && !isQuery) return errorAnswer(404, 'invalid_request_error', 'not_found', `Invalid URL (${route})`);

		if (isCreate) this.creates++;
		else this.polls++;
		if (!/^Bearer \S+$/.test(request.headers.get('authorization') ?? '')) {
			return errorAnswer(401, 'authentication_error', 'invalid_api_key', 'Invalid API key');
		}
		return isCreate ? this.#create(request) : this.#query(request, pathname.slice(spec.path.length + 1));
	}

	async #create(request: Request): Promise<Response> {
		const entry = this.#nextCreate();
		if (typeof entry === 'function') return entry(request, this.#shape);

		const payload = parseJson(await request.text());
		if (payload === undefined) return refusalAnswer('invalid_request', 'the body is not JSON');
		const parsed = safeParseRequest(payload);
		if (!parsed.success) {
			return refusalAnswer('invalid_request', parsed.error.issues.map(({ message }) => message).join('; '));
		}
		const task = this.#accept(parsed.data, entry?.task ?? this.#taskScript);
		return entry?.answer ? entry.answer(request, this.#shape) : Response.json(shapes[this.#shape].created(task));
	}

	#accept(request: VideoRequest, script: Script<TaskStep | Reply>): EmulatedTask {
		this.requests.push(request);
		const id = `asyntask_${String(this.requests.length).padStart(8, '0')}`;
		const task: EmulatedTask = {
			id,
			request,
			createdAt: this.#now(),
			course: script.length > 0 ? scripted(script) : timed(this.#timeline),
			videoUrl: `${resultOrigin}/${id}/video.mp4`,
			lastFrameUrl: request.return_last_frame ? `${resultOrigin}/${id}/last-frame.png` : undefined,
		};
		this.#tasks.push(task);
		return task;
	}

	async #query(request: Request, id: string): Promise<Response> {
		const task = this.#tasks.find((candidate) => candidate.id === id);
		if (!task) return refusalAnswer('task_not_exist', `no task ${id}`);

		const elapsed = this.#elapsed(task);
		const found = task.course.look(elapsed);
		if (typeof found === 'function') return found(request, this.#shape);
		return Response.json(shapes[this.#shape].task(viewOf(task, found, elapsed)));
	}

	async #serve(request: Request, url: string): Promise<Response> {
		if (request.method !== 'GET') return new Response(null, { status: 405, headers: { allow: 'GET' } });
		if (request.headers.has('authorization')) {
			return new Response(`${url} was sent an Authorization header: a key is for the API alone`, { status: 400 });
		}
		const task = this.#tasks.find(({ videoUrl, lastFrameUrl }) => url === videoUrl || url === lastFrameUrl);
		if (task?.course.state(this.#elapsed(task)).phase !== 'succeeded') {
			return new Response('no such file', { status: 404 });
		}
		const output = outputOf(task.request);
		if (url !== task.videoUrl) return fileAnswer(await createPng(output), 'image/png', request);

		const entry = this.#nextDownload();
		if (typeof entry === 'function') return entry(request, this.#shape);
		return fileAnswer(createMp4(output), 'video/mp4', request, entry);
	}

	#elapsed(task: EmulatedTask): number {
		return this.#now() - task.createdAt;
	}
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
