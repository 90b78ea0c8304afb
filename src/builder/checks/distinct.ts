import type { MediaHandle } from '../../media/handle.js';
import type { AnyList } from '../state.js';
import type { IsOneLiteral } from '../template/stages.js';

/**
 * The sources that a request has of those that were given: each handle once. Read when a chain ends, because a check in every
 * verb would cost thirty instantiations a call.
 */
export type Distinct<Given extends AnyList> = Given[number] extends string | URL ? Given : WithHandles<[], Given>;

/** `Before`, and those of `Given` that are new. Which of a list of unknown length are new, only the run time knows. */
export type WithHandles<Before extends AnyList, Given extends AnyList> = Given extends readonly [
	infer First,
	...infer Rest,
]
	? WithHandles<First extends MediaHandle ? WithHandle<Before, First> : [...Before, First], Rest>
	: Given extends readonly []
		? Before
		: [...Before, ...Given[number][]];

/** `Before` and a handle, if it is new. The list has an unknown length if only the run time knows whether it is. */
export type WithHandle<Before extends AnyList, Handle extends MediaHandle> = [
	Extract<Before[number], MediaHandle>,
] extends [never]
	? [...Before, Handle]
	: [IsOneLiteral<Handle['url']>, IsKnown<Extract<Before[number], MediaHandle>['url']>] extends [true, true]
		? Handle extends Before[number]
			? Before
			: [...Before, Handle]
		: [...Before, ...Handle[]];

/** Whether the compiler knows each of several texts. */
export type IsKnown<Text> = string extends Text ? false : true;
