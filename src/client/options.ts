import { ConfigurationError } from '../errors/configuration-error.js';
import { spec } from '../spec.js';
import type { RequestEvent, ResponseEvent } from './http/events.js';

/** The part of the standard `fetch` that the client uses: it is called with a URL in text and its options. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** What {@link createClient} takes. Times are in milliseconds. */
export interface ClientOptions {
	/**
	 * The API key. It goes to the base URL's origin and nowhere else, and shows in no error and no log.
	 *
	 * @default the environment's `SEEDANCE_API_KEY`
	 */
	readonly apiKey?: string | undefined;

	/**
	 * Where the API is. `https:`, or `http:` on the loopback interface or in {@link allowInsecure}; a path before `/v1` is kept.
	 *
	 * @default "https://ai.alad.com"
	 */
	readonly baseUrl?: string | URL | undefined;

	/**
	 * The `http:` origins beside loopback that the key may be sent to, each written out: everybody on the way can read it.
	 *
	 * @default none
	 * @example
	 * createClient({ apiKey, baseUrl: 'http://gateway.internal:8080', allowInsecure: ['http://gateway.internal:8080'] });
	 */
	readonly allowInsecure?: readonly string[] | undefined;

	/**
	 * What makes the calls, downloads included: an emulator's `fetch`, or one with a proxy.
	 *
	 * @default `globalThis.fetch`, as it is when the call is made
	 */
	readonly fetch?: Fetch | undefined;

	/**
	 * How long one call may take. Generous, because a submit may carry megabytes of base64 that the gateway passes on before it
	 * answers. A read of a task gets a minute of it at most, and so does a download for its answer and for each piece of it. Node's
	 * own `fetch` gives up on an answer after five minutes, whatever this says; a longer time needs another one.
	 *
	 * @default 300_000
	 */
	readonly requestTimeout?: number | undefined;

	/** How a task is waited for. */
	readonly polling?: PollingOptions | undefined;

	/**
	 * Called before each call of the API, for logs and traces. It isn't waited for, and what it throws is dropped: a logger must
	 * not cost a paid task its id. Downloads aren't told, because their URLs are signed.
	 */
	readonly onRequest?: ((event: RequestEvent) => unknown) | undefined;

	/** Called after each call of the API, whether or not it was answered, like {@link onRequest}. */
	readonly onResponse?: ((event: ResponseEvent) => unknown) | undefined;

	/**
	 * Whether the hooks are told the bodies too: prompts and media, perhaps megabytes of base64, and the API's answers.
	 *
	 * @default false
	 */
	readonly includeBodies?: boolean | undefined;
}

/** How a task is waited for. Times are in milliseconds. */
export interface PollingOptions {
	/** The shortest pause between two reads, and the first. @default 5_000 */
	readonly interval?: number | undefined;

	/** The longest pause between two reads. The gateway refreshes every 15 s: asking faster gains nothing. @default 15_000 */
	readonly maxInterval?: number | undefined;

	/** How long a task is waited for. @default 1_800_000, half an hour */
	readonly deadline?: number | undefined;
}

/** {@link PollingOptions}, decided. */
export type Polling = { readonly [Key in keyof PollingOptions]-?: number };

/** {@link ClientOptions}, checked and decided. */
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

/** @throws {ConfigurationError} Where an option is missing or can't be used. */
export function resolveOptions(options: ClientOptions): Settings {
	const { baseUrl = spec.baseUrl, allowInsecure = [], requestTimeout = 300_000 } = options;
	const { fetch, onRequest, onResponse, includeBodies = false } = options;
	return {
		apiKey: checkedKey(options.apiKey ?? environmentKey()),
		baseUrl: checkedUrl(baseUrl, allowInsecure),
		fetch,
		requestTimeout: checkedTime('requestTimeout', requestTimeout, 1),
		polling: resolvePolling(options.polling ?? {}),
		onRequest,
		onResponse,
		includeBodies,
	};
}

/** @throws {ConfigurationError} Where `value` isn't a time that a timer can keep. */
function checkedTime(option: string, value: number, least = 0): number {
	if (typeof value === 'number' && value >= least && value <= longestTimer) return value;
	const given = typeof value === 'number' ? value : JSON.stringify(value);
	throw new ConfigurationError(option, `${given} is out of range; give milliseconds from ${least} to ${longestTimer}`);
}

/** The deadline that a call is given, or the client's own. @throws {ConfigurationError} Where it is no time. */
export function deadlineOf(options: { readonly deadline?: number | undefined }, polling: Polling): number {
	return checkedTime('deadline', options.deadline ?? polling.deadline);
}

/** How long a server may be silent where it has little to say. What takes longer is a connection that has died. */
export const longestSilence = 60_000;

// A longer timer of the platform's fires at once.
const longestTimer = 2 ** 31 - 1;

function resolvePolling({ interval, maxInterval, deadline = 1_800_000 }: PollingOptions): Polling {
	// Either bound alone moves the other's default out of its way.
	const shortest = checkedTime('polling.interval', interval ?? Math.min(5_000, maxInterval ?? 5_000));
	const longest = checkedTime('polling.maxInterval', maxInterval ?? Math.max(15_000, shortest));
	if (longest < shortest) {
		throw new ConfigurationError('polling.maxInterval', `${longest} is less than polling.interval, ${shortest}`);
	}
	return { interval: shortest, maxInterval: longest, deadline: checkedTime('polling.deadline', deadline) };
}

function environmentKey(): string | undefined {
	// Browsers and some workers have no process.
	return typeof process === 'undefined' ? undefined : process.env['SEEDANCE_API_KEY'];
}

function checkedKey(given: string | undefined): string {
	const key = given?.trim();
	if (!key) throw new ConfigurationError('apiKey', 'there is none; pass it to createClient, or set SEEDANCE_API_KEY');
	// A header can't carry anything else, and the platform's complaint about it would print the key.
	if (!/^[\x21-\x7e]+$/.test(key)) {
		throw new ConfigurationError('apiKey', 'it has characters that a header cannot carry; copy it again');
	}
	return key;
}

function checkedUrl(given: string | URL, allowInsecure: readonly string[]): URL {
	if (!URL.canParse(given)) {
		throw new ConfigurationError('baseUrl', `${JSON.stringify(given)} is no URL; write it like ${spec.baseUrl}`);
	}
	const url = new URL(given);
	if (url.username || url.password || url.search || url.hash) {
		throw new ConfigurationError('baseUrl', `give ${url.origin} and a path at most: no user, no query, no fragment`);
	}
	const isAllowed = loopback.test(url.hostname) || allowInsecure.some((origin) => sameOrigin(origin, url));
	if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isAllowed)) {
		throw new ConfigurationError('baseUrl', `${url.protocol}//${url.host} would get the key in the clear; use https:`);
	}
	return url;
}

function sameOrigin(origin: string, url: URL): boolean {
	return URL.canParse(origin) && new URL(origin).origin === url.origin;
}

const loopback = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/;
