/**
 * What the emulator does, request by request: the first entry is for the first request, and so on. The last one counts for
 * every request after it. A script without entries is the same as none.
 */
export type Script<Entry> = readonly Entry[];

/** Plays a script: each call gives the next entry, and `undefined` where there is no script. */
export function player<Entry>(script: Script<Entry> | undefined): () => Entry | undefined {
	let played = 0;
	return () => script?.[Math.min(played++, script.length - 1)];
}
