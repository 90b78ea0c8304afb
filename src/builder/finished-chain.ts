import type { ParseResult } from '../request/parse.js';
import type { Buildable, VideoRequest } from '../request/types.js';
import type { VideoOptions } from '../request/shape/shape.js';

/**
 * A finished chain of any mode, for a variable that is assigned again, a field, or a list. Its text and media stay as they are,
 * and `.options()` sets its options.
 *
 * @example
 * const shots: FinishedChain[] = [video().text('A cat').resolution('720p')];
 * const square = shots.map((shot) => shot.options({ ratio: '1:1' }));
 */
export interface FinishedChain extends Buildable {
	// One verb for all options, because each option verb multiplies what an assignment costs the compiler.
	/** Sets options, by the names of their verbs. One that is left out or `undefined` stays as it was. */
	options(options: VideoOptions): FinishedChain;

	/** Compiles the chain like `.build()`, and returns the issues instead of throwing them. */
	safeBuild(): ParseResult;

	/** Compiles the chain like `.build()`: `JSON.stringify(chain)` is the request's body. */
	toJSON(): VideoRequest;
}
