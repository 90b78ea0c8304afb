import type { HandlesOf, HandlesOfKind } from '../../prompt/compose/handles.js';
import type { AnyList } from '../state.js';

// The parts of a chain after a prompt or a template. Interfaces, because the compiler then computes a list only where a verb or
// the payload reads it. `stages.ts` says why each has an `@ts-ignore`.

/** What a chain has collected after a prompt, whose handles are each there once. */
/*!
 * @ts-ignore TS2636 */
export interface PromptParts<out Text, out Handles extends AnyList, out LastFrame> {
	readonly text: Text;
	readonly images: HandlesOfKind<'image', Handles>;
	readonly videos: HandlesOfKind<'video', Handles>;
	readonly audio: HandlesOfKind<'audio', Handles>;
	readonly lastFrame: LastFrame;
}

/** What a chain has collected after a template. */
/*!
 * @ts-ignore TS2636 */
export interface TemplateParts<out Spans extends AnyList, out LastFrame> {
	readonly text: string;
	readonly images: HandlesOf<'image', Spans>;
	readonly videos: HandlesOf<'video', Spans>;
	readonly audio: HandlesOf<'audio', Spans>;
	readonly lastFrame: LastFrame;
}
