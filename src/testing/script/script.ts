/**
 * The answers of the emulator, one entry for each request. The last entry is repeated for all later requests. An empty script is
 * the same as none.
 */
export type Script<Entry> = readonly Entry[];

/** Plays a script. Each call returns the next entry, or `undefined` if there is no script. */
export function player<Entry>(script: Script<Entry> | undefined): () => Entry | undefined {
	let played = 0;
	return () => script?.[Math.min(played++, script.length - 1)];
}
