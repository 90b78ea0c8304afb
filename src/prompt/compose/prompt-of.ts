import type { MediaHandle } from '../../media/handle.js';
import type { NotAllowed, Sentence } from '../../rules.js';
import type { Duration } from '../../spec.js';
import type { Prompt } from '../types.js';
import type { HandlesOfValue, LengthOf, WithHandle, WithHandles } from './handles.js';

type AnyList = readonly unknown[];
type Lengths = readonly (number | undefined)[];

/**
 * The prompt with these values: its handles, each once, and the length of its shot list. Two lists are refused. `Lists` are the
 * lengths of those that were found: one that may be missing is a length that may be `undefined`.
 */
export type PromptOf<
	Values extends AnyList,
	Handles extends AnyList = [],
	Lists extends Lengths = [],
> = Values extends readonly [infer Head, ...infer Rest]
	? [Head] extends [string | number]
		? 0 extends 1 & Head
			? PromptOf<0 extends 1 & Rest ? [] : Rest, [...Handles, ...MediaHandle[]], [...Lists, Duration | undefined]>
			: PromptOf<Rest, Handles, Lists>
		: [Head] extends [MediaHandle]
			? PromptOf<Rest, WithHandle<Handles, Head>, Lists>
			: PromptOf<Rest, WithHandles<Handles, HandlesOfValue<Head>>, WithList<Lists, LengthOf<Head>>>
	: Lists extends readonly [number, number, ...unknown[]]
		? NotAllowed<Sentence<'oneShotList'>>
		: Values extends readonly []
			? Prompt<Handles, LengthOfLists<Lists>>
			: PromptOf<
					[],
					[...Handles, ...HandlesOfValue<Values[number]>[number][]],
					WithList<Lists, LengthOf<Values[number]> | undefined>
				>;

/** The lists, and one more where a value has or may have one. */
export type WithList<Lists extends Lengths, Seconds extends number | undefined> = [Seconds] extends [undefined]
	? Lists
	: [...Lists, Seconds];

/** The length of a prompt's shot list. */
export type LengthOfLists<Lists extends Lengths> = Lists extends readonly [] ? undefined : Lists[number];
