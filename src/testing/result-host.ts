import { fileResponse } from './file-response.js';
import { createMp4 } from './media/mp4.js';
import { createPng } from './media/png.js';
import type { Reply } from './script/replies.js';
import { player, type Script } from './script/script.js';
import type { Served } from './script/served.js';
import type { Shape } from './shapes/index.js';
import { outputOf } from './task.js';
import type { TaskStore } from './task-store.js';

/** Serves the video and the last frame of a task that has succeeded. */
export class ResultHost {
	readonly #tasks: TaskStore;
	readonly #shape: Shape;
	readonly #nextDownload: () => Served | Reply | undefined;

	/** @param download The answers to requests for a video. */
	constructor(tasks: TaskStore, shape: Shape, download: Script<Served | Reply> | undefined) {
		this.#tasks = tasks;
		this.#shape = shape;
		this.#nextDownload = player(download);
	}

	/** Answers a request. It refuses an `Authorization` header, because the API key must not be sent to this host. */
	async serve(request: Request, url: string): Promise<Response> {
		if (request.method !== 'GET') return new Response(null, { status: 405, headers: { allow: 'GET' } });
		if (request.headers.has('authorization')) {
			return new Response(`${url} received an Authorization header: send the key to the API only`, { status: 400 });
		}
		const task = this.#tasks.byResultUrl(url);
		if (!task || this.#tasks.stateOf(task).phase !== 'succeeded') return new Response('no such file', { status: 404 });

		const output = outputOf(task.request);
		if (url !== task.videoUrl) return fileResponse(await createPng(output), 'image/png', request);

		const entry = this.#nextDownload();
		if (typeof entry === 'function') return entry(request, this.#shape);
		return fileResponse(createMp4(output), 'video/mp4', request, entry);
	}
}
