import type { Buildable, VideoRequest } from './types.js';
import type { NotAllowed } from '../rules.js';

/** What can't be submitted: an unfinished chain, whose `build` is the sentence that says what is missing, or a sentence itself. */
export type Refused = { readonly build: NotAllowed<string> } | NotAllowed<string>;

/**
 * The type of a parameter that takes a `Request`. For an unfinished chain it contains the sentence, so that the compiler's error
 * says what is missing.
 */
export type Submittable<Request> = [Request] extends [VideoRequest | Buildable]
	? Request
	: Missing<Request> | VideoRequest | Buildable;

type Missing<Request> = Request extends { readonly build: NotAllowed<infer Message> }
	? string extends Message
		? never // any unfinished chain
		: Request['build']
	: never;
