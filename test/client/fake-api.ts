import { createClient, type Client, type ClientOptions } from '../../src/client/index.js';
import type { VideoRequest } from '../../src/request/types.js';

/** A request as good as any. */
export const request: VideoRequest = {
	model: 'seedance-2.0-ultra',
	content: [{ type: 'text', text: 'A cat plays the piano' }],
	resolution: '720p',
};

/** A key that can't stand in a text by chance. */
export const apiKey = 'sk-0123456789abcdef';

/** Makes the answer to a call, or fails as a `fetch` does. */
export type Reply = () => Response | Promise<Response>;

/** A `fetch` that answers with one reply after the other, the last one for ever, and keeps the calls. */
export interface FakeApi {
	readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
	readonly calls: { readonly url: string; readonly init: RequestInit }[];
}

export function fakeApi(...replies: readonly Reply[]): FakeApi {
	const calls: FakeApi['calls'] = [];
	return {
		calls,
		async fetch(url, init = {}) {
			calls.push({ url, init });
			const reply = replies[Math.min(calls.length, replies.length) - 1];
			if (reply === undefined) throw new Error('no reply was given');
			return reply();
		},
	};
}

/** A client that polls without pauses worth the name. */
export function clientOf(fetch: ClientOptions['fetch'], options: ClientOptions = {}): Client {
	return createClient({ apiKey, fetch, polling: { interval: 1, maxInterval: 1 }, ...options });
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Reply {
	return () => Response.json(body, { status, headers });
}

export function text(body: string, status = 200): Reply {
	return () => new Response(body, { status });
}

/** Fails as Node's `fetch` does. */
export function failing(code: string, message = `read ${code}`): Reply {
	return () => {
		throw new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) });
	};
}

/** Never answers, whatever the signal says. */
export const silence: Reply = () => new Promise(() => {});

export const created: Reply = json({ id: 'task-1', task_id: 'task-1', status: 'queued', progress: 0 });

/** An answer about whatever task is asked for: it names none. */
export function taskIn(status: string, data: object = {}): Reply {
	return json({ code: 'success', message: '', data: { status, ...data } });
}

export const succeeded: Reply = taskIn('SUCCESS', { result_url: 'https://cdn.example/video.mp4', progress: '100%' });

/** What a promise is rejected with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
	try {
		await promise;
	} catch (error) {
		return error;
	}
	throw new Error('the promise was fulfilled');
}
