import type { NoSize, NotAllowed, RaisedByGateway, videoSecondsMissing, videoSecondsUnused } from '../../rules.js';
import type { raisedResolution, Ratio, Resolution } from '../../spec.js';
import type { Buildable, VideoRequest } from '../types.js';

// As in the builder: a table is read with `keyof` a check, which is `never` for what is right. In a generic helper the compiler
// can't answer the check, and accepts.

/** The type that a request must have, by {@link Unestimable}. */
export interface EstimateArgument<Fault extends string> {
	readonly refused: NotAllowed<Fault>;
	readonly [accepted: PropertyKey]: unknown;
}

/** The check of a request: `never` if the compiler knows nothing against an estimate. */
export type Unestimable<Fault> = Fault extends string ? { readonly refused: true } : never;

/** The type that the options must have, by {@link UnusedVideoSeconds}. */
export interface EstimateOptionsArgument {
	readonly refused: { readonly videoSeconds: NotAllowed<typeof videoSecondsUnused> };
	readonly [accepted: PropertyKey]: unknown;
}

/** The check of the options: `never` unless they have seconds of videos, and the compiler knows that there is no video. */
export type UnusedVideoSeconds<Request, Options> = Options extends { readonly videoSeconds: infer Seconds }
	? VideoIn<PayloadOf<Request>> extends 'none'
		? [Seconds] extends [0 | undefined]
			? never
			: number extends Seconds
				? never
				: { readonly refused: true }
		: never
	: never;

/** The sentence for a request whose tokens are unknown; `never` for one that the compiler knows nothing against. */
export type EstimateFault<Request, Options> = PayloadFault<PayloadOf<Request>, Options>;

type PayloadOf<Request> = Request extends Buildable<infer Built> ? Built : Request;

/** A payload that may be any request is left to the run time, also where it is one of several types. */
type PayloadFault<Payload, Options> = [VideoRequest] extends [Payload] ? never : FaultOf<Payload, Options>;

type FaultOf<Payload, Options> = Payload extends VideoRequest
	? [ResolutionFault<Payload['resolution']>] extends [never]
		? [RatioFault<Payload>] extends [never]
			? SecondsFault<Payload, Options>
			: RatioFault<Payload>
		: ResolutionFault<Payload['resolution']>
	: never;

/** A resolution that is one of all is left to the run time. */
type ResolutionFault<Given> = Resolution extends Given
	? never
	: typeof raisedResolution extends Given
		? RaisedByGateway
		: never;

/** A ratio that is one of all is left to the run time, whether it may be missing or not. */
type RatioFault<Payload extends VideoRequest> = 'ratio' extends keyof Payload
	? Ratio extends Payload['ratio']
		? never
		: undefined extends Payload['ratio']
			? NoSize<'missing'>
			: 'adaptive' extends Payload['ratio']
				? NoSize<'adaptive'>
				: never
	: NoSize<'missing'>;

/** The length of reference videos is needed where there is one for certain. */
type SecondsFault<Payload, Options> =
	VideoIn<Payload> extends 'some'
		? Options extends { readonly videoSeconds?: undefined }
			? typeof videoSecondsMissing
			: never
		: never;

/** Whether a payload has a reference video, as far as the compiler knows. */
type VideoIn<Payload> = Payload extends { readonly content: infer Content extends readonly unknown[] }
	? VideoAmong<Content>
	: 'unknown';

type VideoAmong<Content extends readonly unknown[]> = Content extends readonly [infer First, ...infer Rest]
	? [First] extends [VideoType]
		? 'some'
		: VideoAmong<Rest>
	: Content extends readonly [...infer Rest, infer Last]
		? [Last] extends [VideoType]
			? 'some'
			: VideoAmong<Rest>
		: [Extract<Content[number], VideoType>] extends [never]
			? 'none'
			: 'unknown';

interface VideoType {
	readonly type: 'video_url';
}
