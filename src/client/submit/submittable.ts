import type { Buildable, VideoRequest } from '../../request/types.js';
import type { NotAllowed } from '../../rules.js';

/** What can't be submitted: a chain that isn't finished, whose `build` is the sentence that says why, or a sentence itself. */
export type Refused = { readonly build: NotAllowed<string> } | NotAllowed<string>;

/**
 * The type of a parameter that takes a `Request`: the request's own. For a chain that isn't finished it has the sentence in it,
 * so that the compiler's error says what the chain lacks.
 */
export type Submittable<Request> = [Request] extends [VideoRequest | Buildable]
	? Request
	: Lack<Request> | VideoRequest | Buildable;

type Lack<Request> = Request extends { readonly build: NotAllowed<infer Message> }
	? string extends Message
		? never // of no chain in particular
		: Request['build']
	: never;
