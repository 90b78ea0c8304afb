import type { ChainData } from './chain.js';
import type { Refusal } from './refusals.js';

/** Where the compiler is known to refuse what the run time takes. */
export function isKnownRefusal(chain: ChainData, { at }: Refusal): boolean {
	// `.referenceAudio()` where the verb is shut out: the run time has no item to judge.
	const { verb, args } = chain[at]!;
	return verb.startsWith('reference') && args.every(({ values }) => values.length === 0);
}
