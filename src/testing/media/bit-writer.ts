import type { Bytes } from './bytes.js';

/**
 * Writes bits, the most significant first. The methods have the names of the H.264 specification (clause 7.2).
 *
 * @example
 * new BitWriter().u(8, 66).ue(0).trailing().bytes();
 */
export class BitWriter {
	readonly #bytes: number[] = [];
	#length = 0;

	/** `u(n)`: an unsigned integer in `count` bits, 32 at most. */
	u(count: number, value: number): this {
		for (let bit = count - 1; bit >= 0; bit--) {
			const index = this.#length >> 3;
			const place = 7 - (this.#length & 7);
			this.#bytes[index] = (this.#bytes[index] ?? 0) | (((value >>> bit) & 1) << place);
			this.#length++;
		}
		return this;
	}

	/** `ue(v)`: an unsigned Exp-Golomb code. It is `value + 1` in binary, after one zero fewer than its number of bits. */
	ue(value: number): this {
		const bits = 32 - Math.clz32(value + 1);
		return this.u(bits - 1, 0).u(bits, value + 1);
	}

	/** `se(v)`: a signed Exp-Golomb code. The codes count 0, 1, −1, 2, −2, … */
	se(value: number): this {
		return this.ue(value > 0 ? 2 * value - 1 : -2 * value);
	}

	/** Writes zeros up to the next whole byte. */
	align(): this {
		return this.u(-this.#length & 7, 0);
	}

	/** `rbsp_trailing_bits()`: writes a one, then zeros up to the next whole byte. */
	trailing(): this {
		return this.u(1, 1).align();
	}

	/** Returns the bytes written so far. */
	bytes(): Bytes {
		return this.#bytes;
	}
}
