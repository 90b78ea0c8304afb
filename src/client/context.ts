import type { ContentPlaces } from '../request/content/places.js';
import type { Clock } from './clock.js';
import type { RateLimitGate } from './http/rate-limit-gate.js';
import type { Transport } from './http/transport.js';
import type { Fetch, Polling } from './options.js';

/** What a task needs of its client, and of its request if that was submitted here. */
export interface TaskContext {
	readonly transport: Transport;

	/** The pause that the calls of a batch share. */
	readonly gate?: RateLimitGate;

	/** The host of the API. */
	readonly apiHost: string;

	/** Downloads the results. `undefined` stands for `globalThis.fetch` at the time of the call. */
	readonly fetch: Fetch | undefined;
	readonly polling: Polling;

	/** How long one attempt of a submit may take, in milliseconds. */
	readonly requestTimeout: number;

	/** How long one read of a task may take, in milliseconds. */
	readonly readTimeout: number;
	readonly clock: Clock;
	readonly places?: ContentPlaces;
}
