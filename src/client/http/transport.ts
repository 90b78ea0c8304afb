import { NetworkError } from '../../errors/network-error.js';
import { networkFailure } from './network-failure.js';
import { emit, type ResponseEvent } from './events.js';
import { inTime } from './in-time.js';
import type { Fetch, Settings } from '../options.js';
import { omitUndefined } from '../omit-undefined.js';

/** One call of the API. */
interface Call {
	readonly method: 'GET' | 'POST';

	/** What comes after the base URL. */
	readonly path: string;

	/** The body, in JSON. */
	readonly body?: string;

	/** How long the call may take, the reading of its answer's body included. */
	readonly timeout: number;
	readonly signal?: AbortSignal | undefined;

	/** Which try it is, from 1. @default 1 */
	readonly attempt?: number | undefined;

	/** The task that the call is about, for its errors. */
	readonly taskId?: string;
}

/** What the API answered, whatever the status. */
export interface Answer {
	readonly status: number;
	readonly headers: Headers;
	readonly body: string;
}

/** The way to the API: it holds the key, and is the only thing that does. */
export interface Transport {
	/**
	 * Makes a call, once.
	 *
	 * @throws {NetworkError} Where no answer came.
	 */
	send(call: Call): Promise<Answer>;

	/** How long a create has to wait before it is sent, in milliseconds. Absent where nothing holds it back. */
	readonly hold?: () => number;

	/** What makes the calls; `undefined` stands for the `globalThis.fetch` of the moment. */
	readonly fetch: Fetch | undefined;
}

/** Makes the way to the API. */
export function createTransport({ apiKey, baseUrl, fetch, onRequest, onResponse, includeBodies }: Settings): Transport {
	const root = baseUrl.href.replace(/\/+$/, '');
	// An API that quotes the key in its answer must not get it into an error or a log.
	const quoted = apiKey.length < shortestSecret ? undefined : asWritten(apiKey);
	const redact = (text: string): string => (quoted === undefined ? text : text.replace(quoted, '[api key]'));

	async function send({ method, path, body, timeout, signal, taskId, attempt = 1 }: Call): Promise<Answer> {
		const url = root + path;
		const requestBody = includeBodies && body !== undefined ? redact(body) : undefined;
		const event = Object.freeze({ method, url, attempt, ...omitUndefined({ taskId, requestBody }) });
		emit(onRequest, event);
		const began = performance.now();
		const ended = (outcome: Pick<ResponseEvent, 'status' | 'code' | 'responseBody'>): void =>
			emit(onResponse, Object.freeze({ ...event, ...omitUndefined(outcome), duration: performance.now() - began }));
		try {
			const answer = await inTime(timeout, signal, async (own) => {
				const response = await (fetch ?? globalThis.fetch)(url, {
					method,
					headers: {
						accept: 'application/json',
						...(body !== undefined && { 'content-type': 'application/json' }),
						authorization: `Bearer ${apiKey}`,
					},
					...(body !== undefined && { body }),
					// A redirect would take body and key to wherever it points.
					redirect: 'manual',
					signal: own,
				});
				const headers = [...response.headers].map(([name, value]): [string, string] => [name, redact(value)]);
				return { status: response.status, headers: new Headers(headers), body: redact(await response.text()) };
			});
			ended({ status: answer.status, responseBody: includeBodies ? answer.body : undefined });
			return answer;
		} catch (thrown) {
			const { sent, ...words } = networkFailure(thrown, timeout);
			const reason = redact(words.reason);
			const code = words.code && redact(words.code);
			ended({ code });
			throw new NetworkError({ reason, code, sent, taskId });
		}
	}

	return { send, fetch };
}

// Of the keys that are handed out, none is near as short; a placeholder such as "test" may stand in any text.
const shortestSecret = 8;

/** Finds a text however JSON writes it, or JSON within JSON: `/` may be `\/`, `\u002f` or `\\u002F`. */
function asWritten(text: string): RegExp {
	const characters = Array.from(text, (character) => {
		const code = character.charCodeAt(0).toString(16).padStart(4, '0');
		// With a bound, or a long row of backslashes would be searched anew from each of them.
		return `\\\\{0,15}(?:\\u${code}|u${code})`;
	});
	return new RegExp(characters.join(''), 'gi');
}
