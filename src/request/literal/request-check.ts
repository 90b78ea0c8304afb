import type { BadDuration, JsonSentence, NotAllowed, UnknownField } from '../../rules.js';
import type { VideoRequest } from '../types.js';
import type { ContentCheck } from './content-check.js';
import type { WrongDuration } from './wrong-duration.js';

/** What `defineRequest` takes: a request whose duration is checked by {@link RequestCheck}. */
export interface LiteralRequest extends Omit<VideoRequest, 'duration'> {
	/** Whole seconds, 4 to 15. @default 5 */
	readonly duration?: number | undefined;
}

/** The type that each field of a literal request must have: `unknown` for a right one. */
export type RequestCheck<Request extends LiteralRequest> = {
	readonly [Name in keyof Request]: Name extends 'content'
		? ContentCheck<Request['content']>
		: Name extends 'duration'
			? DurationCheck<Request['duration']>
			: Name extends 'tools'
				? ToolsCheck<Request>
				: Name extends keyof VideoRequest
					? unknown
					: NotAllowed<UnknownField<Name & string>>;
};

/** The type that a duration must have. */
export type DurationCheck<Seconds> = [WrongDuration<Seconds>] extends [never]
	? unknown
	: NotAllowed<BadDuration<WrongDuration<Seconds>['refused'] & number>>;

/** The check of the tools: web search works with text only. */
export type ToolsCheck<Request extends LiteralRequest> = Request['tools'] extends readonly unknown[]
	? Extract<Request['content'][number]['type'], `${string}_url`> extends never
		? unknown
		: NotAllowed<JsonSentence<'searchTextOnly'>>
	: unknown;
