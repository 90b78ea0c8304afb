import type { WithHandles } from '../../prompt/compose/handles.js';
import type { AnyList } from '../state.js';

/**
 * The sources that a request has of those that were given: each handle once. Read when a chain ends, because a check in every
 * verb would cost thirty instantiations a call.
 */
export type Distinct<Given extends AnyList> = Given[number] extends string | URL ? Given : WithHandles<[], Given>;
