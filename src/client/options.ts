import { ConfigurationError } from '../errors/configuration-error.js';
import { readOptions } from '../errors/read-options.js';
import { checkedBaseUrl } from '../request/base-url.js';
import { formatValue } from '../rules.js';
import type { RequestEvent, ResponseEvent } from './http/events.js';

/** The part of the standard `fetch` that the client uses: called with a URL as text, and options. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** Options of {@link createClient}. Times are in milliseconds. */
export interface ClientOptions {
	/**
	 * The API key. Sent only to the origin of the base URL. Never part of an error or a log.
	 *
	 * @default the environment's `SEEDANCE_API_KEY`
	 */
	readonly apiKey?: string | undefined;

	/**
	 * The URL of the API: `https:`, or `http:` on the loopback interface or in {@link allowInsecure}. May have a path before `/v1`.
	 *
	 * @default "https://ai.alad.com"
	 */
	readonly baseUrl?: string | URL | undefined;

	/**
	 * The `http:` origins beside loopback that the key may be sent to. Without encryption, the network can read the key.
	 *
	 * @default none
	 * @example
	 * createClient({ apiKey, baseUrl: 'http://gateway.internal:8080', allowInsecure: ['http://gateway.internal:8080'] });
	 */
	readonly allowInsecure?: readonly string[] | undefined;

	/**
	 * Sends the calls and the downloads, for example through an emulator or a proxy.
	 *
	 * @default `globalThis.fetch` at the time of the call
	 */
	readonly fetch?: Fetch | undefined;

	/**
	 * How long one call may take, including the body of its answer. Long by default: a submit may carry megabytes of base64, which
	 * the gateway passes on before it answers. A read of a task may take a minute at most, and so may the answer to a download and
	 * each part of it. Node's own `fetch` gives up after five minutes, so a longer time needs another `fetch`.
	 *
	 * @default 300_000
	 */
	readonly requestTimeout?: number | undefined;

	/** How to wait for a task. */
	readonly polling?: PollingOptions | undefined;

	/**
	 * Runs for every API call, before it is sent; for logs and traces. Never receives the key. Its result is ignored, and so are its
	 * errors: a broken logger must not lose the id of a paid task. Doesn't run for downloads, because their URLs are signed.
	 */
	readonly onRequest?: ((event: RequestEvent) => unknown) | undefined;

	/** Runs after every API call, answered or not, like {@link onRequest}. */
	readonly onResponse?: ((event: ResponseEvent) => unknown) | undefined;

	/**
	 * Whether the hooks receive the bodies too: prompts and media, perhaps megabytes of base64, and the API's answers.
	 *
	 * @default false
	 */
	readonly includeBodies?: boolean | undefined;
}

/** How to wait for a task. Times are in milliseconds. */
export interface PollingOptions {
	/** The shortest pause between two reads, and the first. @default 5_000 */
	readonly interval?: number | undefined;

	/** The longest pause between two reads. The gateway polls upstream every 15 s: asking faster gains nothing. @default 15_000 */
	readonly maxInterval?: number | undefined;

	/** How long to wait for a task. @default 1_800_000, half an hour */
	readonly deadline?: number | undefined;
}

/** {@link PollingOptions} with defaults. */
export type Polling = { readonly [Key in keyof PollingOptions]-?: number };

/** The defaults of {@link PollingOptions}. */
export const pollingDefaults = { interval: 5_000, maxInterval: 15_000, deadline: 1_800_000 } as const;

/** {@link ClientOptions}, checked and with defaults. */
export interface Settings {
	readonly apiKey: string;
	readonly baseUrl: URL;
	readonly fetch: Fetch | undefined;
	readonly requestTimeout: number;
	readonly polling: Polling;
	readonly onRequest?: ClientOptions['onRequest'];
	readonly onResponse?: ClientOptions['onResponse'];
	readonly includeBodies: boolean;
}

