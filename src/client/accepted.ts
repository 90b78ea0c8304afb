import type { Buildable, VideoRequest } from '../request/types.js';
import type { NotAllowed } from '../rules.js';

/** A chain that isn't finished: its `build` is the sentence that says what it lacks. */
export interface Unfinished {
	readonly build: NotAllowed<string>;
}

/**
 * The type of a parameter that takes a `Request`: the request's own. For a chain that isn't finished it has the sentence in it,
 * so that the compiler's error says what the chain lacks.
 */
export type Accepted<Request> = [Request] extends [VideoRequest | Buildable]
	? Request
	: Lack<Request> | VideoRequest | Buildable;

type Lack<Request> = Request extends Unfinished ? Request['build'] : never;
