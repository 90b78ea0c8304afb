import { safeParseRequest } from '../request/parse.js';
import type { VideoRequest } from '../request/types.js';
import { spec } from '../spec.js';
import { createdAnswer, errorAnswer, refusalAnswer, taskAnswer } from './answers.js';
import { type EmulatedTask, outputOf } from './emulated-task.js';
import { fileAnswer } from './file-answer.js';
import { createMp4 } from './mp4.js';
import { createPng } from './png.js';
import { succeeding, type Timeline } from './timeline.js';

/** How {@link createEmulator}'s tasks go. Durations are in milliseconds. */
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

	/** How many create requests have arrived, accepted or refused. At the API, each accepted one is paid for. */
	readonly creates: number;

	/** How many queries for a task's status have arrived. */
	readonly polls: number;

	/** The payloads that were accepted, in order. */
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

	constructor({ now = Date.now, queuedFor = 100, runningFor = 400 }: EmulatorOptions) {
		this.#now = now;
		this.#timeline = succeeding(queuedFor, runningFor);
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
		// Chrome words it like this, and ky and others know a network error by the words.
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
		return isCreate ? this.#create(await request.text()) : this.#query(pathname.slice(spec.path.length + 1));
	}

	#create(body: string): Response {
		const payload = parseJson(body);
		if (payload === undefined) return refusalAnswer('invalid_request', 'the body is not JSON');
		const parsed = safeParseRequest(payload);
		if (!parsed.success) {
			return refusalAnswer('invalid_request', parsed.error.issues.map(({ message }) => message).join('; '));
		}
		this.requests.push(parsed.data);
		const id = `asyntask_${String(this.requests.length).padStart(8, '0')}`;
		const task: EmulatedTask = {
			id,
			request: parsed.data,
			createdAt: this.#now(),
			timeline: this.#timeline,
			videoUrl: `${resultOrigin}/${id}/video.mp4`,
			lastFrameUrl: parsed.data.return_last_frame ? `${resultOrigin}/${id}/last-frame.png` : undefined,
		};
		this.#tasks.push(task);
		return createdAnswer(task);
	}

	#query(id: string): Response {
		const task = this.#tasks.find((candidate) => candidate.id === id);
		if (!task) return refusalAnswer('task_not_exist', `no task ${id}`);
		return taskAnswer(task, this.#elapsed(task));
	}

	async #serve(request: Request, url: string): Promise<Response> {
		if (request.method !== 'GET') return new Response(null, { status: 405, headers: { allow: 'GET' } });
		if (request.headers.has('authorization')) {
			return new Response(`${url} was sent an Authorization header: a key is for the API alone`, { status: 400 });
		}
		const task = this.#tasks.find(({ videoUrl, lastFrameUrl }) => url === videoUrl || url === lastFrameUrl);
		if (task?.timeline(this.#elapsed(task)).status !== 'SUCCESS') return new Response('no such file', { status: 404 });

		const output = outputOf(task.request);
		return url === task.videoUrl
			? fileAnswer(createMp4(output), 'video/mp4', request)
			: fileAnswer(await createPng(output), 'image/png', request);
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
