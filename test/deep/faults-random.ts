/** Random choices that the same seed repeats. */
export interface Random {
	/** A number from 0 up to, but not including, 1. */
	next(): number;

	/** `true` in this share of all calls. */
	chance(share: number): boolean;

	/** A whole number, both bounds included. */
	whole(least: number, most: number): number;
	pick<T>(choices: readonly T[]): T;

	/** One of the values, each as often as its weight says. */
	weighted<T>(choices: readonly (readonly [weight: number, value: T])[]): T;
}

/** Makes the choices of a seed. Each question has a seed of its own, so that the order of events doesn't change the answers. */
export function randomOf(seed: string): Random {
	let state = hashOf(seed);
	// mulberry32
	const next = (): number => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
	return {
		next,
		whole,
		chance: (share) => next() < share,
		pick: (choices) => choices[whole(0, choices.length - 1)]!,
		weighted(choices) {
			let left = next() * choices.reduce((sum, [weight]) => sum + weight, 0);
			return (choices.find(([weight]) => (left -= weight) < 0) ?? choices.at(-1)!)[1];
		},
	};
}

/** FNV-1a. */
function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (const character of text) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
	return hash;
}