/**
 * Checks the options and adds the defaults.
 *
 * @throws {ConfigurationError} If an option is missing or can't be used.
 */
export function resolveOptions(given?: ClientOptions): Settings {
	const options = readOptions('options', given, readClientOptions);
	const { baseUrl, allowInsecure, requestTimeout = 300_000 } = options;
	const { fetch, onRequest, onResponse, includeBodies = false } = options;
	if (fetch !== undefined && typeof fetch !== 'function') {
		throw new ConfigurationError('fetch', `is ${formatValue(fetch)}: give a function like the platform's fetch`);
	}
	return {
		apiKey: checkedKey(options.apiKey ?? environmentKey()),
		baseUrl: checkedBaseUrl(baseUrl, allowInsecure),
		fetch,
		requestTimeout: checkedTime('requestTimeout', requestTimeout, 1),
		polling: resolvePolling(options.polling),
		onRequest,
		onResponse,
		includeBodies,
	};
}

/** Checks a time in milliseconds. @throws {ConfigurationError} If `value` isn't a time that a timer can keep. */
export function checkedTime(option: string, value: unknown, least = 0): number {
	if (typeof value === 'number' && value >= least && value <= longestTimer) return value;
	throw new ConfigurationError(
		option,
		`${formatValue(value)} is out of range: give milliseconds from ${least} to ${longestTimer}`,
	);
}

/** The deadline of a call, or else the client's. @throws {ConfigurationError} If it isn't a time. */
export function deadlineOf(options: { readonly deadline?: number | undefined }, polling: Polling): number {
	return checkedTime('deadline', options.deadline ?? polling.deadline);
}

/** How long a server may take for a short answer, in milliseconds. After that, the connection counts as broken. */
export const longestSilence = 60_000;

/** The longest time of a timer: the platform fires a longer one at once. */
export const longestTimer = 2 ** 31 - 1;

function readClientOptions(options: ClientOptions): ClientOptions {
	const { apiKey, baseUrl, allowInsecure, fetch, requestTimeout, polling } = options;
	const { onRequest, onResponse, includeBodies } = options;
	return { apiKey, baseUrl, allowInsecure, fetch, requestTimeout, polling, onRequest, onResponse, includeBodies };
}

function resolvePolling(given: PollingOptions | undefined): Polling {
	const {
		interval,
		maxInterval,
		deadline = pollingDefaults.deadline,
	} = readOptions('polling', given, ({ interval, maxInterval, deadline }) => ({ interval, maxInterval, deadline }));
	// One bound alone moves the default of the other.
	const most = checkedTime('polling.maxInterval', maxInterval ?? pollingDefaults.maxInterval);
	const shortest = checkedTime('polling.interval', interval ?? Math.min(pollingDefaults.interval, most));
	const longest = maxInterval ?? Math.max(most, shortest);
	if (longest < shortest) {
		throw new ConfigurationError(
			'polling.maxInterval',
			`${longest} is less than polling.interval ${shortest}: give at least as much`,
		);
	}
	return { interval: shortest, maxInterval: longest, deadline: checkedTime('polling.deadline', deadline) };
}

function environmentKey(): string | undefined {
	// Browsers and some workers have no process.
	return typeof process === 'undefined' ? undefined : process.env['SEEDANCE_API_KEY'];
}

function checkedKey(given: unknown): string {
	if (given !== undefined && typeof given !== 'string') {
		throw new ConfigurationError('apiKey', `is ${formatValue(given)}: give the key as text`);
	}
	const key = given?.trim().replace(/^Bearer(?:\s+|$)/i, '');
	if (!key) throw new ConfigurationError('apiKey', 'is missing: pass it to createClient or set SEEDANCE_API_KEY');
	// A header can't carry other characters, and the platform's own error would print the key.
	if (!/^[\x21-\x7e]+$/.test(key)) {
		throw new ConfigurationError('apiKey', 'has characters that a header cannot carry: copy it again');
	}
	return key;
}
