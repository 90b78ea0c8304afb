import type { ContentPlace } from '../errors/content-place.js';
import type { Clock } from './clock.js';
import type { Polling } from './options.js';
import type { Transport } from './http/transport.js';

/** What a task's handle has of its client, and of its request where that was submitted here. */
export interface TaskContext {
	readonly transport: Transport;
	readonly polling: Polling;
	readonly readTimeout: number;
	readonly clock: Clock;
	readonly places?: readonly ContentPlace[];
}
